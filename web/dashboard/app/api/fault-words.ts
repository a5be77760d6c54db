// What is wrong with a field, in French. The service says it in English, from the contract's rules and those beside its controllers; each
// rule has its words here, and what is younger than this table is told as it came.

/** A rule as the service says it, and what it says in French, given what stands in its gaps. */
type Rule = readonly [says: RegExp, french: (...gaps: string[]) => string];

const WORDS: Readonly<Record<string, string>> = {
  'is required': 'est obligatoire',
  'is required with a new commissionType': 'est obligatoire avec un nouveau commissionType',
  'is required, for the invitation names none': 'est obligatoire, car l’invitation n’en nomme aucun',
  'is not known here': 'est inconnu ici',
  'is no time zone': 'n’est pas un fuseau horaire',
  'is one of the commonest; take another': 'est l’un des plus répandus ; prenez-en un autre',
  'is not the SHA-256 of the trimmed, lower-cased customerEmail':
    'n’est pas le SHA-256 de customerEmail, sans blancs autour et en minuscules',
  'is not what is stored': 'n’est pas ce qui est enregistré',
  'is more than is left of the order': 'dépasse ce qui reste de la commande',
  'is below 1': 'est inférieur à 1',
  'is taken': 'est déjà pris',
  'is known already': 'est déjà connu',
  'is in this campaign already': 'est déjà dans cette campagne',
  'names an archived campaign': 'désigne une campagne archivée',
  'takes more than the balance': 'prend plus que le solde',
  'does not allow an adjustment': 'n’admet pas d’ajustement',
  'cannot be approved any more': 'ne peut plus être approuvé',
  'cannot be read or set here': 'ne peut être ni lu ni défini ici',
  'holds no known tracking code': 'ne contient aucun code de suivi connu',
  'names nothing that you can see': 'ne désigne rien que vous puissiez voir',
  'can be used with code only': 'ne va qu’avec code',
  'must be an object': 'doit être un objet',
  'must be an object or null': 'doit être un objet ou null',
  'must be a string': 'doit être un texte',
  'must be a string or null': 'doit être un texte ou null',
  'must be a list': 'doit être une liste',
  'must be a list or null': 'doit être une liste ou null',
  'must be true or false': 'doit être true ou false',
  'must be true, false or null': 'doit être true, false ou null',
  'must be an email address': 'doit être une adresse e-mail',
  'must be url': 'doit valoir url',
  'must be a UUID': 'doit être un UUID',
  'must be a nextCursor of an earlier page': 'doit être le nextCursor d’une page précédente',
  'must be a cursor of an earlier reply, or now': 'doit être le cursor d’une réponse précédente, ou now',
  'must be a cursor of an earlier reply to the same':
    'doit être le cursor d’une réponse précédente à la même demande',
  'must be after failedSince': 'doit être après failedSince',
  'must be after missedSince': 'doit être après missedSince',
  'must be an https URL (http only for loopback hosts in test mode, where the installation allows it)':
    'doit être une URL https (http pour les hôtes de bouclage en mode test seulement, si l’installation le permet)',
  'must have no user name or password': 'doit être sans nom d’utilisateur ni mot de passe',
  'must have no fragment (#…)': 'doit être sans fragment (#…)',
  'must name a host that this installation sends webhooks to':
    'doit désigner un hôte auquel cette installation envoie des webhooks',
  'must be given only once': 'ne doit être donné qu’une fois',
  'must be the one that was invited': 'doit être celui qui a été invité',
  'must be an active ISO 4217 currency code of three letters, such as EUR':
    'doit être un code de devise ISO 4217 en vigueur, de trois lettres, comme EUR',
  'must be an RFC 3339 date-time with a time zone, such as 2026-03-01T12:00:00Z, of the years 0001 to 9999':
    'doit être une date et heure RFC 3339 avec fuseau, comme 2026-03-01T12:00:00Z, des années 0001 à 9999',
  'must be an https URL without user name or password (http only for localhost and loopback addresses)':
    'doit être une URL https sans nom d’utilisateur ni mot de passe (http pour localhost et les adresses de bouclage seulement)',
  'must be an integer from 0 to 1000000000000, in minor units of the currency':
    'doit être un entier de 0 à 1000000000000, en unités mineures de la devise',
  'must be a percent from 0.01 to 100 with at most two decimals':
    'doit être un pourcentage de 0,01 à 100, avec deux décimales au plus',
  'must be null unless commissionType is PERCENTAGE': 'doit être null, sauf si commissionType est PERCENTAGE',
  "must be above the campaign's commissionRate": 'doit dépasser le commissionRate de la campagne',
  'must be above that of the tier before': 'doit dépasser celui du palier précédent',
  "must be below the rates of the campaign's tiers":
    'doit être inférieur aux taux des paliers de la campagne',
  'must be after from': 'doit être après from',
  'must be before to, which is now unless it is sent':
    'doit être avant to, qui vaut maintenant s’il n’est pas envoyé',
  'must make a period that ends after it begins': 'doit donner une période qui finit après son début',
  "must be this visitor's own id, not a word that programs write when they have none":
    'doit être l’identifiant de ce visiteur, et non un mot que des programmes écrivent quand ils n’en ont pas',
  'must have at most two decimals': 'doit avoir deux décimales au plus',
  'must keep to the schema of the contract': 'doit respecter le schéma du contrat',
  'must not be empty': 'ne doit pas être vide',
  'must not be before 1970': 'ne doit pas être avant 1970',
  'must not be before from': 'ne doit pas être avant from',
  'must not be 0 for a CORRECTION': 'ne doit pas être 0 pour une CORRECTION',
  'must not contain U+0000 or lone surrogates': 'ne doit contenir ni U+0000 ni demi-caractères isolés',
  'must not have line breaks or control characters':
    'ne doit contenir ni saut de ligne ni caractère de commande',
  'must not have more digits than a double holds (15 always fit)':
    'ne doit pas avoir plus de chiffres qu’un double n’en garde (15 tiennent toujours)',
};

const RULES: readonly Rule[] = [
  [/^is not known here; did you mean (.+)\?$/, (name) => `est inconnu ici ; vouliez-vous dire ${name} ?`],
  [
    /^is not known here; (\w+) is a parameter of the query$/,
    (name) => `est inconnu ici ; ${name} est un paramètre de la requête`,
  ],
  [
    /^is another name for (\w+) and must not hold another value$/,
    (name) => `est un autre nom de ${name} et ne doit pas avoir une autre valeur`,
  ],
  [
    /^is not read as evidence: send it as (\w+)$/,
    (name) => `n’est pas lu comme indice : envoyez-le dans ${name}`,
  ],
  [
    /^at least one of (.+) must be sent(; send null where there is nothing to send)?$/,
    (names, rest) =>
      `il faut au moins un de ${names}${rest ? ' ; envoyez null là où il n’y a rien à envoyer' : ''}`,
  ],
  [/^needs exactly one of (.+)$/, (names) => `il faut exactement un de ${names}`],
  [/^cannot be used together with (\w+)$/, (name) => `ne va pas avec ${name}`],
  [
    /^must be one of (.+?)( or null)?$/,
    (names, orNull) => `doit être l’un de ${names}${orNull ? ' ou null' : ''}`,
  ],
  [
    /^must be an integer from (-?\d+) to (\d+)( or null)?$/,
    (least, most, orNull) => `doit être un entier de ${least} à ${most}${orNull ? ' ou null' : ''}`,
  ],
  [
    /^must be a number from ([\d.-]+) to ([\d.]+)( or null)?$/,
    (least, most, orNull) => `doit être un nombre de ${least} à ${most}${orNull ? ' ou null' : ''}`,
  ],
  [/^must be an integer of at least (-?\d+)$/, (least) => `doit être un entier d’au moins ${least}`],
  [/^must be at least (\d+) characters long$/, (least) => `doit avoir au moins ${least} caractères`],
  [/^must be at most (\d+) characters long$/, (most) => `doit avoir au plus ${most} caractères`],
  [
    /^must be (\d+) to (\d+) characters long$/,
    (least, most) => `doit avoir de ${least} à ${most} caractères`,
  ],
  [
    /^must be at least 1 for an? (.+)$/,
    (kinds) => `doit être au moins 1 pour ${kinds.replace(' or ', ' ou ')}`,
  ],
  [/^must have at most (\d+) characters$/, (most) => `doit avoir au plus ${most} caractères`],
  [/^must have a port from (\d+) to (\d+)$/, (least, most) => `doit avoir un port de ${least} à ${most}`],
  [/^must be at most (\d+) days ahead$/, (days) => `doit être dans ${days} jours au plus`],
  [/^must be at most (\d+) days back$/, (days) => `doit remonter à ${days} jours au plus`],
  [/^must be at most (\d+) days before to$/, (days) => `doit être au plus ${days} jours avant to`],
  [/^must be at most 5 minutes ahead$/, () => 'doit être dans 5 minutes au plus'],
  [
    /^must lie in the years (\d+) to (\d+) \(UTC\)$/,
    (first, last) => `doit être dans les années ${first} à ${last} (UTC)`,
  ],
  [/^must not bring the balance above (\d+)$/, (most) => `ne doit pas porter le solde au-delà de ${most}`],
  [/^must have at least (\d+) items?$/, (least) => `doit avoir au moins ${least} élément(s)`],
  [/^must have at most (\d+) items?$/, (most) => `doit avoir au plus ${most} éléments`],
  [/^must match the pattern (.+)$/, (pattern) => `doit suivre le modèle ${pattern}`],
  [
    /^the key lacks the permission(?:: (\w+))?$/,
    (name) => `la clé n’a pas le droit nécessaire${name ? ` : ${name}` : ''}`,
  ],
  [
    /^your role lacks the permission(?:: (\w+))?$/,
    (name) => `votre rôle n’a pas le droit nécessaire${name ? ` : ${name}` : ''}`,
  ],
];

/** @returns null for what has no words here */
export function faultInFrench(message: string): string | null {
  if (Object.hasOwn(WORDS, message)) return WORDS[message] as string;
  for (const [says, french] of RULES) {
    const found = says.exec(message);
    if (found) return french(...found.slice(1).map((gap) => gap ?? ''));
  }
  return null;
}

// Words that mean the same to who searches, whichever of them our texts use. Looked for beside what was typed, and counted less.

const GROUPS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'response reply answer',
    'authentication authorization auth authenticate key token bearer',
    'chargeback dispute refund return',
    'coupon voucher discount promo code',
    'subscription renewal recurring',
    'payout payment withdrawal',
    'webhook event callback notification',
    'error failure fault',
    'limit throttle throttling quota',
    'idempotency idempotent duplicate repeat retry replay',
    'csv export download spreadsheet',
    'sandbox test staging',
    'rotate renew change replace',
    'delete remove archive',
    'pagination paging cursor offset',
    'currency money amount',
    'hash hashing sha256',
    'partner publisher influencer affiliate',
    'order sale purchase conversion',
    'bot robot crawler headless',
  ],
  fr: [
    'reponse response reply',
    'authentification authentication autorisation cle key jeton token',
    'litige retrofacturation chargeback remboursement refund retour',
    'coupon bon reduction promo code',
    'abonnement subscription renouvellement recurrent',
    'versement payout paiement reglement',
    'webhook evenement event notification',
    'erreur error echec faute',
    'limite limit quota debit',
    'idempotence idempotency doublon repetition tentative',
    'csv export telechargement',
    'sandbox test essai',
    'tourner renouveler changer remplacer rotation rotate',
    'supprimer delete archiver',
    'pagination page curseur cursor',
    'devise currency monnaie montant amount',
    'empreinte hash hachage hacher',
    'partenaire affilie affiliate',
    'commande order vente conversion',
    'robot bot headless',
    'tableau dashboard',
    'campagne campaign',
  ],
};

/** The other words of the groups that this one is in; plain, as the index has them. */
export function synonymsOf(word: string, language: string): string[] {
  const groups = (GROUPS[language] ?? []).map((group) => group.split(' '));
  const plural = word.endsWith('s') ? word.slice(0, -1) : word;
  const own = groups.filter((group) => group.includes(word) || group.includes(plural));
  return [...new Set(own.flat())].filter((other) => other !== word && other !== plural);
}

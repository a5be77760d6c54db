// Words of the API keys.
import type { Schemas } from '../api/types.js';
import { inBoth } from '../i18n/words.js';

export const keyWords = inBoth(
  {
    title: 'API keys',
    lead: 'Your shop’s server shows a key with each call. Give each system a key of its own, with no more than it needs.',
    notAllowed: 'Only owners and administrators see, make and revoke keys',
    make: 'Make a key',
    makeTitle: (mode: string) => `A new key, ${mode}`,
    name: 'What is it for?',
    nameHint: 'For one: “Checkout”, “Accounting”.',
    may: 'What it may do',
    mayHint: 'It is fixed: for something else, make another key.',
    nothing: 'Choose one at least.',
    madeTitle: 'Copy the key now',
    madeText: 'It is shown this once and stored nowhere. Put it where your server keeps its secrets.',
    keyName: 'The key',
    done: 'I have it',
    neverUsed: 'never used',
    lastUsed: (moment: string) => `last used ${moment}`,
    made: (moment: string) => `made ${moment}`,
    revoked: (moment: string) => `Revoked ${moment}`,
    revoke: 'Revoke',
    revokeOf: (name: string) => `Revoke ${name}`,
    calls: 'Requests',
    callsOf: (name: string) => `Requests of ${name}`,
    revokeTitle: (name: string) => `Revoke ${name}?`,
    revokeText: 'Whatever still calls with it is refused within a second, for good.',
    emptyTitle: 'No keys here yet',
    emptyText: 'Make one for your shop’s checkout: it may record orders, and read them.',
    more: 'Show more',
  },
  {
    title: 'Clés d’API',
    lead: 'Le serveur de votre boutique montre une clé à chaque appel. Donnez à chaque système la sienne, avec le strict nécessaire.',
    notAllowed: 'Seuls les propriétaires et administrateurs voient, créent et révoquent les clés',
    make: 'Créer une clé',
    makeTitle: (mode: string) => `Une nouvelle clé, ${mode}`,
    name: 'À quoi sert-elle ?',
    nameHint: 'Par exemple : « Caisse », « Comptabilité ».',
    may: 'Ce qu’elle peut faire',
    mayHint: 'C’est définitif : pour autre chose, créez une autre clé.',
    nothing: 'Choisissez-en au moins un.',
    madeTitle: 'Copiez la clé maintenant',
    madeText:
      'Elle est montrée cette fois seulement et n’est gardée nulle part. Mettez-la où votre serveur garde ses secrets.',
    keyName: 'La clé',
    done: 'Je l’ai',
    neverUsed: 'jamais utilisée',
    lastUsed: (moment: string) => `dernier usage ${moment}`,
    made: (moment: string) => `créée ${moment}`,
    revoked: (moment: string) => `Révoquée ${moment}`,
    revoke: 'Révoquer',
    revokeOf: (name: string) => `Révoquer ${name}`,
    calls: 'Requêtes',
    callsOf: (name: string) => `Requêtes de ${name}`,
    revokeTitle: (name: string) => `Révoquer ${name} ?`,
    revokeText: 'Ce qui appelle encore avec elle est refusé en une seconde, définitivement.',
    emptyTitle: 'Pas encore de clé ici',
    emptyText: 'Créez-en une pour la caisse de votre boutique : elle enregistre des commandes et les lit.',
    more: 'En voir plus',
  },
);

type Permission = Schemas['KeyPermission'];

export const permissionNames = inBoth<Record<Permission, string>>(
  { record: 'Record', read: 'Read', manage: 'Manage', pay: 'Pay' },
  { record: 'Enregistrer', read: 'Lire', manage: 'Gérer', pay: 'Payer' },
);

export const permissionMeanings = inBoth<Record<Permission, string>>(
  {
    record: 'orders and refunds, and who a visit is: what a checkout needs',
    read: 'everything that is here',
    manage: 'campaigns, affiliates, webhooks',
    pay: 'commissions and payouts',
  },
  {
    record: 'commandes et remboursements, et de qui est une visite : ce qu’il faut à une caisse',
    read: 'tout ce qui est ici',
    manage: 'campagnes, affiliés, webhooks',
    pay: 'commissions et paiements',
  },
);

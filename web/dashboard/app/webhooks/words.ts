// Words of the list of webhook endpoints, and of how an endpoint does.
import { counted, inBoth } from '../i18n/words.js';

export const webhookWords = inBoth(
  {
    title: 'Webhooks',
    lead: 'Your server is told what happens here, moments after: orders, refunds, commissions, payouts. Signed, and again until it answers 2xx.',
    add: 'Add endpoint',
    limit: (count: number) =>
      `${count} of 5 endpoints: more there cannot be in one mode, unless this installation allows them.`,
    emptyTitle: 'Nobody is told yet',
    emptyText:
      'An endpoint is an address of your server. Whatever happens is posted to it as JSON: the order that was matched late, the refund that a colleague made, the payout that is on its way. What your server misses is kept, and sent again for three days.',
    guidePath: '/docs/receive-webhooks',
    guide: 'The guide: what comes, and how to receive it',
    readOnly: 'Owners, administrators and managers add, change and test endpoints.',
    more: 'Show more',
    everything: 'Everything that happens',
    andMore: (count: number) => `and ${count} more`,
    thin: 'ids only',
    ordered: 'in order',
    ofCampaigns: (count: number) => counted(count, 'campaign only', 'campaigns only', 'en'),
    ACTIVE: 'Active',
    FAILING: 'Failing',
    PAUSED: 'Paused',
    DISABLED: 'Disabled',
    failing: (since: string, failures: number) =>
      `Nothing but failures since ${since}: ${counted(failures, 'try', 'tries', 'en')}.`,
    willBeDisabled: (when: string) =>
      `An endpoint is disabled after 5 days of nothing but failures, this one on ${when} at the earliest. One success takes all back.`,
    paused: 'What happens is kept, for 30 days, and sent when you resume it.',
    gone: 'Its server answered 410: “gone, for good”. What happens is kept, for 30 days, and sent when you resume it.',
    gaveUp:
      'For 5 days there was nothing but failures. What happens is kept, for 30 days, and sent when you resume it.',
    twoSecrets: 'Two secrets sign',
  },
  {
    title: 'Webhooks',
    lead: 'Votre serveur apprend ce qui se passe ici, aussitôt : commandes, remboursements, commissions, paiements. Signé, et renvoyé jusqu’à ce qu’il réponde 2xx.',
    add: 'Ajouter un point de réception',
    limit: (count: number) =>
      `${count} points de réception sur 5 : pas davantage par mode, sauf si cette installation le permet.`,
    emptyTitle: 'Personne n’est encore prévenu',
    emptyText:
      'Un point de réception est une adresse de votre serveur. Tout ce qui se passe y est envoyé en JSON : la commande attribuée plus tard, le remboursement fait par un collègue, le paiement en route. Ce que votre serveur manque est gardé, et renvoyé pendant trois jours.',
    guidePath: '/docs/fr/receive-webhooks',
    guide: 'Le guide : ce qui arrive, et comment le recevoir',
    readOnly:
      'Propriétaires, administrateurs et responsables ajoutent, modifient et essaient les points de réception.',
    more: 'En voir plus',
    everything: 'Tout ce qui se passe',
    andMore: (count: number) => `et ${count} de plus`,
    thin: 'identifiants seuls',
    ordered: 'dans l’ordre',
    ofCampaigns: (count: number) => counted(count, 'campagne seulement', 'campagnes seulement', 'fr'),
    ACTIVE: 'Actif',
    FAILING: 'En échec',
    PAUSED: 'En pause',
    DISABLED: 'Désactivé',
    failing: (since: string, failures: number) =>
      `Rien que des échecs depuis ${since} : ${counted(failures, 'essai', 'essais', 'fr')}.`,
    willBeDisabled: (when: string) =>
      `Un point de réception est désactivé après 5 jours sans aucun succès, celui-ci au plus tôt le ${when}. Un seul succès annule tout.`,
    paused: 'Ce qui se passe est gardé 30 jours, et envoyé à la reprise.',
    gone: 'Son serveur a répondu 410 : « disparu pour de bon ». Ce qui se passe est gardé 30 jours, et envoyé à la reprise.',
    gaveUp:
      'Pendant 5 jours, il n’y a eu que des échecs. Ce qui se passe est gardé 30 jours, et envoyé à la reprise.',
    twoSecrets: 'Deux secrets signent',
  },
);

// Words of what orders add up to.
import { counted, inBoth } from '../i18n/words.js';

export const sumsWords = inBoth(
  {
    title: 'Sums',
    orders: 'Orders',
    credited: (share: string) => `${share} credited`,
    amount: 'Worth',
    commissions: 'Commissions',
    refunded: 'Refunded',
    onlySince: (count: string, since: string) =>
      `Of the last ${count} orders alone, recorded since ${since}. Choose a shorter period for sums of all, or download the CSV.`,
    synthetic: (count: number) => `${counted(count, 'test order', 'test orders', 'en')} not counted.`,
  },
  {
    title: 'Sommes',
    orders: 'Commandes',
    credited: (share: string) => `${share} attribuées`,
    amount: 'Valeur',
    commissions: 'Commissions',
    refunded: 'Remboursé',
    onlySince: (count: string, since: string) =>
      `Seulement des ${count} dernières commandes, enregistrées depuis le ${since}. Choisissez une période plus courte pour tout sommer, ou téléchargez le CSV.`,
    synthetic: (count: number) =>
      `${counted(count, 'commande d’essai non comptée', 'commandes d’essai non comptées', 'fr')}.`,
  },
);

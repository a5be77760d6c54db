// What is earned by an order, and how it was computed, in sentences.
import { inBoth } from '../../i18n/words.js';

export const moneyWords = inBoth(
  {
    percent: (rate: string, amount: string, earned: string) => `${rate} of ${amount} is ${earned}.`,
    fixed: (earned: string) => `A fixed commission of ${earned} for each order.`,
    tier: (before: string, rate: string) =>
      `Before this order the affiliate had brought ${before} in this campaign: the rate there is ${rate}.`,
    nowWorth: (amount: string) => `After refunds and corrections it is worth ${amount} now.`,
    ALREADY_EARNED: 'Nothing: this campaign pays a customer’s first order only, and this is a later one.',
    DURATION_ENDED: 'Nothing: the months for which this customer’s orders earn are over.',
    SYNTHETIC: 'Nothing is paid: this is a test order. It shows what a real one would have earned.',
    UNATTRIBUTED: 'Nothing: there is nobody to pay.',
    window: (days: string) => `A click counts for ${days} days.`,
    recurring: 'Later orders of the same customer earn too, for ever.',
    recurringMonths: (months: string) => `Later orders of the same customer earn too, for ${months} months.`,
    once: 'Only a customer’s first order of a kind earns.',
    termsOf: (campaign: string) => `Terms of ${campaign}, as they were when it was decided:`,
  },
  {
    percent: (rate: string, amount: string, earned: string) => `${rate} de ${amount} font ${earned}.`,
    fixed: (earned: string) => `Une commission fixe de ${earned} par commande.`,
    tier: (before: string, rate: string) =>
      `Avant cette commande, l’affilié avait apporté ${before} dans cette campagne : le taux y est de ${rate}.`,
    nowWorth: (amount: string) => `Après remboursements et corrections, elle vaut maintenant ${amount}.`,
    ALREADY_EARNED:
      'Rien : cette campagne ne paie que la première commande d’un client, et celle-ci la suit.',
    DURATION_ENDED: 'Rien : les mois pendant lesquels les commandes de ce client rapportent sont écoulés.',
    SYNTHETIC: 'Rien n’est payé : c’est une commande d’essai. Elle montre ce qu’une vraie aurait rapporté.',
    UNATTRIBUTED: 'Rien : il n’y a personne à payer.',
    window: (days: string) => `Un clic compte pendant ${days} jours.`,
    recurring: 'Les commandes suivantes du même client rapportent aussi, sans limite.',
    recurringMonths: (months: string) =>
      `Les commandes suivantes du même client rapportent aussi, pendant ${months} mois.`,
    once: 'Seule la première commande d’un client, par type, rapporte.',
    termsOf: (campaign: string) => `Conditions de ${campaign}, telles qu’au moment de la décision :`,
  },
);

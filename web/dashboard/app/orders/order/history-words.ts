// What has happened to an order, as sentences.
import { inBoth } from '../../i18n/words.js';

export const historyWords = inBoth(
  {
    RECORDED: 'The order was recorded.',
    EVIDENCE_ADDED: 'It was sent again, with something new to go by.',
    MATCHED: 'An affiliate was found for it.',
    REFUNDED: (amount: string) => `${amount} were refunded.`,
    COMMISSION_ADJUSTED: (amount: string) => `The commission was corrected by ${amount}.`,
    COMMISSION_APPROVED: 'The commission was approved.',
    COMMISSION_REJECTED: 'The commission was rejected.',
    COMMISSION_PAID: (amount: string) => `${amount} were paid to the affiliate.`,
    because: (reason: string) => `Reason: ${reason}`,
    commissionChange: (amount: string) => `The commission changed by ${amount}.`,
  },
  {
    RECORDED: 'La commande a été enregistrée.',
    EVIDENCE_ADDED: 'Elle a été renvoyée, avec un nouvel indice.',
    MATCHED: 'Un affilié a été trouvé.',
    REFUNDED: (amount: string) => `${amount} ont été remboursés.`,
    COMMISSION_ADJUSTED: (amount: string) => `La commission a été corrigée de ${amount}.`,
    COMMISSION_APPROVED: 'La commission a été approuvée.',
    COMMISSION_REJECTED: 'La commission a été rejetée.',
    COMMISSION_PAID: (amount: string) => `${amount} ont été payés à l’affilié.`,
    because: (reason: string) => `Motif : ${reason}`,
    commissionChange: (amount: string) => `La commission a changé de ${amount}.`,
  },
);

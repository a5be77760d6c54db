// What an endpoint can be told of, by what it happens to, each with what causes it. A name of the contract without words does not compile.
import type { Schemas } from '../api/types.js';
import { inBoth } from '../i18n/words.js';

type Subscribed = NonNullable<Schemas['SubscribedEvents']>[number];
/** A test comes whenever somebody asks for one: nobody has to choose it. */
export type EventName = Exclude<Subscribed, 'webhook.test'>;

export const eventMeanings = inBoth<Record<EventName, string>>(
  {
    'conversion.created': 'An order was recorded.',
    'conversion.attributed': 'An order of nobody’s was matched with an affiliate later.',
    'conversion.refunded': 'Money of an order was given back, in part or in full.',
    'conversion.commission_paid': 'What an order earned was paid out.',
    'conversion.disputed': 'Somebody objected to an order. Not sent yet.',
    'conversion.dispute_resolved': 'That was settled. Not sent yet.',
    'commission.approved': 'Somebody approved a commission.',
    'commission.rejected': 'Somebody rejected a commission.',
    'commission.adjusted': 'A bonus, deduction or correction was added to a commission.',
    'payout.created': 'Commissions were taken together into a payout.',
    'payout.paid': 'A payout was marked as paid.',
    'payout.cancelled': 'A payout was taken back. Not sent yet.',
    'affiliate.applied': 'Somebody wants to become an affiliate. Not sent yet.',
    'affiliate.approved': 'An applicant was accepted. Not sent yet.',
    'affiliate.rejected': 'An applicant was turned away. Not sent yet.',
    'affiliate.suspended': 'An affiliate wins no orders from now on.',
    'endpoint.failing': 'Another endpoint of yours has failed for one day, or four.',
    'endpoint.disabled': 'Another endpoint of yours is told nothing more.',
  },
  {
    'conversion.created': 'Une commande a été enregistrée.',
    'conversion.attributed': 'Une commande sans affilié a été attribuée plus tard.',
    'conversion.refunded': 'Une commande a été remboursée, en partie ou en entier.',
    'conversion.commission_paid': 'Ce qu’une commande a rapporté a été versé.',
    'conversion.disputed': 'Quelqu’un conteste une commande. Pas encore envoyé.',
    'conversion.dispute_resolved': 'Cette contestation est réglée. Pas encore envoyé.',
    'commission.approved': 'Quelqu’un a approuvé une commission.',
    'commission.rejected': 'Quelqu’un a refusé une commission.',
    'commission.adjusted': 'Un bonus, une déduction ou une correction a été ajouté à une commission.',
    'payout.created': 'Des commissions ont été réunies en un paiement.',
    'payout.paid': 'Un paiement a été marqué comme versé.',
    'payout.cancelled': 'Un paiement a été annulé. Pas encore envoyé.',
    'affiliate.applied': 'Quelqu’un veut devenir affilié. Pas encore envoyé.',
    'affiliate.approved': 'Un candidat a été accepté. Pas encore envoyé.',
    'affiliate.rejected': 'Un candidat a été refusé. Pas encore envoyé.',
    'affiliate.suspended': 'Un affilié ne gagne plus de commandes à partir de maintenant.',
    'endpoint.failing': 'Un autre de vos points de réception échoue depuis un jour, ou quatre.',
    'endpoint.disabled': 'Un autre de vos points de réception ne reçoit plus rien.',
  },
);

/** All of them, in the order in which they are offered. */
export const eventNames = Object.keys(eventMeanings.en) as readonly EventName[];

export const subjectNames = inBoth(
  {
    conversion: 'Orders',
    commission: 'Commissions',
    payout: 'Payouts',
    affiliate: 'Affiliates',
    endpoint: 'Endpoints',
  },
  {
    conversion: 'Commandes',
    commission: 'Commissions',
    payout: 'Paiements',
    affiliate: 'Affiliés',
    endpoint: 'Points de réception',
  },
);

export type Subject = keyof typeof subjectNames.en;

export const subjects = Object.keys(subjectNames.en) as readonly Subject[];

/** What can happen to it. */
export function eventsOf(subject: Subject): readonly EventName[] {
  return eventNames.filter((name) => name.startsWith(`${subject}.`));
}

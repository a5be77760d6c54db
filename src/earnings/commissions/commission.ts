// What an attributed order earns: integers all the way, in minor units. A pure function of terms, order and claims.
import type { components } from '#generated/schema.js';
import { addMonths } from '#platform/time/calendar.js';
import type { Terms, Tier } from '#program/campaigns/terms.js';

export interface OrderFacts {
  /** Minor units of `currency`. */
  amount: number;
  currency: string;
  occurredAt: Date;
}

/** When this customer's first conversion of the same type was, in this campaign; null = this order would be the first. */
export type FirstOfCustomer = Date | null;

export type CommissionResult = Exclude<
  components['schemas']['AttributionCommission']['result'],
  'SYNTHETIC' | 'UNATTRIBUTED'
>;

export interface CommissionDecision {
  result: CommissionResult;
  /** Minor units of `currency`; what it would have been where nothing was earned is not told: null. */
  amount: number | null;
  currency: string | null;
  /** The affiliate's revenue before this order, where tiers made it count; else left out. */
  revenueBefore?: number;
}

/** Whether being the customer's first matters under these terms: then a claim decides. */
export function needsClaim(terms: Terms): boolean {
  return !terms.commissionRecurring || terms.recurringMonthsLimit !== null;
}

/** Whether what the affiliate brought before matters for this order, and this order for those after it. */
export function countsForTiers(terms: Terms, order: OrderFacts): boolean {
  return (terms.tiers ?? null) !== null && order.currency === terms.currency;
}

/**
 * What the order earns, given who was first.
 * @param revenue what the affiliate brought to this campaign before this order: the order that crosses a threshold earns the old rate.
 */
export function decideCommission(
  terms: Terms,
  order: OrderFacts,
  first: FirstOfCustomer,
  revenue = 0,
): CommissionDecision {
  if (first !== null && !terms.commissionRecurring) return nothing('ALREADY_EARNED');
  if (first !== null && terms.recurringMonthsLimit !== null) {
    if (order.occurredAt > addMonths(first, terms.recurringMonthsLimit)) return nothing('DURATION_ENDED');
  }
  if (terms.commissionType === 'FIXED') {
    return { result: 'EARNED', amount: terms.commissionRate, currency: terms.currency };
  }
  const { currency } = order;
  if (!countsForTiers(terms, order)) {
    return { result: 'EARNED', amount: percentageOf(order.amount, terms.commissionRate), currency };
  }
  const rate = tierAt(terms, revenue)?.rate ?? terms.commissionRate;
  return { result: 'EARNED', amount: percentageOf(order.amount, rate), currency, revenueBefore: revenue };
}

/** The highest tier that this revenue (minor units of the campaign's currency) has reached; null below the first. */
export function tierAt({ tiers }: Terms, revenue: number): Tier | null {
  return tiers?.findLast(({ threshold }) => revenue >= threshold) ?? null;
}

/**
 * What a commission comes down to when money was given back: by the totals, not by one refund after the other, so that they round
 * once. Half away from zero.
 * @param original minor units of the commission's currency.
 * @param amount of the order, in minor units of its own; one of 0 that was refunded was cancelled.
 */
export function afterRefunds(original: number, amount: number, refundedAmount: number): number {
  if (amount === 0) return 0;
  const [left, whole] = [BigInt(amount - refundedAmount), BigInt(amount)];
  return Number((2n * BigInt(original) * left + whole) / (2n * whole));
}

/**
 * `basisPoints` hundredths of a percent of `amount` minor units, rounded half away from zero.
 * BigInt because 10^12 × 10^4 is past what a double holds exactly.
 */
export function percentageOf(amount: number, basisPoints: number): number {
  const product = BigInt(amount) * BigInt(basisPoints);
  return Number((product + 5_000n) / 10_000n);
}

function nothing(result: CommissionResult): CommissionDecision {
  return { result, amount: null, currency: null };
}

// What an attributed order earns: integers all the way, in minor units. A pure function of terms, order and claims.
import { addMonths } from '../attribution/calendar.js';
import type { Terms } from '../attribution/facts.js';

export interface OrderFacts {
  /** Minor units of `currency`. */
  amount: number;
  currency: string;
  occurredAt: Date;
}

/** When this customer's first conversion of the same type was, in this campaign; null = this order would be the first. */
export type FirstOfCustomer = Date | null;

export type CommissionResult = 'EARNED' | 'ALREADY_EARNED' | 'DURATION_ENDED';

export interface CommissionDecision {
  result: CommissionResult;
  /** Minor units of `currency`; what it would have been where nothing was earned is not told: null. */
  amount: number | null;
  currency: string | null;
}

/** Whether being the customer's first matters under these terms: then a claim decides. */
export function needsClaim(terms: Terms): boolean {
  return !terms.commissionRecurring || terms.recurringMonthsLimit !== null;
}

/** What the order earns, given who was first. */
export function decideCommission(
  terms: Terms,
  order: OrderFacts,
  first: FirstOfCustomer,
): CommissionDecision {
  if (first !== null && !terms.commissionRecurring) return nothing('ALREADY_EARNED');
  if (first !== null && terms.recurringMonthsLimit !== null) {
    if (order.occurredAt > addMonths(first, terms.recurringMonthsLimit)) return nothing('DURATION_ENDED');
  }
  if (terms.commissionType === 'FIXED') {
    return { result: 'EARNED', amount: terms.commissionRate, currency: terms.currency };
  }
  return {
    result: 'EARNED',
    amount: percentageOf(order.amount, terms.commissionRate),
    currency: order.currency,
  };
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

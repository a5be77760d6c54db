// Subtotals → what a filter adds up to, as the contract tells it. Pure.
import type { Schema } from '#platform/contract/operation.js';
import { addSums } from '#platform/values/sums.js';
import type { Subtotal } from './summary.repository.js';

type Sums = Schema<'CurrencySums'>;

/** @param most how many were added up at most: where as many were, there may be more. */
export function toSummary(subtotals: readonly Subtotal[], most: number): Schema<'ConversionSummary'> {
  const real = subtotals.filter(({ isSynthetic }) => !isSynthetic);
  const all = count(subtotals, 'conversions');
  const conversions = count(real, 'conversions');
  const isComplete = all < most;
  const oldest = Math.min(...subtotals.map(({ recordedSince }) => recordedSince.getTime()));
  return {
    conversions,
    attributed: count(real, 'attributed'),
    synthetic: all - conversions,
    isComplete,
    countedSince: isComplete ? null : new Date(oldest).toISOString(),
    currencies: byCurrency(real),
  };
}

/** One for each currency of an order or a commission, by its code. */
function byCurrency(subtotals: readonly Subtotal[]): Sums[] {
  const known = new Map<string, Sums>();
  const sumsOf = (currency: string) => {
    const sums = known.get(currency) ?? {
      currency,
      conversions: 0,
      amount: 0,
      refundedAmount: 0,
      commission: 0,
    };
    known.set(currency, sums);
    return sums;
  };
  for (const { currency, commissionCurrency, ...part } of subtotals) {
    const orders = sumsOf(currency);
    orders.conversions += part.conversions;
    orders.amount = addSums(orders.amount, part.amount);
    orders.refundedAmount = addSums(orders.refundedAmount, part.refundedAmount);
    if (commissionCurrency === null) continue;
    const earned = sumsOf(commissionCurrency);
    earned.commission = addSums(earned.commission, part.commission);
  }
  return [...known.values()].sort((one, other) => (one.currency < other.currency ? -1 : 1));
}

function count(subtotals: readonly Subtotal[], what: 'conversions' | 'attributed'): number {
  return subtotals.reduce((sum, subtotal) => sum + subtotal[what], 0);
}

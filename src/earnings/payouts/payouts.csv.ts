// Payouts as a table for a bank run: one row each, the names as in the replies.
import { minorUnits } from '#platform/values/currencies.js';
import { toPublicId } from '#platform/values/ids.js';
import type { Columns } from '#platform/csv/csv.js';
import type { ExportedPayout } from './payouts.repository.js';

export const payoutColumns: Columns<ExportedPayout> = [
  ['payoutId', (payout) => toPublicId('pay', payout.id)],
  ['affiliateId', (payout) => toPublicId('aff', payout.affiliateId)],
  ['email', (payout) => payout.email],
  ['firstName', (payout) => payout.firstName],
  ['amount', (payout) => payout.amount],
  ['amountDecimal', (payout) => toDecimal(payout.amount, payout.currency)],
  ['currency', (payout) => payout.currency],
  ['status', (payout) => payout.status],
  ['createdAt', (payout) => payout.createdAt],
  ['commissionCount', (payout) => payout.commissionCount],
  ['paidAt', (payout) => payout.paidAt],
  ['method', (payout) => payout.method],
  ['reference', (payout) => payout.reference],
  ['payoutKey', (payout) => payout.payoutKey],
];

/**
 * 1949 EUR is 19.49, 1280 JPY is 1280, 1500 KWD is 1.500: in text, since no double may round money. null for a currency that has left
 * the list since.
 */
export function toDecimal(amount: number, currency: string): string | null {
  const digits = minorUnits.get(currency);
  if (digits === undefined) return null;
  if (digits === 0) return String(amount);
  const text = String(amount).padStart(digits + 1, '0');
  return `${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

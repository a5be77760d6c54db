// Payouts as a table for a bank run: one row each, the names as in the replies.
import { minorUnits } from '#platform/values/currencies.js';
import { toPublicId } from '#platform/values/ids.js';
import type { ColumnOfEach, Columns } from '#platform/csv/csv.js';
import type { ExportedPayout } from './payouts.repository.js';

const columns: ColumnOfEach<ExportedPayout, 'amountDecimal'> = {
  id: ['payoutId', (payout) => toPublicId('pay', payout.id)],
  affiliateId: ['affiliateId', (payout) => toPublicId('aff', payout.affiliateId)],
  email: ['email', (payout) => payout.email],
  firstName: ['firstName', (payout) => payout.firstName],
  amount: ['amount', (payout) => payout.amount],
  amountDecimal: ['amountDecimal', (payout) => toDecimal(payout.amount, payout.currency)],
  currency: ['currency', (payout) => payout.currency],
  status: ['status', (payout) => payout.status],
  createdAt: ['createdAt', (payout) => payout.createdAt],
  commissionCount: ['commissionCount', (payout) => payout.commissionCount],
  paidAt: ['paidAt', (payout) => payout.paidAt],
  method: ['method', (payout) => payout.method],
  reference: ['reference', (payout) => payout.reference],
  payoutKey: ['payoutKey', (payout) => payout.payoutKey],
};

/** In the order of the list above. */
export const payoutColumns: Columns<ExportedPayout> = Object.values(columns);

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

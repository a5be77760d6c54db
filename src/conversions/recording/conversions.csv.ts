// Conversions as a table: one row each, the names as in the replies.
import { idOrNull, toPublicId } from '#platform/values/ids.js';
import type { ColumnOfEach, Columns } from '#platform/csv/csv.js';
import type { ExportedRow } from './export.repository.js';

const columns: ColumnOfEach<ExportedRow> = {
  id: ['conversionId', (row) => toPublicId('cnv', row.id)],
  external_id: ['externalId', (row) => row.external_id],
  conversion_type: ['conversionType', (row) => row.conversion_type],
  amount: ['amount', (row) => Number(row.amount)],
  currency: ['currency', (row) => row.currency],
  occurred_at: ['occurredAt', (row) => row.occurred_at],
  recorded_at: ['recordedAt', (row) => row.recorded_at],
  is_synthetic: ['isSynthetic', (row) => row.is_synthetic],
  status: ['status', (row) => row.status],
  matched_by: ['matchedBy', (row) => row.matched_by],
  affiliate_id: ['affiliateId', (row) => idOrNull('aff', row.affiliate_id)],
  campaign_id: ['campaignId', (row) => idOrNull('cmp', row.campaign_id)],
  click_id: ['clickId', (row) => idOrNull('clk', row.click_id)],
  refunded_amount: ['refundedAmount', (row) => Number(row.refunded_amount)],
  refunded_at: ['refundedAt', (row) => row.refunded_at],
  commission_id: ['commissionId', (row) => idOrNull('cmm', row.commission_id)],
  commission_result: ['commissionResult', (row) => row.commission_result],
  commission_status: ['commissionStatus', (row) => row.commission_status],
  commission_earned: ['commissionEarned', (row) => numberOrNull(row.commission_earned)],
  commission_balance: ['commissionAmount', (row) => numberOrNull(row.commission_balance)],
  commission_currency: ['commissionCurrency', (row) => row.commission_currency],
  metadata: ['metadata', (row) => row.metadata],
};

/** In the order of the list above. */
export const conversionColumns: Columns<ExportedRow> = Object.values(columns);

function numberOrNull(bigint: string | null): number | null {
  return bigint === null ? null : Number(bigint);
}

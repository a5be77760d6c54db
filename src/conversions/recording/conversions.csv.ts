// Conversions as a table: one row each, the names as in the replies.
import { idOrNull, toPublicId } from '#platform/values/ids.js';
import type { Columns } from '#platform/csv/csv.js';
import type { ExportedRow } from './export.repository.js';

export const conversionColumns: Columns<ExportedRow> = [
  ['conversionId', (row) => toPublicId('cnv', row.id)],
  ['externalId', (row) => row.external_id],
  ['conversionType', (row) => row.conversion_type],
  ['amount', (row) => Number(row.amount)],
  ['currency', (row) => row.currency],
  ['occurredAt', (row) => row.occurred_at],
  ['recordedAt', (row) => row.recorded_at],
  ['isSynthetic', (row) => row.is_synthetic],
  ['status', (row) => row.status],
  ['matchedBy', (row) => row.matched_by],
  ['affiliateId', (row) => idOrNull('aff', row.affiliate_id)],
  ['campaignId', (row) => idOrNull('cmp', row.campaign_id)],
  ['clickId', (row) => idOrNull('clk', row.click_id)],
  ['refundedAmount', (row) => Number(row.refunded_amount)],
  ['refundedAt', (row) => row.refunded_at],
  ['commissionId', (row) => idOrNull('cmm', row.commission_id)],
  ['commissionResult', (row) => row.commission_result],
  ['commissionStatus', (row) => row.commission_status],
  ['commissionEarned', (row) => numberOrNull(row.commission_earned)],
  ['commissionAmount', (row) => numberOrNull(row.commission_balance)],
  ['commissionCurrency', (row) => row.commission_currency],
  ['metadata', (row) => row.metadata],
];

function numberOrNull(bigint: string | null): number | null {
  return bigint === null ? null : Number(bigint);
}

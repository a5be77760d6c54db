// A commission as the contract shows it, alone and with its ledger.
import { toPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import type { LedgerEntry } from './ledger.repository.js';
import type { StoredCommission } from './stored-commissions.repository.js';

export function toCommission(commission: StoredCommission): Schema<'Commission'> {
  return {
    commissionId: toPublicId('cmm', commission.id),
    conversionId: toPublicId('cnv', commission.conversionId),
    externalId: commission.externalId,
    affiliateId: toPublicId('aff', commission.affiliateId),
    campaignId: toPublicId('cmp', commission.campaignId),
    amount: commission.amount,
    balance: commission.balance,
    settledAmount: commission.settledAmount,
    currency: commission.currency,
    status: commission.status,
    payoutId: commission.payoutId && toPublicId('pay', commission.payoutId),
    createdAt: commission.createdAt.toISOString(),
  };
}

/** @param later the entries after the first, which is the commission's own amount. */
export function toCommissionWithLedger(
  commission: StoredCommission,
  later: readonly LedgerEntry[],
): Schema<'CommissionWithLedger'> {
  const earned: Schema<'LedgerEntry'> = {
    type: 'EARNED',
    amount: commission.amount,
    reason: null,
    adjustmentId: null,
    refundId: null,
    createdAt: commission.createdAt.toISOString(),
  };
  return { ...toCommission(commission), ledger: [earned, ...later.map(toLedgerEntry)] };
}

export function toAdjustedCommission(
  commission: StoredCommission,
  later: readonly LedgerEntry[],
  replayed: boolean,
): Schema<'AdjustedCommission'> {
  return { ...toCommissionWithLedger(commission, later), replayed };
}

function toLedgerEntry(entry: LedgerEntry): Schema<'LedgerEntry'> {
  return {
    type: entry.type,
    amount: entry.amount,
    reason: entry.reason,
    adjustmentId: entry.adjustmentId,
    refundId: entry.refundId,
    createdAt: entry.createdAt.toISOString(),
  };
}

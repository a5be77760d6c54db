// Payouts and their items as the contract shows them.
import { toPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import type { StoredItem } from './payout.js';
import type { StoredPayout } from './stored-payout.js';

export function toPayout(payout: StoredPayout): Schema<'Payout'> {
  return {
    payoutId: toPublicId('pay', payout.id),
    payoutKey: payout.payoutKey,
    affiliateId: toPublicId('aff', payout.affiliateId),
    amount: payout.amount,
    currency: payout.currency,
    commissionCount: payout.commissionCount,
    status: payout.status,
    createdAt: payout.createdAt.toISOString(),
    paidAt: payout.paidAt?.toISOString() ?? null,
    method: payout.method,
    reference: payout.reference,
  };
}

export function toCreatedPayout(payout: StoredPayout, replayed: boolean): Schema<'CreatedPayout'> {
  return { ...toPayout(payout), replayed };
}

export function toPayoutItem(item: StoredItem): Schema<'PayoutItem'> {
  return {
    commissionId: toPublicId('cmm', item.commissionId),
    conversionId: toPublicId('cnv', item.conversionId),
    externalId: item.externalId,
    amount: item.amount,
    isCarried: item.isCarried,
  };
}

// The answer to a refund.
import { toPublicId } from '#platform/values/ids.js';
import type { Issue } from '#platform/errors/failure.js';
import { reply, type Schema } from '#platform/contract/operation.js';
import type { StoredConversion } from '#conversions/recording/conversions.facade.js';
import type { KeptRefund, Refund, RefundRequest } from './refund.js';

export type RefundReply = ReturnType<typeof toRefundResult> | ReturnType<typeof toKeptResult>;

/** What a refund is called: the caller's id, else ours. */
export function refundName({ id, refundId }: Pick<Refund, 'id' | 'refundId'>): string {
  return refundId ?? toPublicId('rfd', id);
}

/**
 * About a known order.
 * @param refund this one, or the earlier one that it repeats; null when nothing was left.
 */
export function toRefundResult(
  conversion: StoredConversion,
  refund: Refund | null,
  alreadyRefunded: boolean,
  ignored: readonly Issue[],
) {
  const { amount, refundedAmount, commission } = conversion;
  const message = refund ? 'This refund was recorded before' : 'Conversion already refunded';
  const data: Schema<'RefundResult'> = {
    success: true,
    externalId: conversion.externalId,
    conversionId: toPublicId('cnv', conversion.id),
    alreadyRefunded,
    ...(alreadyRefunded ? { message } : {}),
    kept: false,
    ignored: [...ignored],
    refundId: refund && refundName(refund),
    amount: refund?.amount ?? null,
    refundedAmount,
    remainingAmount: amount - refundedAmount,
    currency: conversion.currency,
    commissionId: commission && toPublicId('cmm', commission.id),
    commissionAmount: commission?.amount ?? null,
  };
  return reply(200, data);
}

/** About an order that is not known yet. */
export function toKeptResult(request: RefundRequest, refund: KeptRefund, isRepeat: boolean) {
  const { externalId, ignored } = request;
  const data: Schema<'RefundResult'> = {
    success: true,
    externalId,
    conversionId: null,
    alreadyRefunded: isRepeat,
    ...(isRepeat ? { message: 'This refund is kept already' } : {}),
    kept: true,
    ignored: [...ignored],
    refundId: refundName(refund),
    amount: refund.amount,
    refundedAmount: null,
    remainingAmount: null,
    currency: null,
    commissionId: null,
    commissionAmount: null,
  };
  return reply(202, data);
}

// Each field of a conversion on its way: from the body into the order, into the row, out into replies and the export; what it means in a
// repeat of the call, and what becomes of it when the person is erased. Who adds a column to conversion.entity.ts says all of it here:
// a line that is missing does not compile. All is written out, field by field: an order waits for it.
import { parseDateTime } from '#platform/values/formats.js';
import { idOrNull, newId, toPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import type { ColumnOfEach, Columns } from '#platform/csv/csv.js';
import type { RecordOf } from '#platform/database/table.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { RecordPostbackBody } from '#generated/dto.js';
import { toAttribution } from './attribution.reply.js';
import type { ConversionEntity } from './conversion.entity.js';
import type { Decided } from './decide-attribution.service.js';
import type { ExportedRow } from './export.repository.js';
import { present, toEvidence } from './sent-evidence.js';
import { attributionColumns, type Order, type StoredConversion } from './stored-conversion.js';

interface FieldRule {
  /**
   * What another value in a repeat of the call means: it is another order under a name that is taken (`refused`), it has no effect, which
   * is told (`ignored`), it adds up (`added`), or it cannot be.
   */
  onReplay: 'refused' | 'ignored' | 'added' | 'cannot be';
  /** When the person behind the order is erased: names nobody (`stays`), may name him (`goes`), or does so in each of its values (`blanked`). */
  onErasure: 'stays' | 'goes' | 'blanked';
}

export const fieldRules = {
  merchantId: { onReplay: 'cannot be', onErasure: 'stays' },
  mode: { onReplay: 'cannot be', onErasure: 'stays' },
  id: { onReplay: 'cannot be', onErasure: 'stays' },
  externalId: { onReplay: 'cannot be', onErasure: 'stays' },
  conversionType: { onReplay: 'refused', onErasure: 'stays' },
  amount: { onReplay: 'refused', onErasure: 'stays' },
  currency: { onReplay: 'refused', onErasure: 'stays' },
  isSynthetic: { onReplay: 'refused', onErasure: 'stays' },
  occurredAt: { onReplay: 'ignored', onErasure: 'stays' },
  recordedAt: { onReplay: 'cannot be', onErasure: 'stays' },
  evidence: { onReplay: 'added', onErasure: 'blanked' },
  metadata: { onReplay: 'ignored', onErasure: 'goes' },
  // No call sends the rest.
  status: { onReplay: 'cannot be', onErasure: 'stays' },
  attribution: { onReplay: 'cannot be', onErasure: 'blanked' },
  affiliateId: { onReplay: 'cannot be', onErasure: 'stays' },
  campaignId: { onReplay: 'cannot be', onErasure: 'stays' },
  clickId: { onReplay: 'cannot be', onErasure: 'stays' },
  refundedAmount: { onReplay: 'cannot be', onErasure: 'stays' },
  refundedAt: { onReplay: 'cannot be', onErasure: 'stays' },
} as const satisfies Record<keyof RecordOf<ConversionEntity>, FieldRule>;

type FieldRules = typeof fieldRules;
/** The fields of which a rule says this. */
export type FieldsThat<Rule extends keyof FieldRule, Said extends FieldRule[Rule]> = {
  [Field in keyof FieldRules]: FieldRules[Field][Rule] extends Said ? Field : never;
}[keyof FieldRules];

export function fieldsThat<Rule extends keyof FieldRule, Said extends FieldRule[Rule]>(
  rule: Rule,
  said: Said,
): FieldsThat<Rule, Said>[] {
  const fields = Object.keys(fieldRules) as (keyof FieldRules)[];
  return fields.filter((field) => fieldRules[field][rule] === said) as FieldsThat<Rule, Said>[];
}

/** @param now when the call arrived: the default for `occurredAt`. */
export function toOrder(tenant: Tenant, body: RecordPostbackBody, now: Date): Order {
  return {
    merchantId: tenant.merchantId,
    mode: tenant.mode,
    id: newId(),
    externalId: body.externalId,
    conversionType: body.conversionType,
    amount: body.amount,
    currency: body.currency.toUpperCase(),
    occurredAt: (present(body.occurredAt) ? parseDateTime(body.occurredAt) : null) ?? now,
    recordedAt: now,
    isSynthetic: body.isSynthetic ?? false,
    metadata: body.metadata ?? null,
    evidence: toEvidence(body),
  };
}

/** The conversion that this decision makes of the order. */
export function toRecorded({ order, match, attribution, commissionId }: Decided<Order>): StoredConversion {
  const { amount, currency } = attribution.commission;
  const earned = commissionId !== null && amount !== null && currency !== null;
  const { status, affiliateId, campaignId, clickId } = attributionColumns(match);
  // With "...order" this was a twentieth of the whole path.
  return {
    merchantId: order.merchantId,
    mode: order.mode,
    id: order.id,
    externalId: order.externalId,
    conversionType: order.conversionType,
    amount: order.amount,
    currency: order.currency,
    occurredAt: order.occurredAt,
    recordedAt: order.recordedAt,
    isSynthetic: order.isSynthetic,
    status,
    evidence: order.evidence,
    metadata: order.metadata,
    attribution,
    affiliateId,
    campaignId,
    clickId,
    refundedAmount: 0,
    refundedAt: null,
    commission: earned ? { id: commissionId, amount, currency } : null,
  };
}

/** What the contract's replies about a conversion have in common, less what a dry run has not: the conversion itself. */
type ReplyFields = Omit<
  Pick<Schema<'Conversion'>, keyof Schema<'Conversion'> & keyof Schema<'PostbackResult'>>,
  'conversionId' | 'recordedAt'
>;

/** What every reply about a conversion says of it. Ids get their prefix here, dates become strings here. */
export function toReplyFields(conversion: StoredConversion): ReplyFields {
  return {
    commissionId: conversion.commission && toPublicId('cmm', conversion.commission.id),
    commissionAmount: conversion.commission?.amount ?? null,
    commissionCurrency: conversion.commission?.currency ?? null,
    status: conversion.status,
    externalId: conversion.externalId,
    conversionType: conversion.conversionType,
    amount: conversion.amount,
    currency: conversion.currency,
    occurredAt: conversion.occurredAt.toISOString(),
    isSynthetic: conversion.isSynthetic,
    refundedAmount: conversion.refundedAmount,
    refundedAt: conversion.refundedAt?.toISOString() ?? null,
    affiliateId: idOrNull('aff', conversion.affiliateId),
    campaignId: idOrNull('cmp', conversion.campaignId),
    clickId: idOrNull('clk', conversion.clickId),
    metadata: conversion.metadata,
    attribution: toAttribution(conversion, conversion.attribution),
  };
}

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

/** The export's columns, in the order of the list above: a new one stands at its end. */
export const conversionColumns: Columns<ExportedRow> = Object.values(columns);

function numberOrNull(bigint: string | null): number | null {
  return bigint === null ? null : Number(bigint);
}

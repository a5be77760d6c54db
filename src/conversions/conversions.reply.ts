// Conversions as the contract shows them. Ids get their prefix here, dates become strings here.
import { percentageOf } from '../commissions/commission.js';
import { toPublicId, type IdPrefix } from '../contract/ids.js';
import type { Schema } from '../contract/operation.js';
import { toPublicRate } from '../campaigns/commission-rate.js';
import type {
  Decidable,
  HistoryEvent,
  StoredAttempt,
  StoredAttribution,
  StoredConversion,
} from './conversion.js';

/** How a call came by the conversion it answers with. */
export interface PostbackOutcome {
  replayed: boolean;
  dryRun: boolean;
  ignored: string[];
}

/** The whole conversion with its history. */
export function toConversion(conversion: StoredConversion, history: HistoryEvent[]): Schema<'Conversion'> {
  return {
    conversionId: toPublicId('cnv', conversion.id),
    ...shared(conversion),
    recordedAt: conversion.recordedAt.toISOString(),
    history: history.map(({ event, at, details }) => ({ event, at: at.toISOString(), details })),
  };
}

/** The answer to a postback about a stored conversion. */
export function toPostbackResult(
  conversion: StoredConversion,
  outcome: PostbackOutcome,
): Schema<'PostbackResult'> {
  return {
    success: true,
    conversionId: toPublicId('cnv', conversion.id),
    ...shared(conversion),
    recordedAt: conversion.recordedAt.toISOString(),
    ...outcome,
  };
}

/** The answer to a dry run of a known order: as the call's would be; a commission that it would make has no id yet. */
export function toDryRunReplay(
  conversion: StoredConversion,
  outcome: PostbackOutcome,
): Schema<'PostbackResult'> {
  const result = toPostbackResult(conversion, outcome);
  return conversion.commission ? result : { ...result, ...wouldEarn(conversion) };
}

/** The answer to a dry run of a new order: the full decision, and ids of nothing, since nothing was stored. */
export function toDryRunResult(conversion: StoredConversion): Schema<'PostbackResult'> {
  return {
    success: true,
    conversionId: null,
    ...shared({ ...conversion, commission: null }),
    ...wouldEarn(conversion),
    recordedAt: null,
    replayed: false,
    dryRun: true,
    ignored: [],
  };
}

function wouldEarn({ attribution }: StoredConversion) {
  const { result, amount, currency } = attribution.commission;
  const earned = result === 'EARNED';
  return { commissionAmount: earned ? amount : null, commissionCurrency: earned ? currency : null };
}

function shared(conversion: StoredConversion) {
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
    affiliateId: idOrNull('aff', conversion.affiliateId),
    campaignId: idOrNull('cmp', conversion.campaignId),
    clickId: idOrNull('clk', conversion.clickId),
    metadata: conversion.metadata,
    attribution: toAttribution(conversion, conversion.attribution),
  };
}

function toAttribution(order: Decidable, attribution: StoredAttribution): Schema<'Attribution'> {
  const { terms, commission } = attribution;
  return {
    matchedBy: attribution.matchedBy,
    decidedAt: attribution.decidedAt,
    attempts: attribution.attempts.map(toAttempt),
    terms: terms && {
      campaignId: toPublicId('cmp', terms.campaignId),
      commissionType: terms.commissionType,
      commissionRate: toPublicRate(terms.commissionType, terms.commissionRate),
      currency: terms.currency,
      commissionRecurring: terms.commissionRecurring,
      recurringMonthsLimit: terms.recurringMonthsLimit,
      attributionWindowDays: terms.attributionWindowDays,
    },
    commission: {
      result: commission.result,
      amount: commission.amount,
      currency: commission.currency,
      explanation: explain(order, attribution),
    },
  };
}

function toAttempt(attempt: StoredAttempt): Schema<'AttributionAttempt'> {
  return {
    evidence: attempt.evidence,
    value: attempt.value,
    result: attempt.result,
    clickId: idOrNull('clk', attempt.clickId),
    clickedAt: attempt.clickedAt,
    clickSource: attempt.clickSource,
    identifiedBy: attempt.identifiedBy,
    affiliateId: idOrNull('aff', attempt.affiliateId),
    campaignId: idOrNull('cmp', attempt.campaignId),
  };
}

/** The stored decision in words. */
function explain(order: Decidable, { terms, commission }: StoredAttribution): string {
  switch (commission.result) {
    case 'UNATTRIBUTED':
      return 'No evidence led to an affiliate.';
    case 'ALREADY_EARNED':
      return `The campaign pays a customer's first ${order.conversionType} only, and that one has earned already.`;
    case 'DURATION_ENDED':
      return `The campaign pays for ${terms?.recurringMonthsLimit} months from the customer's first ${order.conversionType}, and they are over.`;
    case 'EARNED':
      return `${capitalised(computation(order, terms))} (minor units).`;
    case 'SYNTHETIC':
      return `A test order earns nothing. A real one would earn: ${computation(order, terms)} (minor units).`;
  }
}

function computation(order: Decidable, terms: StoredAttribution['terms']): string {
  if (!terms) return 'nothing';
  const { commissionType, commissionRate } = terms;
  if (commissionType === 'FIXED') return `a flat ${commissionRate} ${terms.currency}`;
  const percent = toPublicRate(commissionType, commissionRate);
  const exact = (BigInt(order.amount) * BigInt(commissionRate)) % 10_000n === 0n;
  const result = percentageOf(order.amount, commissionRate);
  const rounding = exact ? 'is' : 'rounds, half away from zero, to';
  return `${percent} % of ${order.amount} ${order.currency} ${rounding} ${result} ${order.currency}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function idOrNull(prefix: IdPrefix, id: string | null): string | null {
  return id === null ? null : toPublicId(prefix, id);
}

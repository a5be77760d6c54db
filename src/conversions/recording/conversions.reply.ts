// Conversions as the contract shows them: what each reply says beside the conversion's fields (conversion.fields.ts).
import type { Issue } from '#platform/errors/failure.js';
import type { HistoryEvent } from '#earnings/history/history.js';
import { toPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import { toReplyFields } from './conversion.fields.js';
import type { StoredConversion } from './stored-conversion.js';

/** How a call came by the conversion it answers with. */
export interface PostbackOutcome {
  replayed: boolean;
  dryRun: boolean;
  /** What of the call was not taken as it was sent. */
  ignored: readonly Issue[];
}

/** The whole conversion with its history. */
export function toConversion(conversion: StoredConversion, history: HistoryEvent[]): Schema<'Conversion'> {
  return {
    conversionId: toPublicId('cnv', conversion.id),
    ...toReplyFields(conversion),
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
    ...toReplyFields(conversion),
    recordedAt: conversion.recordedAt.toISOString(),
    replayed: outcome.replayed,
    dryRun: outcome.dryRun,
    ignored: [...outcome.ignored],
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
export function toDryRunResult(
  conversion: StoredConversion,
  ignored: readonly Issue[],
): Schema<'PostbackResult'> {
  return {
    success: true,
    conversionId: null,
    ...toReplyFields({ ...conversion, commission: null }),
    ...wouldEarn(conversion),
    recordedAt: null,
    replayed: false,
    dryRun: true,
    ignored: [...ignored],
  };
}

function wouldEarn({ attribution }: StoredConversion) {
  const { result, amount, currency } = attribution.commission;
  const earned = result === 'EARNED';
  return { commissionAmount: earned ? amount : null, commissionCurrency: earned ? currency : null };
}

// A call that names a known order: is it the same order, and what of it has no effect any more?
import { isDeepStrictEqual } from 'node:util';
import { mergeEvidence } from '#conversions/attribution/evidence.js';
import { differencesIn, type Difference } from '#platform/errors/conflict.js';
import type { Issue } from '#platform/errors/failure.js';
import type { Order, SentFields } from './conversion.js';
import { isOpen, type StoredConversion } from './stored-conversion.js';

/** The fields that make an order this order: another value in one of them is another order under a name that is taken. */
const identity = ['conversionType', 'amount', 'currency', 'isSynthetic'] as const;

/** Which of them differ; none means a replay. */
export function differingFields(order: Order, conversion: StoredConversion): Difference[] {
  return differencesIn(identity, order, conversion);
}

/** Whether a replay's evidence can still attribute the conversion. */
export function mayMatch(order: Order, conversion: StoredConversion): boolean {
  if (!isOpen(conversion) || order.evidence.length === 0) return false;
  return differingFields(order, conversion).length === 0;
}

/** Whether a replay holds evidence that the conversion, still unattributed, does not have yet. */
export function bringsNews(order: Order, conversion: StoredConversion): boolean {
  return mayMatch(order, conversion) && mergeEvidence(conversion.evidence, order.evidence).added.length > 0;
}

const DIFFERS = 'differs from the stored conversion, which stays as it is';

/** The fields that the caller sent and that differ from what is kept: they were ignored. */
export function ignoredFields(order: Order, sent: SentFields, conversion: StoredConversion): Issue[] {
  const ignored = sent.evidence
    .filter(({ kind, value }) => !conversion.evidence.some((one) => one.kind === kind && one.value === value))
    .map(({ field }) => field);
  if (sent.occurredAt && order.occurredAt.getTime() !== conversion.occurredAt.getTime())
    ignored.push('occurredAt');
  if (sent.metadata && !isDeepStrictEqual(order.metadata, conversion.metadata)) ignored.push('metadata');
  return ignored.map((field) => ({ path: [field], message: DIFFERS }));
}

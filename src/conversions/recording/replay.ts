// A call that names a known order: is it the same order, and what of it has no effect any more?
import { isDeepStrictEqual } from 'node:util';
import { mergeEvidence } from '#conversions/attribution/evidence.js';
import { differencesIn, type Difference } from '#platform/errors/conflict.js';
import type { Issue } from '#platform/errors/failure.js';
import type { RecordPostbackBody } from '#generated/dto.js';
import { fieldsThat, type FieldsThat } from './conversion.fields.js';
import { toSentEvidence, type SentEvidence } from './sent-evidence.js';
import { isOpen, type Order, type StoredConversion } from './stored-conversion.js';

const identity = fieldsThat('onReplay', 'refused');
/** The fields of which the caller need not have sent any: what was not sent is not ignored. */
const ignorable = fieldsThat('onReplay', 'ignored');

/** What the caller really wrote: needed to tell which of it a replay ignored. */
export interface SentFields extends Record<FieldsThat<'onReplay', 'ignored'>, boolean> {
  evidence: SentEvidence[];
}

/** Which fields the caller filled in. */
export function toSentFields(body: RecordPostbackBody): SentFields {
  const filledIn = ignorable.map((field) => [field, isFilledIn(body[field])]);
  return { ...Object.fromEntries(filledIn), evidence: toSentEvidence(body) } as SentFields;
}

function isFilledIn(value: unknown): boolean {
  return value !== undefined && value !== null && value !== '';
}

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
  ignored.push(
    ...ignorable.filter((field) => sent[field] && !isDeepStrictEqual(order[field], conversion[field])),
  );
  return ignored.map((field) => ({ path: [field], message: DIFFERS }));
}

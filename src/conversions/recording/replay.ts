// A call that names a known order: is it the same order, and what of it has no effect any more?
import { isDeepStrictEqual } from 'node:util';
import { mergeEvidence, type EvidenceItem } from '#conversions/attribution/evidence.js';
import { differencesIn, type Difference } from '#platform/errors/conflict.js';
import type { Issue } from '#platform/errors/failure.js';
import type { Order } from './conversion.js';
import { isOpen, type StoredConversion } from './stored-conversion.js';

/**
 * What another value in a repeat means, for each field of an order: it is another order under a name that is taken (`refused`), it has no
 * effect, which is told (`ignored`), it adds up (`added`), or it cannot be. A field that is missing here does not compile.
 */
const onReplay = {
  merchantId: 'cannot be',
  mode: 'cannot be',
  id: 'cannot be',
  externalId: 'cannot be',
  receivedAt: 'cannot be',
  conversionType: 'refused',
  amount: 'refused',
  currency: 'refused',
  isSynthetic: 'refused',
  occurredAt: 'ignored',
  metadata: 'ignored',
  evidence: 'added',
} as const satisfies Record<keyof Order, 'refused' | 'ignored' | 'added' | 'cannot be'>;

type FieldsThatAre<Meaning> = {
  [Field in keyof Order]: (typeof onReplay)[Field] extends Meaning ? Field : never;
}[keyof Order];

/** The fields of which the caller need not have sent any: what was not sent is not ignored. */
type IgnorableField = FieldsThatAre<'ignored'>;

/** What the caller really wrote: needed to tell which of it a replay ignored. */
export interface SentFields extends Record<IgnorableField, boolean> {
  evidence: SentEvidence[];
}

/** A piece of evidence, and the name of the field that it came in. */
export interface SentEvidence extends EvidenceItem {
  field: string;
}

const fieldsThatAre = <Meaning extends string>(meaning: Meaning) =>
  (Object.keys(onReplay) as (keyof Order)[]).filter(
    (field) => onReplay[field] === meaning,
  ) as FieldsThatAre<Meaning>[];
const identity = fieldsThatAre('refused');
const ignorable = fieldsThatAre('ignored');

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

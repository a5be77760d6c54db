// The evidence in a postback's body, already checked against the contract: its fields, and what is kept of each.
import type { EvidenceItem, EvidenceKind } from '#conversions/attribution/evidence.js';
import { lengthInCharacters } from '#platform/values/sizes.js';
import { toStorable } from '#platform/values/storable.js';
import type { RecordPostbackBody } from '#generated/dto.js';
import { hashEmail, isUsableEmail, readHash } from './email.js';

/** Characters (code points) that are kept of an id; ours are shorter. */
const LONGEST_ID = 255;

/** `null` and '' in an evidence field mean that there is none. */
export function present(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

/** The fields that carry ids of ours, each with its alias. */
const idFields = [
  ['SESSION', 'sessionId', 'rcsid'],
  ['CLICK', 'clickId', 'cid'],
  ['CODE', 'affiliateCode', 'affiliateCode'],
] as const satisfies readonly (readonly [EvidenceKind, ...(keyof RecordPostbackBody)[]])[];

/** All fields that carry evidence. */
export const evidenceFields = [
  'sessionId',
  'rcsid',
  'clickId',
  'cid',
  'affiliateCode',
  'customerEmailHash',
  'customerEmail',
  'customerId',
] as const satisfies readonly (keyof RecordPostbackBody)[];

/** A piece of evidence, and the name of the field that it came in. */
export interface SentEvidence extends EvidenceItem {
  field: string;
}

/** The evidence that the caller filled in, as he named it. */
export function toSentEvidence(body: RecordPostbackBody): SentEvidence[] {
  const evidence: SentEvidence[] = [];
  eachEvidence(body, (field, item) => evidence.push({ field, ...item }));
  return evidence;
}

/** The same for the order. A hash that is none, and an email that is none, are one unusable email. */
export function toEvidence(body: RecordPostbackBody): EvidenceItem[] {
  const evidence: EvidenceItem[] = [];
  eachEvidence(body, (_, item) => {
    const isKnown =
      item.value === null && evidence.some(({ kind, value }) => kind === item.kind && value === null);
    if (!isKnown) evidence.push(item);
  });
  return evidence;
}

/** Hands on the evidence that was filled in, by the name of its field. An alias counts where its twin is empty. */
function eachEvidence(body: RecordPostbackBody, add: (field: string, item: EvidenceItem) => void): void {
  const { customerEmailHash: hash, customerEmail: email, customerId } = body;
  for (const [kind, name, alias] of idFields) {
    const field = present(body[name]) ? name : alias;
    const value = body[field];
    if (present(value)) add(field, { kind, value: storable(value) });
  }
  const hashed = present(hash) ? readHash(hash) : null;
  if (present(hash)) add('customerEmailHash', { kind: 'EMAIL', value: hashed });
  // They agree where both are good (postback.rules.ts); a hash that is none leaves the word to the email.
  if (present(email) && hashed === null) {
    const value = isUsableEmail(email) ? hashEmail(email) : null;
    add('customerEmail', { kind: 'EMAIL', value });
  }
  if (present(customerId)) {
    const isTooLong = customerId.length > LONGEST_ID && lengthInCharacters(customerId) > LONGEST_ID;
    const value = isTooLong ? null : customerId;
    add('customerId', { kind: 'CUSTOMER', value });
  }
}

/**
 * What is kept of a session, click or code. PostgreSQL stores neither U+0000 nor lone surrogates, and nobody needs a page of
 * text: an id that has such is none of ours, so a mark in its place and a cut lose nothing.
 */
function storable(value: string): string {
  const cut =
    value.length > LONGEST_ID ? [...value.slice(0, 2 * LONGEST_ID)].slice(0, LONGEST_ID).join('') : value;
  return toStorable(cut);
}

// From the postback's body, already checked against the contract, to an order in one form.
import type { EvidenceItem, EvidenceKind } from '#conversions/attribution/evidence.js';
import { parseDateTime } from '#platform/values/formats.js';
import { newId } from '#platform/values/ids.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { RecordPostbackBody } from '#generated/dto.js';
import type { Order, SentFields } from './conversion.js';
import { hashEmail, isUsableEmail } from './email.js';

/** Characters (code points) that are kept of an id; ours are shorter. */
const LONGEST_ID = 255;

/** `null` and '' in an evidence field mean that there is none. */
export function present(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
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
    receivedAt: now,
    isSynthetic: body.isSynthetic ?? false,
    metadata: body.metadata ?? null,
    evidence: toEvidence(body),
  };
}

/** Which fields the caller filled in. */
export function toSentFields(body: RecordPostbackBody): SentFields {
  const evidence: Partial<Record<EvidenceKind, string>> = {};
  for (const [kind, names] of evidenceFields) {
    const name = names.find((field) => present(body[field]));
    if (name) evidence[kind] = name;
  }
  return {
    occurredAt: present(body.occurredAt),
    metadata: body.metadata !== undefined && body.metadata !== null,
    evidence,
  };
}

/** The fields that carry each kind of evidence, an alias behind its twin. */
export const evidenceFields = [
  ['SESSION', ['sessionId', 'rcsid']],
  ['CLICK', ['clickId', 'cid']],
  ['CODE', ['affiliateCode']],
  ['EMAIL', ['customerEmailHash', 'customerEmail']],
  ['CUSTOMER', ['customerId']],
] as const satisfies readonly (readonly [EvidenceKind, readonly (keyof RecordPostbackBody)[]])[];

function toEvidence(body: RecordPostbackBody): EvidenceItem[] {
  const evidence: EvidenceItem[] = [];
  const add = (kind: EvidenceKind, value: unknown) => {
    if (present(value)) evidence.push({ kind, value: storable(value) });
  };
  add('SESSION', present(body.sessionId) ? body.sessionId : body.rcsid);
  add('CLICK', present(body.clickId) ? body.clickId : body.cid);
  add('CODE', body.affiliateCode);
  if (present(body.customerEmailHash)) {
    evidence.push({ kind: 'EMAIL', value: body.customerEmailHash.toLowerCase() });
  } else if (present(body.customerEmail)) {
    const value = isUsableEmail(body.customerEmail) ? hashEmail(body.customerEmail) : null;
    evidence.push({ kind: 'EMAIL', value });
  }
  if (present(body.customerId)) evidence.push({ kind: 'CUSTOMER', value: body.customerId });
  return evidence;
}

/**
 * What is kept of a session, click or code. PostgreSQL stores neither U+0000 nor lone surrogates, and nobody needs a page of
 * text: an id that has such is none of ours, so a mark in its place and a cut lose nothing.
 */
function storable(value: string): string {
  const cut =
    value.length > LONGEST_ID ? [...value.slice(0, 2 * LONGEST_ID)].slice(0, LONGEST_ID).join('') : value;
  return cut.replaceAll('\u0000', '\uFFFD').toWellFormed();
}

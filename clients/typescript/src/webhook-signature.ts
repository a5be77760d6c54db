// The signatures of a webhook: what is signed, by which header, and whether one of the secrets has signed it. Web Crypto alone, which every
// runtime has; it compares in constant time.
import { UsageError, WebhookVerificationError } from './errors.js';
import type { ReadHeader } from './webhook-headers.js';

/** What a header claims. */
export interface Signed {
  /** The header that counts. */
  header: string;
  /** Unix time, in seconds. */
  sentAt: number;
  /** What stands before the body in what is signed. */
  prefix: string;
  signatures: Uint8Array<ArrayBuffer>[];
  /** The secret as the key that this header is made with. */
  keyOf: (secret: string) => Uint8Array<ArrayBuffer>;
}

const STANDARD = 'webhook-signature';
const OWN = 'x-refcampaign-signature';
/** A rotation has two. Each costs a computation: whoever sends thousands shall gain nothing. */
const MOST_SIGNATURES = 8;
const SECRET = /^whsec_[A-Za-z0-9+/]+=*$/;

/**
 * What is claimed, by the header that counts: the standard's, since it signs the event's id too; RefCampaign's own where a proxy lets
 * through no other.
 * @throws WebhookVerificationError MISSING_HEADER, MALFORMED_HEADER
 */
export function signedBy(read: ReadHeader): Signed {
  const [standard, own] = [read(STANDARD), read(OWN)];
  if (standard !== null) return standardSigned(standard, read);
  if (own !== null) return ownSigned(own);
  throw missing(`${STANDARD}, and no ${OWN}`);
}

/** Standard Webhooks: `v1,<base64>`, one after the other, over id, time and body. */
function standardSigned(header: string, read: ReadHeader): Signed {
  const [id, time] = [read('webhook-id'), read('webhook-timestamp')];
  if (id === null) throw missing('webhook-id');
  if (time === null) throw missing('webhook-timestamp');
  const signatures = header.split(/[\s]+/).flatMap((each) => {
    const [version, text = ''] = each.split(',');
    return version === 'v1' ? (fromBase64(text) ?? []) : [];
  });
  const keyOf = (secret: string) => fromBase64(secret.slice('whsec_'.length)) ?? new Uint8Array();
  return { header: STANDARD, sentAt: secondsIn(time), prefix: `${id}.${time}.`, signatures, keyOf };
}

/** RefCampaign's: `t=<time>,v1=<hex>` over time and body; the key is the secret's own text. */
function ownSigned(header: string): Signed {
  const parts = header.split(',').map((part) => part.trim().split('='));
  const [time = '', second] = parts.flatMap(([name, value = '']) => (name === 't' ? value : []));
  if (second !== undefined) throw malformed(OWN);
  const signatures = parts.flatMap(([name, value = '']) => (name === 'v1' ? (fromHex(value) ?? []) : []));
  const keyOf = (secret: string) => new TextEncoder().encode(secret);
  return { header: OWN, sentAt: secondsIn(time), prefix: `${time}.`, signatures, keyOf };
}

/** Whether one of the secrets has signed the body with one of the signatures. */
export async function isSigned(
  signed: Signed,
  body: Uint8Array,
  secrets: readonly string[],
): Promise<boolean> {
  const prefix = new TextEncoder().encode(signed.prefix);
  const message = new Uint8Array(prefix.length + body.length);
  message.set(prefix);
  message.set(body, prefix.length);
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  for (const secret of secrets) {
    const key = await crypto.subtle.importKey('raw', signed.keyOf(secret), algorithm, false, ['verify']);
    for (const signature of signed.signatures.slice(0, MOST_SIGNATURES))
      if (await crypto.subtle.verify('HMAC', key, signature, message)) return true;
  }
  return false;
}

/** @throws UsageError without a secret, and for what is none: never with its text */
export function secretsFrom(secret: string | readonly (string | undefined)[]): string[] {
  const all: unknown[] = [secret].flat();
  const given = all.filter((one) => one !== undefined && one !== '');
  const areSecrets = given.every((one): one is string => typeof one === 'string' && SECRET.test(one));
  if (given.length > 0 && areSecrets) return given;
  throw new UsageError(
    given.length === 0
      ? 'No secret was given: is the variable set that holds it?'
      : 'A secret must be given as it was shown: whsec_ and what follows it, without blanks or line breaks.',
  );
}

function secondsIn(text: string): number {
  if (/^\d{1,12}$/.test(text)) return Number(text);
  throw new WebhookVerificationError('MALFORMED_HEADER', 'The time of sending is no number of seconds.');
}

function fromHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[0-9a-f]{64}$/.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g)!, (pair) => parseInt(pair, 16));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
  } catch {
    return undefined;
  }
}

function missing(header: string): WebhookVerificationError {
  return new WebhookVerificationError('MISSING_HEADER', `There is no ${header}.`);
}

function malformed(header: string): WebhookVerificationError {
  return new WebhookVerificationError('MALFORMED_HEADER', `${header} is not as it should be.`);
}

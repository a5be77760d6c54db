// Signatures of a delivery, for two kinds of verifiers, from one secret: RefCampaign's own, and Standard Webhooks (standardwebhooks.com).
import { createHmac, randomBytes } from 'node:crypto';

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A new secret: `whsec_` and 32 random bytes as base64. */
export function makeSecret(): string {
  return PREFIX + randomBytes(SECRET_BYTES).toString('base64');
}

export interface Signed {
  /** The event's id: the same at every try. */
  id: string;
  /** The bytes that are sent, or their text. */
  body: Buffer | string;
  /** The time of this try: verifiers refuse what is minutes old. */
  at: Date;
  /**
   * Whoever verifies knows one of them. Newest first: RefCampaign's verifier tries the last one only, and an old secret stays valid where
   * it is written down until the rotation ends.
   */
  secrets: readonly string[];
}

/** The headers that prove who sent this, and when. */
export function signatureHeaders({ id, body, at, secrets }: Signed): Record<string, string> {
  const seconds = String(Math.floor(at.getTime() / 1000));
  const own = secrets.map((secret) => `v1=${sign(secret, [seconds, '.', body]).toString('hex')}`);
  const standard = secrets.map((secret) => {
    const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
    return `v1,${sign(key, [id, '.', seconds, '.', body]).toString('base64')}`;
  });
  return {
    'X-RefCampaign-Signature': [`t=${seconds}`, ...own].join(','),
    'webhook-id': id,
    'webhook-timestamp': seconds,
    'webhook-signature': standard.join(' '),
  };
}

function sign(key: Buffer | string, parts: readonly (Buffer | string)[]): Buffer {
  const hmac = createHmac('sha256', key);
  for (const part of parts) hmac.update(part);
  return hmac.digest();
}

// SECRET_KEY as it is written down, in an environment or a file: 32 bytes, as base64 (either alphabet) or hex.
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';

const KEY_BYTES = 32;
const HEX = /^[0-9a-f]{64}$/i;
const BASE64 = /^[A-Za-z0-9+/_-]{43}=?$/;

/** null for what is no key. The object shows its bytes to no log and no JSON. */
export function parseSecretKey(text: string): KeyObject | null {
  if (HEX.test(text)) return createSecretKey(text, 'hex');
  return BASE64.test(text) ? createSecretKey(Buffer.from(text, 'base64')) : null;
}

/** A new key, written down. */
export function makeSecretKeyText(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}

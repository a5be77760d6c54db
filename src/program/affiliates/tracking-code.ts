// Tracking codes: what they look like, and how we make one.
import { randomBytes } from 'node:crypto';

/** Crockford's base32 in lower case: no i, l, o, u, so that a code can be read out over the telephone. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const LENGTH = 10;
const FORM = /^[A-Za-z0-9_-]{3,64}$/;

/** Ten random characters (50 bits). */
export function makeTrackingCode(): string {
  return Array.from(randomBytes(LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');
}

/** The code as it is stored (lower case), or null when `text` cannot be one. */
export function toTrackingCode(text: string): string | null {
  return FORM.test(text) ? text.toLowerCase() : null;
}

// Recovery codes, for who has lost their phone: 75 random bits each, of which the hash is stored. Pure, but for randomness.
import { hash, randomBytes } from 'node:crypto';

export const RECOVERY_CODES = 10;
/** Crockford's base32: no letter that is taken for a digit. */
const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const FORM = /^[0-9a-hjkmnp-tv-z]{15}$/;

/** Ten codes, `3k7xq-…-…`. */
export function makeRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = Array.from(randomBytes(15), (byte) => ALPHABET[byte % 32]).join('');
    return letters.replace(/.{5}(?=.)/g, '$&-');
  });
}

/** SHA-256 of a code as it was typed, in any case, with or without dashes; null for what can be none. A fast hash is enough for 75 random bits. */
export function recoveryCodeHash(typed: string): Buffer | null {
  const code = typed.toLowerCase().replace(/[\s-]/g, '').replace(/o/g, '0').replace(/[il]/g, '1');
  return FORM.test(code) ? hash('sha256', code, 'buffer') : null;
}

// The text of an API key: rc_live_ or rc_test_, 30 random characters, 6 of checksum. A typo is refused without asking anybody,
// and a secret scanner can tell a leaked key from noise.
import { hash, randomInt } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type { Mode } from '#platform/database/tenant.js';

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const RANDOM_CHARACTERS = 30; // 178 bits
const CHECKSUM_CHARACTERS = 6; // 62^6 > 2^32
const FORM = /^rc_(?:live|test)_[0-9A-Za-z]{36}$/;

/** A new key: 178 random bits. It is shown once and never stored; its hash is. */
export function makeKeyText(mode: Mode): string {
  const random = Array.from({ length: RANDOM_CHARACTERS }, () => BASE62[randomInt(BASE62.length)]).join('');
  const body = `rc_${mode}_${random}`;
  return body + checksum(body);
}

/** True when `text` has the form of a key and its checksum is right: it may be a key. */
export function isKeyText(text: string): boolean {
  if (!FORM.test(text)) return false;
  return checksum(text.slice(0, -CHECKSUM_CHARACTERS)) === text.slice(-CHECKSUM_CHARACTERS);
}

/** What is stored of a key: its SHA-256, in hex. A fast hash is enough for 178 random bits. */
export function hashKeyText(text: string): string {
  return hash('sha256', text, 'hex');
}

/** What lists show of a key: `rc_live_…Ab3d`. */
export function maskedKey(mode: Mode, lastFour: string): string {
  return `rc_${mode}_…${lastFour}`;
}

/** CRC32 in six base62 digits. */
function checksum(body: string): string {
  let rest = crc32(body);
  let digits = '';
  for (let i = 0; i < CHECKSUM_CHARACTERS; i++) {
    digits = BASE62.charAt(rest % 62) + digits;
    rest = Math.floor(rest / 62);
  }
  return digits;
}

// Codes of an authenticator app (TOTP, RFC 6238) with what all apps know: SHA-1, 6 digits, 30 seconds. Pure, but for randomness. By hand, for it
// is shorter than what a library for it would have to be told; the RFC's own examples are its test.
import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const SECRET_BYTES = 20;
const DIGITS = 6;
const STEP_SECONDS = 30;
/** Steps by which a phone's clock may be off; the right one first. */
const WINDOW = [0, -1, 1];
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** How an app shows the account. */
export interface AccountName {
  issuer: string;
  label: string;
}

export function makeTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** The secret to be typed (base32), and the same with all else as the address that a QR code holds. */
export function toldSecret(
  secret: Buffer,
  { issuer, label }: AccountName,
): { secret: string; otpauthUrl: string } {
  const text = toBase32(secret);
  const [from, whose] = [encodeURIComponent(issuer), encodeURIComponent(label)];
  const asked = `issuer=${from}&secret=${text}&algorithm=SHA1&digits=${DIGITS}&period=${STEP_SECONDS}`;
  return { secret: text, otpauthUrl: `otpauth://totp/${from}:${whose}?${asked}` };
}

/** A code as it was typed, without the spaces that apps show; null for what is none. */
export function totpCode(typed: string): string | null {
  const code = typed.replace(/\s/g, '');
  return /^[0-9]{6}$/.test(code) ? code : null;
}

/**
 * The step (of 30 seconds since 1970) whose code this is, if that is now, or was or will be within a step; else null.
 * @param code six digits, as `totpCode` gives them.
 */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | null {
  const current = Math.floor(now.getTime() / 1000 / STEP_SECONDS);
  const near = WINDOW.map((off) => current + off).filter((step) => step >= 0);
  // All are compared, so that how long it takes does not tell which one it was.
  const equal = near.filter((step) => timingSafeEqual(Buffer.from(code), codeOfStep(secret, step)));
  return equal[0] ?? null;
}

function codeOfStep(secret: Buffer, step: number): Buffer {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', secret).update(counter).digest();
  const number = digest.readUInt32BE(digest.at(-1)! & 0xf) & 0x7fffffff;
  return Buffer.from(String(number % 10 ** DIGITS).padStart(DIGITS, '0'));
}

function toBase32(bytes: Buffer): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => BASE32[parseInt(five, 2)]).join('');
}

// Codes of an authenticator app (TOTP, RFC 6238) with what all apps know: SHA-1, 6 digits, 30 seconds. Pure, but for randomness.
import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

const SECRET_BYTES = 20;
const STEP_SECONDS = 30;
/** Steps by which a phone's clock may be off, before and after. */
const WINDOW = 1;

/** How an app shows the account. */
export interface AccountName {
  issuer: string;
  label: string;
}

export function makeTotpSecret(): Buffer {
  return randomBytes(SECRET_BYTES);
}

/** The secret to be typed (base32), and the same with all else as the address that a QR code holds. */
export function toldSecret(secret: Buffer, name: AccountName): { secret: string; otpauthUrl: string } {
  const totp = totpOf(secret, name);
  return { secret: totp.secret.base32, otpauthUrl: totp.toString() };
}

/** A code as it was typed, without the spaces that apps show; null for what is none. */
export function totpCode(typed: string): string | null {
  const code = typed.replace(/\s/g, '');
  return /^\d{6}$/.test(code) ? code : null;
}

/** The step (of 30 seconds since 1970) whose code this is, if that is now, or was or will be within a step; else null. */
export function stepOfCode(secret: Buffer, code: string, now: Date): number | null {
  const timestamp = now.getTime();
  const delta = totpOf(secret).validate({ token: code, timestamp, window: WINDOW });
  return delta === null ? null : Math.floor(timestamp / 1000 / STEP_SECONDS) + delta;
}

function totpOf(secret: Buffer, name: Partial<AccountName> = {}): TOTP {
  return new TOTP({
    ...name,
    algorithm: 'SHA1',
    digits: 6,
    period: STEP_SECONDS,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
  });
}

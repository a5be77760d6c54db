// The token of a link for a new password: 256 random bits, of which the hash is stored.
import { hash, randomBytes } from 'node:crypto';
import { HOUR_MS } from '#platform/time/time-units.js';

/** How long a link works. */
export const RESET_LASTS_MS = HOUR_MS;

const FORM = /^rst_[A-Za-z0-9_-]{43}$/;

export function makeResetToken(): string {
  return `rst_${randomBytes(32).toString('base64url')}`;
}

/** SHA-256 of the token; null for what can be none. */
export function resetTokenHash(token: string): Buffer | null {
  return FORM.test(token) ? hash('sha256', token, 'buffer') : null;
}

/** The link that a person opens. The token stands behind `#`: no server's log and no Referer has it. */
export function resetLink(publicUrl: string, token: string): string {
  return `${publicUrl}/dashboard/reset#${token}`;
}

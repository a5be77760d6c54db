// An email as it reaches us, and the one form of it that we keep: a hash.
import { createHash } from 'node:crypto';
import { isStorable } from '#platform/values/storable.js';

const LONGEST_EMAIL = 254;

/** Trimmed and lower-cased as JavaScript does it, without further normalisation: what every client of the API hashes. */
export function normalizeEmail(email: string): string {
  return email.trim().toLowerCase();
}

/** SHA-256 of the normalised email's UTF-8 bytes, lower-case hex. */
export function hashEmail(email: string): string {
  return createHash('sha256').update(normalizeEmail(email), 'utf8').digest('hex');
}

/** Whether it can be an email at all: something, one @, something, no blanks, nothing that no text should hold. */
export function isUsableEmail(email: string): boolean {
  const normalized = normalizeEmail(email);
  return (
    normalized.length <= LONGEST_EMAIL && isStorable(normalized) && /^[^\s@]+@[^\s@]+$/u.test(normalized)
  );
}

/** The hash in lower case, without blanks around it; null for what is none, such as an email or an MD5. */
export function readHash(text: string): string | null {
  const trimmed = text.trim();
  return /^[0-9a-f]{64}$/i.test(trimmed) ? trimmed.toLowerCase() : null;
}

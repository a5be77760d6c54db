// The rotation of a secret: for a while the new one and the old one sign. RefCampaign's verifier tries the last signature only, so the old one
// stands last until the merchant says that their server knows the new one.
import { HOUR_MS } from '#platform/time/time-units.js';
import type { StoredEndpoint } from './stored-endpoint.js';

/** A secret that was just made: to be shown, and to be kept. */
export interface NewSecret {
  text: string;
  sealed: Buffer;
  /** Enough to recognise it, not to sign with. */
  hint: string;
}

/** What of an endpoint a rotation changes. */
export type SecretFields = Pick<
  StoredEndpoint,
  'secret' | 'secretHint' | 'oldSecret' | 'oldSecretUntil' | 'isNewSecretLast'
>;

/** The secret of before, sealed, while it signs; null once it does no more. */
export function oldSecretOf(endpoint: StoredEndpoint, now: Date): Buffer | null {
  return oldSecretUntil(endpoint, now) && endpoint.oldSecret;
}

/** Until when two secrets sign; null where one does. */
export function oldSecretUntil({ oldSecretUntil: until }: StoredEndpoint, now: Date): Date | null {
  return until !== null && until > now ? until : null;
}

/** The secrets of an endpoint after a rotation. @param overlapHours for how long the one of now signs too; 0: no longer. */
export function rotated(
  { secret: current }: StoredEndpoint,
  made: NewSecret,
  overlapHours: number,
  now: Date,
): SecretFields {
  const overlaps = overlapHours > 0;
  return {
    secret: made.sealed,
    secretHint: made.hint,
    oldSecret: overlaps ? current : null,
    oldSecretUntil: overlaps ? new Date(now.getTime() + overlapHours * HOUR_MS) : null,
    isNewSecretLast: false,
  };
}

// When a delivery that failed is tried again, and when no more. Pure.
import { HOUR_MS, MINUTE_MS } from '#platform/time/time-units.js';
import type { SendFailure } from '#integrations/webhooks/sending/attempt.js';

/** Before the 2nd, 3rd … 12th try: 75 hours in all. */
const PAUSES_MS = [
  5_000,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  ...[2, 5, 10, 10, 10, 12, 12, 13].map((hours) => hours * HOUR_MS),
];
export const MOST_TRIES = PAUSES_MS.length + 1;
/** So that what failed together does not come together again. */
const SPREAD = 0.2;
/** A receiver that is over its limits, or does not answer in time, is left alone for so long at least. */
const OVERLOADED_MS = MINUTE_MS;

export interface Failed {
  /** Tries with this one. */
  attempts: number;
  failure: SendFailure;
  status: number | null;
  /** What the receiver asks for. */
  retryAfterSeconds: number | null;
}

/** @param chance 0 to 1, by chance. @returns how long to wait, in milliseconds; null: it was the last try. */
export function pauseMs(
  { attempts, failure, status, retryAfterSeconds }: Failed,
  chance: number,
): number | null {
  const base = PAUSES_MS[attempts - 1];
  if (base === undefined) return null;
  const spread = base * (1 + SPREAD * (2 * chance - 1));
  const overloaded = failure === 'timeout' || status === 429 ? OVERLOADED_MS : 0;
  // The receiver may ask for more than we would wait, but not for so long that it never gets the event.
  const asked = Math.min((retryAfterSeconds ?? 0) * 1000, 2 * Math.max(base, overloaded));
  return Math.round(Math.max(spread, overloaded, asked));
}

// Whether a failed try is repeated, and when. Pure: a failure and a random number in, a decision out.
import { ConnectionError, RateLimitError, type RefCampaignError, ServerError } from './errors.js';

const FIRST_DELAY_MS = 250;
const MOST_DELAY_MS = 8_000;
/** Who is told to wait for longer hears it at once, as an error, and decides. */
const LONGEST_RETRY_AFTER_SECONDS = 60;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
/** Nothing was sent if there was no connection. */
const NEVER_CONNECTED = [
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'ConnectionRefused',
];

/**
 * Whether another try may help, and can do no harm. What is safe to repeat is repeated after 429, 5xx, a time-out and a broken
 * connection; what is not, only when it was certainly not carried out: 429, or no connection at all.
 */
export function mayRepeat(failure: RefCampaignError, isRepeatable: boolean): boolean {
  if ((failure.retryAfterSeconds ?? 0) > LONGEST_RETRY_AFTER_SECONDS) return false;
  if (failure instanceof RateLimitError) return true;
  if (failure instanceof ServerError) return isRepeatable;
  if (failure instanceof ConnectionError) return isRepeatable || wasNeverSent(failure);
  return false;
}

function wasNeverSent(failure: ConnectionError): boolean {
  const causes = [failure.cause, (failure.cause as Error | undefined)?.cause] as (
    | { code?: string }
    | undefined
  )[];
  return causes.some((cause) => cause?.code !== undefined && NEVER_CONNECTED.includes(cause.code));
}

/**
 * How long to wait before the next try, in milliseconds: anything up to 250 ms, doubled with each try and 8 s at most, so that many
 * callers do not come back at once. With a `Retry-After`, that much is waited for first.
 * @param retries how many were made already
 * @param random from 0 to 1
 */
export function delayMs(retries: number, retryAfterSeconds: number | null, random: number): number {
  const most = Math.min(FIRST_DELAY_MS * 2 ** retries, MOST_DELAY_MS);
  return (retryAfterSeconds ?? 0) * 1000 + random * most;
}

/** `Retry-After` in seconds from now, be it a number (parts of a second count as a whole one) or a date; `null` if it is neither. */
export function retryAfterSeconds(header: string | null, now: number): number | null {
  if (header === null) return null;
  const text = header.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Math.ceil(Number(text));
  // Date.parse takes much for a date, "-5" among it.
  const at = HTTP_DATE.test(text) ? Date.parse(text) : NaN;
  return Number.isNaN(at) ? null : Math.max(0, (at - now) / 1000);
}

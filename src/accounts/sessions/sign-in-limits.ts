// How long who was wrong has to wait. Pure. An account cannot be shut for good by a stranger: whoever tries from elsewhere waits half a minute at
// most, whatever others do. Why so: docs/decisions/0022-people-on-our-own-tables.md
import { hash } from 'node:crypto';

/** Wrong tries that cost nothing, and the longest wait after them. */
interface Limit {
  free: number;
  longestSeconds: number;
}

/**
 * Of one account from one address, of one address whatever the account, of one account wherever from; and codes of its app, which only who
 * knows the password, or is signed in, can get wrong: one in 300,000 guesses is right, so they may not be many.
 */
const PAIR: Limit = { free: 5, longestSeconds: 900 };
const ADDRESS: Limit = { free: 30, longestSeconds: 900 };
const ACCOUNT: Limit = { free: 30, longestSeconds: 30 };
const CODE: Limit = { free: 5, longestSeconds: 900 };

/** Failures are forgotten when none came for so long. */
export const FORGOTTEN_AFTER_MS = 60 * 60_000;

export interface Counter {
  /** What it counts; an email stands in it as its hash. */
  name: string;
  limit: Limit;
}

/** What a wrong password is counted by, in the order in which rows are locked. @param email normalised. */
export function countersOf(email: string, client: string): Counter[] {
  const account = hash('sha256', email, 'hex');
  const counters = [
    { name: `account:${account}`, limit: ACCOUNT },
    addressCounterOf(client),
    { name: `pair:${account}:${client}`, limit: PAIR },
  ];
  return counters.sort((one, other) => (one.name < other.name ? -1 : 1));
}

/** What a wrong code of an authenticator app is counted by, wherever it comes from. @param email normalised. */
export function codeCounterOf(email: string): Counter {
  return { name: `code:${hash('sha256', email, 'hex')}`, limit: CODE };
}

/** What a passkey that is not good is counted by: nobody is known yet. */
export function addressCounterOf(client: string): Counter {
  return { name: `address:${client}`, limit: ADDRESS };
}

/**
 * Seconds until the next try, from what was counted; 0: now. Doubles with each failure beyond the free ones.
 * @param failures of late, and when the last one was; undefined: none.
 */
export function waitSeconds(
  { free, longestSeconds }: Limit,
  counted: { failures: number; lastAt: Date } | undefined,
  now: Date,
): number {
  if (!counted || now.getTime() - counted.lastAt.getTime() >= FORGOTTEN_AFTER_MS) return 0;
  if (counted.failures < free) return 0;
  const wait = Math.min(2 ** Math.min(counted.failures - free, 20), longestSeconds);
  const over = counted.lastAt.getTime() + wait * 1000 - now.getTime();
  return Math.max(0, Math.ceil(over / 1000));
}

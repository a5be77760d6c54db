// What no schema can say about payouts.
import type { Issue } from '#platform/errors/failure.js';
import { parseDateTime } from '#platform/values/formats.js';
import { DAY_MS } from '#platform/time/time-units.js';

/** A bank may be told today to pay on another day; farther ahead it is a slip, and marking is final. */
const AHEAD_DAYS = 31;

/** The rule of markPayoutPaid. */
export function paidAtRule(body: { paidAt?: unknown }, _query: unknown, now: Date): Issue[] {
  const paidAt = typeof body.paidAt === 'string' ? parseDateTime(body.paidAt) : null;
  if (!paidAt || paidAt.getTime() <= now.getTime() + AHEAD_DAYS * DAY_MS) return [];
  return [{ path: ['paidAt'], message: `must be at most ${AHEAD_DAYS} days ahead` }];
}

// How an endpoint does: what its tries say of it, when it is told that it fails, and when nothing is sent to it any more. Pure.
import { DAY_MS, HOUR_MS } from '#platform/time/time-units.js';
import { MOST_TRIES } from './schedule.js';

/** Of an endpoint, as it is stored. */
export interface Health {
  /** Tries that have failed since one succeeded. */
  failures: number;
  /** When the first of these was. */
  failingSince: Date | null;
  /** When it was last told of. */
  warnedAt: Date | null;
}

export interface Try {
  at: Date;
  isDelivered: boolean;
}

/** Nothing but failures for so long, and as many as one event has tries. */
const DISABLED_AFTER_MS = 5 * DAY_MS;
const WARNED_AFTER_MS = [24 * HOUR_MS, 96 * HOUR_MS];

/** @param tries in order of time; those of events alone. */
export function afterTries(before: Health, tries: readonly Try[]): Health {
  return tries.reduce<Health>((health, { at, isDelivered }) => {
    if (isDelivered) return { failures: 0, failingSince: null, warnedAt: null };
    const { failures, failingSince, warnedAt } = health;
    return { failures: failures + 1, failingSince: failingSince ?? at, warnedAt };
  }, before);
}

/** What follows from it now. */
export function verdictOn(
  { failures, failingSince, warnedAt }: Health,
  now: Date,
): 'DISABLE' | 'WARN' | null {
  if (failingSince === null) return null;
  const passedMs = now.getTime() - failingSince.getTime();
  if (passedMs >= DISABLED_AFTER_MS && failures >= MOST_TRIES) return 'DISABLE';
  const due = WARNED_AFTER_MS.filter((afterMs) => passedMs >= afterMs).length;
  const told = WARNED_AFTER_MS.filter(
    (afterMs) => warnedAt !== null && warnedAt.getTime() - failingSince.getTime() >= afterMs,
  ).length;
  return due > told ? 'WARN' : null;
}

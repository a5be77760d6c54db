// What an address says of the audit log: the filters that listAuditLog has, as texts. What cannot be one is left out.
import type { Query } from '../api/types.js';
import { nextDay, startOfDay } from '../orders/period.js';
import { dayIn, textIn } from '../search.js';

type Sent = NonNullable<Query<'listAuditLog'>>;

/** `from` and `to` are days (2026-11-30), both included, as the person's time zone has them. */
export interface AuditFilters {
  personId?: string | undefined;
  action?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

const ACTION = /^[A-Z][A-Z0-9_]{0,63}$/;

export function validateAuditFilters(search: Record<string, unknown>): AuditFilters {
  const action = textIn(search, 'action');
  return {
    personId: textIn(search, 'personId')?.slice(0, 64),
    action: action !== undefined && ACTION.test(action) ? action : undefined,
    from: dayIn(search, 'from'),
    to: dayIn(search, 'to'),
  };
}

export function isFiltered(filters: AuditFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** As the contract takes them: a period from the first moment of its first day to the first one after its last. */
export function toQuery({ from, to, ...rest }: AuditFilters, timeZone: string): Sent {
  return {
    ...rest,
    from: from && startOfDay(from, timeZone),
    to: to && startOfDay(nextDay(to), timeZone),
  };
}

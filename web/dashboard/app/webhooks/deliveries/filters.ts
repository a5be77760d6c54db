// What an address says of an endpoint's log: the filters that listDeliveries has, as texts. What cannot be one is left out.
import type { Query } from '../../api/types.js';
import { oneOf, textIn } from '../../search.js';

export const states = ['WAITING', 'DELIVERED', 'FAILED', 'SKIPPED'] as const;

const MOST_CHARACTERS = 64;

export interface LogFilters {
  state?: (typeof states)[number] | undefined;
  event?: string | undefined;
  eventId?: string | undefined;
}

export function validateLogFilters(search: Record<string, unknown>): LogFilters {
  return {
    state: oneOf(search, 'state', states),
    event: textIn(search, 'event')?.slice(0, MOST_CHARACTERS),
    eventId: textIn(search, 'eventId')?.slice(0, MOST_CHARACTERS),
  };
}

export function isFiltered(filters: LogFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** As the contract takes them. */
export function toLogQuery({ state, event, eventId }: LogFilters): NonNullable<Query<'listDeliveries'>> {
  return { ...(state && { state }), ...(event && { event }), ...(eventId && { eventId }) };
}

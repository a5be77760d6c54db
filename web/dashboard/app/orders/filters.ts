// What an address says of the list of orders: the filters that listConversions has, as texts. What cannot be one is left out.
import type { Query } from '../api/types.js';
import { dayIn, oneOf, textIn } from '../search.js';
import { nextDay, startOfDay } from './period.js';

type Sent = NonNullable<Query<'listConversions'>>;

/** `from` and `to` are days (2026-11-30), both included, as the person's time zone has them. */
export interface OrderFilters {
  externalId?: string | undefined;
  status?: Sent['status'];
  affiliateId?: string | undefined;
  campaignId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

export function validateFilters(search: Record<string, unknown>): OrderFilters {
  return {
    externalId: textIn(search, 'externalId'),
    status: oneOf(search, 'status', ['ATTRIBUTED', 'UNATTRIBUTED']),
    affiliateId: textIn(search, 'affiliateId'),
    campaignId: textIn(search, 'campaignId'),
    from: dayIn(search, 'from'),
    to: dayIn(search, 'to'),
  };
}

export function isFiltered(filters: OrderFilters): boolean {
  return Object.values(filters).some((value) => value !== undefined);
}

/** As the contract takes them: a period from the first moment of its first day to the first one after its last. */
export function toQuery({ from, to, ...rest }: OrderFilters, timeZone: string): Sent {
  return {
    ...rest,
    from: from && startOfDay(from, timeZone),
    to: to && startOfDay(nextDay(to), timeZone),
  };
}

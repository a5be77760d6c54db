// The list of orders as it grows, looked at every two seconds.
import type { Query, Schemas } from '../api/types.js';
import { useLiveList } from '../session/live-list.js';
import { useTenantCall } from '../session/use-call.js';

type Filter = NonNullable<Query<'listConversions'>>;
type Order = Schemas['Conversion'];

export const LOOK_EVERY_MS = 2_000;

export function useOrders(filter: Filter) {
  const call = useTenantCall();
  return useLiveList<Order>({
    name: 'orders',
    filter,
    load: (asked, options) => call('listConversions', { query: { ...filter, ...asked }, ...options }),
    identityOf: ({ conversionId }) => conversionId,
    lookEveryMs: LOOK_EVERY_MS,
    // Matched later, refunded.
    isChanged: (shown, now) => shown.history.length !== now.history.length,
  });
}

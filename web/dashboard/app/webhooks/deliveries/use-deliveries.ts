// The log of an endpoint as it grows, and one delivery for as long as it is on its way.
import { useQuery } from '@tanstack/react-query';
import type { Schemas } from '../../api/types.js';
import { useLiveList } from '../../session/live-list.js';
import { useTenantCall, useTenantKey } from '../../session/use-call.js';
import { toLogQuery, type LogFilters } from './filters.js';

const LOOK_EVERY_MS = 2_000;

export function useDeliveries(endpointId: string, filters: LogFilters) {
  const call = useTenantCall();
  const query = toLogQuery(filters);
  return useLiveList<Schemas['Delivery']>({
    name: 'deliveries',
    filter: { endpointId, ...query },
    load: (asked, options) =>
      call('listDeliveries', { path: { endpointId }, query: { ...query, ...asked }, ...options }),
    identityOf: ({ deliveryId }) => deliveryId,
    lookEveryMs: LOOK_EVERY_MS,
    isChanged: (shown, now) => shown.state !== now.state || shown.attempts !== now.attempts,
  });
}

export function useDelivery(endpointId: string, deliveryId: string) {
  const call = useTenantCall();
  return useQuery({
    queryKey: [...useTenantKey(), 'delivery', endpointId, deliveryId],
    queryFn: ({ signal }) => call('getDelivery', { path: { endpointId, deliveryId }, signal }),
    refetchInterval: ({ state: { data, error } }) =>
      (error && !error.isAway) || (data && data.data.state !== 'WAITING') ? false : LOOK_EVERY_MS,
  });
}

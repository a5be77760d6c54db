// What the orders of a filter add up to, looked at again and again: the more there are, the less often, for each look reads them all.
import { useQuery } from '@tanstack/react-query';
import type { Query, Schemas } from '../api/types.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';

type Filter = NonNullable<Query<'summarizeConversions'>>;

const LOOK_EVERY_MS = 3_000;
/** Twenty thousand orders are looked at once a minute. */
const LOOK_LATER_PER_ORDER_MS = 3;

export function useSums(filter: Filter): Schemas['ConversionSummary'] | undefined {
  const call = useTenantCall();
  const { data } = useQuery({
    queryKey: [...useTenantKey(), 'order-sums', filter],
    queryFn: async ({ signal }) => (await call('summarizeConversions', { query: filter, signal })).data,
    refetchInterval: ({ state }) =>
      Math.max(LOOK_EVERY_MS, (state.data?.conversions ?? 0) * LOOK_LATER_PER_ORDER_MS),
    staleTime: 0,
  });
  return data;
}

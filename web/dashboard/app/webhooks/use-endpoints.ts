// The endpoints of a merchant and mode, and one of them: looked at again every few seconds while they are seen, for how they do changes
// by itself.
import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Schemas } from '../api/types.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';

export type Endpoint = Schemas['WebhookEndpoint'];

const PAGE = 50;
const LOOK_EVERY_MS = 5_000;

export function useEndpoints() {
  const call = useTenantCall();
  return useInfiniteQuery({
    queryKey: [...useTenantKey(), 'endpoints'],
    queryFn: ({ pageParam, signal }) =>
      call('listEndpoints', { query: { limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ meta }) => meta.page.nextCursor ?? undefined,
    refetchInterval: LOOK_EVERY_MS,
  });
}

export function useEndpoint(endpointId: string) {
  const call = useTenantCall();
  return useQuery({
    queryKey: [...useTenantKey(), 'endpoint', endpointId],
    queryFn: ({ signal }) => call('getEndpoint', { path: { endpointId }, signal }),
    refetchInterval: ({ state }) => (state.error && !state.error.isAway ? false : LOOK_EVERY_MS),
  });
}

/** After a change: asked for anew, for a reply with a secret in it is not to be kept. Resolves when all that is seen is as it is now. */
export function useEndpointRefresh(): (endpointId: string) => Promise<unknown> {
  const client = useQueryClient();
  const tenant = useTenantKey();
  return (endpointId) =>
    Promise.all([
      client.invalidateQueries({ queryKey: [...tenant, 'endpoint', endpointId] }),
      client.invalidateQueries({ queryKey: [...tenant, 'endpoints'] }),
    ]);
}

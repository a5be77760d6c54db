// The members and the invitations of a merchant, page by page.
import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useTenantCall, useTenantKey } from '../session/use-call.js';

const PAGE = 50;

export function useMembers() {
  const call = useTenantCall();
  return useInfiniteQuery({
    queryKey: [...useTenantKey(), 'members'],
    queryFn: ({ pageParam, signal }) =>
      call('listMembers', { query: { limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ meta }) => meta.page.nextCursor ?? undefined,
  });
}

export function useInvitations() {
  const call = useTenantCall();
  return useInfiniteQuery({
    queryKey: [...useTenantKey(), 'invitations'],
    queryFn: ({ pageParam, signal }) =>
      call('listInvitations', { query: { limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ meta }) => meta.page.nextCursor ?? undefined,
  });
}

/** Asks anew for both: who is changed or removed takes invitations along. Resolves when both are there. */
export function useRefresh(): () => Promise<unknown> {
  const client = useQueryClient();
  const key = useTenantKey();
  return () =>
    Promise.all(
      ['members', 'invitations'].map((name) => client.invalidateQueries({ queryKey: [...key, name] })),
    );
}

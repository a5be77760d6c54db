// The list of requests, page by page, and what has come since: looked at every few seconds while the page is seen. Rows do not move by
// themselves: whoever reads one must not lose it to the next.
import { useInfiniteQuery, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Query, Reply, Schemas } from '../api/types.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';

export type RecentRequest = Schemas['RecentRequest'];

type Page = Reply<'listRequests'>;
type Pages = InfiniteData<Page, string | undefined>;
type Filter = NonNullable<Query<'listRequests'>>;

const PAGE = 50;
/** How many of the newest are looked at: beyond these it is "more". */
const HEAD = 20;
const LOOK_EVERY_MS = 3_000;

/** A call's own id may come twice: whoever repeats a call may send the same. */
export function identityOf({ requestId, at, durationMs }: RecentRequest): string {
  return `${requestId} ${at} ${durationMs}`;
}

export function useRequests(filter: Filter) {
  const call = useTenantCall();
  const key = [...useTenantKey(), 'requests', filter];
  const client = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      call('listRequests', { query: { ...filter, limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ meta }) => meta.page.nextCursor ?? undefined,
    staleTime: Infinity,
  });
  const requests = list.data?.pages.flatMap(({ data }) => data);
  const head = useHead(filter, list);
  const known = new Set(requests?.map(identityOf));
  const fresh = requests ? (head ?? []).filter((one) => !known.has(identityOf(one))).length : 0;
  const showNew = async () => {
    const first = await call('listRequests', { query: { ...filter, limit: PAGE } });
    client.setQueryData<Pages>(key, { pages: [first], pageParams: [undefined] });
  };
  const isFirst = requests?.length === 0 && fresh > 0;
  useEffect(() => {
    // In an empty list there is nothing that could move.
    if (isFirst) void showNew().catch(() => undefined);
  }, [isFirst]);
  return { list, requests, fresh, isMore: fresh === HEAD, showNew };
}

/** What the list began with is the first look. */
function useHead(
  filter: Filter,
  { data: list, dataUpdatedAt }: { data: { pages: Page[] } | undefined; dataUpdatedAt: number },
): RecentRequest[] | undefined {
  const call = useTenantCall();
  const { data } = useQuery({
    queryKey: [...useTenantKey(), 'newest-requests', filter],
    queryFn: ({ signal }) => call('listRequests', { query: { ...filter, limit: HEAD }, signal }),
    enabled: list !== undefined,
    initialData: list?.pages[0],
    initialDataUpdatedAt: dataUpdatedAt,
    refetchInterval: LOOK_EVERY_MS,
    staleTime: LOOK_EVERY_MS,
    gcTime: 0,
  });
  return data?.data;
}

// The list of orders, page by page, and what has come since: looked at every two seconds while the page is seen. Rows do not move by
// themselves; what has changed in one of them is changed where it stands.
import { useInfiniteQuery, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Query, Reply, Schemas } from '../api/types.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';

type Page = Reply<'listConversions'>;
type Pages = InfiniteData<Page, string | undefined>;
type Filter = NonNullable<Query<'listConversions'>>;

const PAGE = 50;
/** How many of the newest are looked at: beyond these it is "more". */
const HEAD = 20;
export const LOOK_EVERY_MS = 2_000;

export function useOrders(filter: Filter) {
  const call = useTenantCall();
  const key = [...useTenantKey(), 'orders', filter];
  const client = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) =>
      call('listConversions', { query: { ...filter, limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ meta }) => meta.page.nextCursor ?? undefined,
    // All pages anew, only because the window was looked at again? The look at the newest says what is new.
    staleTime: Infinity,
  });
  const orders = list.data?.pages.flatMap(({ data }) => data);
  const head = useHead(filter, list);
  useMended(key, head);
  const known = new Set(orders?.slice(0, PAGE + HEAD).map(({ conversionId }) => conversionId));
  const fresh = orders ? (head ?? []).filter(({ conversionId }) => !known.has(conversionId)) : [];
  const showNew = async () => {
    const first = await call('listConversions', { query: { ...filter, limit: PAGE } });
    client.setQueryData<Pages>(key, { pages: [first], pageParams: [undefined] });
  };
  const isEmpty = orders?.length === 0;
  const isFirst = isEmpty && fresh.length > 0;
  useEffect(() => {
    // In an empty list there is nothing that could move.
    if (isFirst) void showNew().catch(() => undefined);
  }, [isFirst]);
  return { list, orders, fresh: fresh.length, isMore: fresh.length === HEAD, showNew };
}

/** What the list began with is the first look. */
function useHead(
  filter: Filter,
  { data: list, dataUpdatedAt }: { data: { pages: Page[] } | undefined; dataUpdatedAt: number },
): Schemas['Conversion'][] | undefined {
  const call = useTenantCall();
  const { data } = useQuery({
    queryKey: [...useTenantKey(), 'newest-orders', filter],
    queryFn: ({ signal }) => call('listConversions', { query: { ...filter, limit: HEAD }, signal }),
    enabled: list !== undefined,
    initialData: list?.pages[0],
    initialDataUpdatedAt: dataUpdatedAt,
    refetchInterval: LOOK_EVERY_MS,
    staleTime: LOOK_EVERY_MS,
    gcTime: 0,
  });
  return data?.data;
}

/** What a look at the newest says of orders that are shown: matched later, refunded. */
function useMended(key: readonly unknown[], head: Schemas['Conversion'][] | undefined): void {
  const client = useQueryClient();
  const name = JSON.stringify(key);
  useEffect(() => {
    if (!head) return;
    const newest = new Map(head.map((order) => [order.conversionId, order]));
    const mend = (order: Schemas['Conversion']) => {
      const now = newest.get(order.conversionId);
      return now && now.history.length !== order.history.length ? now : order;
    };
    client.setQueryData<Pages>(JSON.parse(name) as unknown[], (pages) => {
      if (!pages || !pages.pages.some(({ data }) => data.some((order) => mend(order) !== order)))
        return pages;
      return { ...pages, pages: pages.pages.map((page) => ({ ...page, data: page.data.map(mend) })) };
    });
  }, [head, name, client]);
}

// A list, newest first, page by page, and what has come since: looked at every few seconds while the page is seen. Rows do not move by
// themselves: whoever reads one must not lose it to the next. What has changed in one of them is changed where it stands.
import { useInfiniteQuery, useQuery, useQueryClient, type InfiniteData } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTenantKey } from './use-call.js';

interface Page<Item> {
  data: Item[];
  meta: { page: { nextCursor: string | null } };
}

type Pages<Item> = InfiniteData<Page<Item>, string | undefined>;

interface Asked {
  limit: number;
  cursor?: string | undefined;
}

export interface LiveList<Item> {
  /** Under which it is kept, with the filter. */
  name: string;
  filter: object;
  load: (asked: Asked, options?: { signal: AbortSignal }) => Promise<Page<Item>>;
  identityOf: (item: Item) => string;
  lookEveryMs: number;
  /** Whether a look shows a row as it was not before; without it rows never change. */
  isChanged?: (shown: Item, now: Item) => boolean;
}

const PAGE = 50;
/** How many of the newest are looked at: beyond these it is "more". */
const HEAD = 20;

export function useLiveList<Item>(asked: LiveList<Item>) {
  const { name, filter, load, identityOf } = asked;
  const key = [...useTenantKey(), name, filter];
  const client = useQueryClient();
  const list = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => load({ limit: PAGE, cursor: pageParam }, { signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ meta }) => meta.page.nextCursor ?? undefined,
    // All pages anew, only because the window was looked at again? The look at the newest says what is new.
    staleTime: Infinity,
  });
  const items = list.data?.pages.flatMap(({ data }) => data);
  const head = useHead(asked, list);
  useMended(asked, key, head);
  const known = new Set(items?.slice(0, PAGE + HEAD).map(identityOf));
  const fresh = items ? (head ?? []).filter((one) => !known.has(identityOf(one))).length : 0;
  const showNew = async () => {
    const first = await load({ limit: PAGE });
    client.setQueryData<Pages<Item>>(key, { pages: [first], pageParams: [undefined] });
  };
  const isFirst = items?.length === 0 && fresh > 0;
  useEffect(() => {
    // In an empty list there is nothing that could move.
    if (isFirst) void showNew().catch(() => undefined);
  }, [isFirst]);
  return { list, items, fresh, isMore: fresh === HEAD, showNew };
}

/** What the list began with is the first look. */
function useHead<Item>(
  { name, filter, load, lookEveryMs }: LiveList<Item>,
  { data: list, dataUpdatedAt }: { data: { pages: Page<Item>[] } | undefined; dataUpdatedAt: number },
): Item[] | undefined {
  const { data } = useQuery({
    queryKey: [...useTenantKey(), `newest-${name}`, filter],
    queryFn: ({ signal }) => load({ limit: HEAD }, { signal }),
    enabled: list !== undefined,
    initialData: list?.pages[0],
    initialDataUpdatedAt: dataUpdatedAt,
    refetchInterval: lookEveryMs,
    staleTime: lookEveryMs,
    gcTime: 0,
  });
  return data?.data;
}

/** What a look at the newest says of rows that are shown. */
function useMended<Item>(
  { identityOf, isChanged }: LiveList<Item>,
  key: readonly unknown[],
  head: Item[] | undefined,
): void {
  const client = useQueryClient();
  const name = JSON.stringify(key);
  useEffect(() => {
    if (!head || !isChanged) return;
    const newest = new Map(head.map((item) => [identityOf(item), item]));
    const mend = (item: Item) => {
      const now = newest.get(identityOf(item));
      return now && isChanged(item, now) ? now : item;
    };
    client.setQueryData<Pages<Item>>(JSON.parse(name) as unknown[], (pages) => {
      if (!pages || !pages.pages.some(({ data }) => data.some((item) => mend(item) !== item))) return pages;
      return { ...pages, pages: pages.pages.map((page) => ({ ...page, data: page.data.map(mend) })) };
    });
  }, [head, name, client]);
}

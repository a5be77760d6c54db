// The live list of orders: filters in the address, what is new behind a button, the filter's CSV.
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Button } from '../../../ui/button.js';
import { EmptyState, Waiting } from '../../../ui/notice.js';
import { FailureNotice } from '../api/failure-notice.js';
import { CsvButton } from '../csv/csv-button.js';
import { common } from '../i18n/common.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { usePlace } from '../session/tenant.js';
import { PageTitle } from '../shell/page-title.js';
import { ShowNew } from '../shell/show-new.js';
import { FilterBar } from './filter-bar.js';
import { isFiltered, toQuery, validateFilters, type OrderFilters } from './filters.js';
import { useRememberedFilters } from './last-filters.js';
import { OrderTable } from './order-table.js';
import { isBackwards } from './period.js';
import styles from './orders-screen.module.css';
import { Sums } from './sums.js';
import { useOrders } from './use-orders.js';
import { useSums } from './use-sums.js';
import { ordersWords } from './words.js';

const route = getRouteApi('/shell/orders');

export function OrdersScreen() {
  const words = useWords(ordersWords);
  const shared = useWords(common);
  const { timeZone } = useFormat();
  const { tenant } = usePlace();
  const filters = validateFilters({ ...route.useSearch() });
  useRememberedFilters(filters);
  const text = JSON.stringify(filters);
  const query = useMemo(() => toQuery(JSON.parse(text) as OrderFilters, timeZone), [text, timeZone]);
  return (
    <>
      <header className={styles.head}>
        <PageTitle>{words.title}</PageTitle>
        <span className={styles.zone}>{shared.timesIn(timeZone)}</span>
        {!isBackwards(filters) && (
          <CsvButton operation="exportConversions" query={query} fileName={`orders-${tenant.mode}.csv`} />
        )}
      </header>
      <FilterBar filters={filters} />
      {isBackwards(filters) ? <NoOrders isFilter /> : <List key={text} filters={filters} query={query} />}
    </>
  );
}

/** Asked for once the orders are there: they are what is waited for, and adding up takes longer. */
function FilterSums({ query }: { query: ReturnType<typeof toQuery> }) {
  return <Sums sums={useSums(query)} />;
}

function List({ filters, query }: { filters: OrderFilters; query: ReturnType<typeof toQuery> }) {
  const shared = useWords(common);
  const { list, items: orders, fresh, isMore, showNew } = useOrders(query);
  if (!orders)
    return list.error && !list.error.isAway ? (
      <FailureNotice failure={list.error} />
    ) : (
      <Waiting label={shared.loading} lines={8} />
    );
  if (orders.length === 0) return <NoOrders isFilter={isFiltered(filters)} />;
  return (
    <div>
      <FilterSums query={query} />
      <NewOrders count={fresh} isMore={isMore} onShow={showNew} />
      <OrderTable
        orders={orders}
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onEnd={() => void list.fetchNextPage()}
      />
      <FailureNotice failure={list.isFetchNextPageError ? list.error : null} />
    </div>
  );
}

function NewOrders({
  count,
  isMore,
  onShow,
}: {
  count: number;
  isMore: boolean;
  onShow: () => Promise<void>;
}) {
  const words = useWords(ordersWords);
  const show = () => {
    onShow().then(
      () => window.scrollTo({ top: 0 }),
      () => undefined, // the bar says that the service is away; the button stays
    );
  };
  return <ShowNew label={count > 0 ? words.newOrders(words.newCount(count, isMore)) : null} onShow={show} />;
}

function NoOrders({ isFilter }: { isFilter: boolean }) {
  const words = useWords(ordersWords);
  const navigate = useNavigate();
  return isFilter ? (
    <EmptyState title={words.noneTitle}>
      <p>{words.noneText}</p>
      <Button onClick={() => void navigate({ to: '/orders', search: {} })}>{words.clear}</Button>
    </EmptyState>
  ) : (
    <EmptyState title={words.emptyTitle}>
      <p>{words.emptyText}</p>
    </EmptyState>
  );
}

// The first screen. With no order yet: the call to paste, and the order that appears by itself. Else what came today.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef } from 'react';
import { Waiting } from '../../../ui/notice.js';
import { buttonClass } from '../../../ui/button.js';
import { FailureNotice } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { OrderRow } from '../orders/order-row.js';
import { dayOf, startOfDay } from '../orders/period.js';
import { Sums } from '../orders/sums.js';
import { useSums } from '../orders/use-sums.js';
import { useNames } from '../session/names.js';
import { usePlace } from '../session/tenant.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';
import { PageTitle } from '../shell/page-title.js';
import { FirstOrder } from './first-order.js';
import styles from './overview-screen.module.css';
import { overviewWords } from './words.js';

const LATEST = 10;
const LOOK_EVERY_MS = 2_000;

export function OverviewScreen() {
  const words = useWords(overviewWords);
  const shared = useWords(common);
  const { timeZone } = useFormat();
  const { tenant } = usePlace();
  const { data, error } = useLatest();
  return (
    <>
      <header className={styles.head}>
        <PageTitle>{words.title}</PageTitle>
        <span className={styles.zone}>{shared.timesIn(timeZone)}</span>
      </header>
      {data ? (
        <Latest key={`${tenant.merchantId} ${tenant.mode}`} orders={data.data} />
      ) : error && !error.isAway ? (
        <FailureNotice failure={error} />
      ) : (
        <Waiting label={shared.loading} lines={6} />
      )}
    </>
  );
}

function useLatest() {
  const call = useTenantCall();
  return useQuery({
    queryKey: [...useTenantKey(), 'latest-orders'],
    queryFn: ({ signal }) => call('listConversions', { query: { limit: LATEST }, signal }),
    refetchInterval: LOOK_EVERY_MS,
    staleTime: 0,
  });
}

function Latest({ orders }: { orders: Schemas['Conversion'][] }) {
  const words = useWords(overviewWords);
  const { timeZone } = useFormat();
  // Who saw the empty screen is told that the order has come.
  const wasEmpty = useRef(orders.length === 0);
  const [newest] = orders;
  if (!newest) return <FirstOrder />;
  const today = dayOf(new Date(), timeZone);
  const todays = orders.filter(({ recordedAt }) => dayOf(new Date(recordedAt), timeZone) === today);
  return (
    <>
      {wasEmpty.current && <Arrived order={newest} />}
      <section className={styles.latest} aria-labelledby="latest">
        <div className={styles.head}>
          <h2 id="latest">{todays.length > 0 ? words.today : words.latest}</h2>
          <Link to="/orders">{words.allOrders}</Link>
        </div>
        <TodaysSums today={today} />
        {todays.length === 0 && <p className={styles.zone}>{words.todayNone}</p>}
        <Rows orders={todays.length > 0 ? todays : orders} />
      </section>
    </>
  );
}

function TodaysSums({ today }: { today: string }) {
  const { timeZone } = useFormat();
  return <Sums sums={useSums({ from: startOfDay(today, timeZone) })} />;
}

function Rows({ orders }: { orders: Schemas['Conversion'][] }) {
  const words = useWords(overviewWords);
  const names = useNames(
    orders.map(({ affiliateId }) => affiliateId),
    orders.map(({ campaignId }) => campaignId),
  );
  return (
    <div role="table" aria-label={words.latest} className={styles.rows}>
      {orders.map((order) => (
        <OrderRow key={order.conversionId} order={order} names={names} />
      ))}
    </div>
  );
}

function Arrived({ order }: { order: Schemas['Conversion'] }) {
  const words = useWords(overviewWords);
  return (
    <div role="status" className={styles.arrived}>
      <strong>{words.orderName(`\u2068${order.externalId}\u2069`)}</strong>
      <Link
        to="/orders/$conversionId"
        params={{ conversionId: order.conversionId }}
        className={buttonClass('strong', true)}
      >
        {words.seeWhy}
      </Link>
    </div>
  );
}

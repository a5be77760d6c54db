// The log of an endpoint: what was sent to it, is being sent, or waits; it grows as things happen.
import type { ReactNode } from 'react';
import { Button } from '../../../../ui/button.js';
import { EmptyState, Waiting } from '../../../../ui/notice.js';
import { FailureNotice } from '../../api/failure-notice.js';
import { common } from '../../i18n/common.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import { ShowNew } from '../../shell/show-new.js';
import styles from './deliveries.module.css';
import { DeliveryItem } from './delivery-item.js';
import { isFiltered, type LogFilters } from './filters.js';
import { LogFilterBar } from './log-filters.js';
import { useDeliveries } from './use-deliveries.js';
import { deliveryWords } from './words.js';

interface LogProps {
  endpointId: string;
  filters: LogFilters;
}

/** @param children what can be done about many of them */
export function Log({ endpointId, filters, children }: LogProps & { children: ReactNode }) {
  const words = useWords(deliveryWords);
  const shared = useWords(common);
  const { timeZone } = useFormat();
  return (
    <section className={styles.log}>
      <h2>{words.log}</h2>
      <p className={styles.soft}>
        {words.lead} {shared.timesIn(timeZone)}.
      </p>
      {children}
      <LogFilterBar endpointId={endpointId} filters={filters} />
      <List key={JSON.stringify(filters)} endpointId={endpointId} filters={filters} />
    </section>
  );
}

function List({ endpointId, filters }: LogProps) {
  const words = useWords(deliveryWords);
  const shared = useWords(common);
  const { list, items: deliveries, fresh, isMore, showNew } = useDeliveries(endpointId, filters);
  if (!deliveries)
    return list.error && !list.error.isAway ? (
      <FailureNotice failure={list.error} />
    ) : (
      <Waiting label={shared.loading} lines={5} />
    );
  if (deliveries.length === 0) return <Nothing isFilter={isFiltered(filters)} />;
  return (
    <>
      <div>
        <ShowNew
          label={fresh > 0 ? words.showNew(fresh, isMore) : null}
          onShow={() => void showNew().catch(() => undefined)}
        />
        <ul className={styles.deliveries} aria-label={words.log}>
          {deliveries.map((delivery) => (
            <DeliveryItem key={delivery.deliveryId} delivery={delivery} />
          ))}
        </ul>
      </div>
      <FailureNotice failure={list.isFetchNextPageError ? list.error : null} />
      {list.hasNextPage ? (
        <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {words.more}
        </Button>
      ) : (
        <p className={styles.soft}>{words.end}</p>
      )}
    </>
  );
}

function Nothing({ isFilter }: { isFilter: boolean }) {
  const words = useWords(deliveryWords);
  return (
    <EmptyState title={isFilter ? words.noneTitle : words.emptyTitle}>
      <p>{isFilter ? words.noneText : words.emptyText}</p>
    </EmptyState>
  );
}

// What was called with the merchant's keys of late, and what was wrong with it, as it happens.
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { Button } from '../../../ui/button.js';
import { CodeBlock } from '../../../ui/copy.js';
import { EmptyState, Waiting } from '../../../ui/notice.js';
import { curlOf } from '../api/curl.js';
import { FailureNotice } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useCopyLabels } from '../i18n/copy-labels.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { usePlace } from '../session/tenant.js';
import { PageTitle } from '../shell/page-title.js';
import { ShowNew } from '../shell/show-new.js';
import { toRequestsQuery, validateRequestFilters, type RequestFilters } from './filters.js';
import { RequestFilterBar } from './request-filters.js';
import { RequestItem } from './request-item.js';
import styles from './requests-screen.module.css';
import { identityOf, useRequests } from './use-requests.js';
import { requestWords } from './words.js';

const route = getRouteApi('/shell/requests');

export function RequestsScreen() {
  const words = useWords(requestWords);
  const shared = useWords(common);
  const { timeZone } = useFormat();
  const filters = validateRequestFilters({ ...route.useSearch() });
  return (
    <>
      <header className={styles.head}>
        <PageTitle>{words.title}</PageTitle>
        <span className={styles.soft}>{shared.timesIn(timeZone)}</span>
        <p className={styles.soft}>{words.lead}</p>
      </header>
      <Listed filters={filters} />
    </>
  );
}

function Listed({ filters }: { filters: RequestFilters }) {
  const live = useRequests(toRequestsQuery(filters));
  return (
    <>
      <RequestFilterBar filters={filters} requests={live.items ?? []} />
      <List live={live} isFiltered={filters.key !== undefined || filters.failed !== undefined} />
    </>
  );
}

interface ListProps {
  live: ReturnType<typeof useRequests>;
  isFiltered: boolean;
}

function List({ live: { list, items: requests, fresh, isMore, showNew }, isFiltered }: ListProps) {
  const words = useWords(requestWords);
  const shared = useWords(common);
  if (!requests)
    return list.error && !list.error.isAway ? (
      <FailureNotice failure={list.error} />
    ) : (
      <Waiting label={shared.loading} lines={8} />
    );
  if (requests.length === 0) return isFiltered ? <NothingFits /> : <NoRequests />;
  return (
    <>
      <div>
        <ShowNew
          label={fresh > 0 ? words.showNew(fresh, isMore) : null}
          onShow={() => void showNew().catch(() => undefined)}
        />
        <ul className={styles.requests} aria-label={words.title}>
          {requests.map((request) => (
            <RequestItem key={identityOf(request)} request={request} />
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

function NothingFits() {
  const words = useWords(requestWords);
  const navigate = useNavigate();
  return (
    <EmptyState title={words.noneTitle}>
      <p>{words.noneText}</p>
      <Button onClick={() => void navigate({ to: '/requests', search: {} })}>{words.clear}</Button>
    </EmptyState>
  );
}

function NoRequests() {
  const words = useWords(requestWords);
  const labels = useCopyLabels();
  const { may } = usePlace();
  return (
    <EmptyState title={words.emptyTitle}>
      <p>{words.emptyText}</p>
      <CodeBlock name={words.callName} text={curlOf('listCampaigns', {})} labels={labels} />
      {may('own') ? <Link to="/keys">{words.toKeys}</Link> : <p>{words.askForKey}</p>}
    </EmptyState>
  );
}

// Who did what at this merchant: filters in the address, page by page, the filter's CSV.
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Button } from '../../../ui/button.js';
import { EmptyState, Waiting } from '../../../ui/notice.js';
import { FailureNotice } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { CsvButton } from '../csv/csv-button.js';
import { common } from '../i18n/common.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { isBackwards } from '../orders/period.js';
import { usePlace } from '../session/tenant.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';
import { NotAllowed } from '../shell/not-allowed.js';
import { PageTitle } from '../shell/page-title.js';
import styles from './audit-log.module.css';
import { Entry } from './entry.js';
import { FilterBar } from './filter-bar.js';
import { isFiltered, toQuery, validateAuditFilters, type AuditFilters } from './filters.js';
import { useMemberNames } from './use-member-names.js';
import { auditWords } from './words.js';

const PAGE = 50;
const route = getRouteApi('/shell/audit-log');

export function AuditLogScreen() {
  const words = useWords(auditWords);
  const { may } = usePlace();
  if (may('own')) return <Log />;
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <NotAllowed title={words.notAllowed} />
    </>
  );
}

function Log() {
  const words = useWords(auditWords);
  const shared = useWords(common);
  const { timeZone } = useFormat();
  const filters = validateAuditFilters({ ...route.useSearch() });
  const text = JSON.stringify(filters);
  const query = useMemo(() => toQuery(JSON.parse(text) as AuditFilters, timeZone), [text, timeZone]);
  const list = useEntries(query, !isBackwards(filters));
  const entries = list.data?.pages.flatMap((page) => page.data);
  const names = useNames(entries);
  return (
    <>
      <header className={styles.head}>
        <PageTitle>{words.title}</PageTitle>
        <span className={styles.soft}>{shared.timesIn(timeZone)}</span>
        {!isBackwards(filters) && (
          <CsvButton operation="exportAuditLog" query={query} fileName="audit-log.csv" />
        )}
      </header>
      <p className={styles.soft}>{words.lead}</p>
      <FilterBar filters={filters} nameOf={(personId) => names.get(personId) ?? personId} />
      {isBackwards(filters) ? (
        <Nothing isFilter />
      ) : entries ? (
        <List entries={entries} names={names} filters={filters} list={list} />
      ) : list.error && !list.error.isAway ? (
        <FailureNotice failure={list.error} />
      ) : (
        <Waiting label={shared.loading} lines={8} />
      )}
    </>
  );
}

function useEntries(query: ReturnType<typeof toQuery>, isAsked: boolean) {
  const call = useTenantCall();
  return useInfiniteQuery({
    queryKey: [...useTenantKey(), 'audit-log', query],
    queryFn: ({ pageParam, signal }) =>
      call('listAuditLog', { query: { ...query, limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ meta }) => meta.page.nextCursor ?? undefined,
    enabled: isAsked,
    // What was just done elsewhere in these pages is in it.
    staleTime: 0,
  });
}

/** Of who belongs here, and of who did something that is shown. */
function useNames(entries: Schemas['AuditEntry'][] = []): ReadonlyMap<string, string> {
  const names = new Map(useMemberNames());
  for (const { actor } of entries)
    if (actor.personId !== null && actor.name !== null) names.set(actor.personId, actor.name);
  return names;
}

interface ListProps {
  entries: Schemas['AuditEntry'][];
  names: ReadonlyMap<string, string>;
  filters: AuditFilters;
  list: ReturnType<typeof useEntries>;
}

function List({ entries, names, filters, list }: ListProps) {
  const words = useWords(auditWords);
  if (entries.length === 0) return <Nothing isFilter={isFiltered(filters)} />;
  const { hasNextPage, isFetchingNextPage, isFetchNextPageError, error, fetchNextPage } = list;
  return (
    <>
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <Entry key={entry.entryId} entry={entry} names={names} />
        ))}
      </ol>
      <p className={styles.soft}>
        {hasNextPage ? words.shownSoFar(entries.length) : words.shown(entries.length)}
      </p>
      <FailureNotice failure={isFetchNextPageError ? error : null} />
      {hasNextPage && (
        <Button className={styles.more} busy={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function Nothing({ isFilter }: { isFilter: boolean }) {
  const words = useWords(auditWords);
  const navigate = useNavigate();
  return isFilter ? (
    <EmptyState title={words.noneTitle}>
      <p>{words.noneText}</p>
      <Button onClick={() => void navigate({ to: '/audit-log', search: {} })}>{words.clear}</Button>
    </EmptyState>
  ) : (
    <EmptyState title={words.emptyTitle}>
      <p>{words.emptyText}</p>
    </EmptyState>
  );
}

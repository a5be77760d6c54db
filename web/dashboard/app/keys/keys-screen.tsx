// The keys of this merchant and mode: made, shown once, and revoked.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { EmptyState, Waiting } from '../../../ui/notice.js';
import { FailureNotice } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { usePlace } from '../session/tenant.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';
import { NotAllowed } from '../shell/not-allowed.js';
import { PageTitle } from '../shell/page-title.js';
import { KeyItem } from './key-item.js';
import { MakeKeyDialog } from './make-key-dialog.js';
import styles from './keys-screen.module.css';
import { keyWords } from './words.js';

const PAGE = 50;

export function KeysScreen() {
  const words = useWords(keyWords);
  const { may } = usePlace();
  const [isMaking, setMaking] = useState(false);
  if (!may('own'))
    return (
      <>
        <PageTitle>{words.title}</PageTitle>
        <NotAllowed title={words.notAllowed} />
      </>
    );
  return (
    <>
      <header className={styles.head}>
        <div>
          <PageTitle>{words.title}</PageTitle>
          <p className={styles.soft}>{words.lead}</p>
        </div>
        <Button look="strong" onClick={() => setMaking(true)}>
          {words.make}
        </Button>
      </header>
      <List />
      {isMaking && <MakeKeyDialog onClose={() => setMaking(false)} />}
    </>
  );
}

function List() {
  const words = useWords(keyWords);
  const shared = useWords(common);
  const call = useTenantCall();
  const { data, error, hasNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: [...useTenantKey(), 'keys'],
    queryFn: ({ pageParam, signal }) =>
      call('listKeys', { query: { limit: PAGE, cursor: pageParam }, signal }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ meta }) => meta.page.nextCursor ?? undefined,
  });
  if (!data)
    return error && !error.isAway ? <FailureNotice failure={error} /> : <Waiting label={shared.loading} />;
  const keys = data.pages.flatMap((page) => page.data);
  if (keys.length === 0)
    return (
      <EmptyState title={words.emptyTitle}>
        <p>{words.emptyText}</p>
      </EmptyState>
    );
  return (
    <>
      <ul className={styles.keys}>
        {keys.map((key) => (
          <KeyItem key={key.keyId} apiKey={key} />
        ))}
      </ul>
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
    </>
  );
}

// The webhook endpoints of this merchant and mode: where they are, how they do, and a further one.
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { EmptyState, Waiting } from '../../../ui/notice.js';
import { FailureNotice } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { usePlace } from '../session/tenant.js';
import { DocsLink } from '../shell/docs-link.js';
import { PageTitle } from '../shell/page-title.js';
import { AddDialog } from './add-dialog.js';
import { EndpointItem } from './endpoint-item.js';
import { ReadOnly } from './read-only.js';
import { useEndpoints } from './use-endpoints.js';
import styles from './webhooks.module.css';
import { webhookWords } from './words.js';

/** How many there may be, unless the installation says otherwise; from the one before it is told. */
const MOST = 5;

export function WebhooksScreen() {
  const words = useWords(webhookWords);
  const { may } = usePlace();
  const [isAdding, setAdding] = useState(false);
  const add = () => setAdding(true);
  return (
    <>
      <header className={styles.head}>
        <div>
          <PageTitle>{words.title}</PageTitle>
          <p className={styles.soft}>{words.lead}</p>
        </div>
        {may('manage') && (
          <Button look="strong" onClick={add}>
            {words.add}
          </Button>
        )}
      </header>
      <ReadOnly />
      <List />
      {isAdding && <AddDialog onClose={() => setAdding(false)} />}
    </>
  );
}

function List() {
  const words = useWords(webhookWords);
  const shared = useWords(common);
  const { data, error, hasNextPage, fetchNextPage } = useEndpoints();
  if (!data)
    return error && !error.isAway ? <FailureNotice failure={error} /> : <Waiting label={shared.loading} />;
  const endpoints = data.pages.flatMap((page) => page.data);
  if (endpoints.length === 0)
    return (
      <EmptyState title={words.emptyTitle}>
        <p>{words.emptyText}</p>
        <DocsLink path={words.guidePath}>{words.guide}</DocsLink>
      </EmptyState>
    );
  return (
    <>
      <ul className={styles.endpoints}>
        {endpoints.map((endpoint) => (
          <EndpointItem key={endpoint.endpointId} endpoint={endpoint} />
        ))}
      </ul>
      {(endpoints.length === MOST - 1 || endpoints.length === MOST) && (
        <p className={styles.soft}>{words.limit(endpoints.length)}</p>
      )}
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
    </>
  );
}

// One endpoint: how it does, what can be done about it, a test, and the log of what was sent to it.
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { backLinkClass } from '../../../../ui/back-link.js';
import { Columns } from '../../../../ui/columns.js';
import { BackIcon } from '../../../../ui/icons.js';
import { EmptyState, Notice, Waiting } from '../../../../ui/notice.js';
import { Part } from '../../../../ui/part.js';
import { FailureNotice } from '../../api/failure-notice.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/language.js';
import { usePlace } from '../../session/tenant.js';
import { PageTitle } from '../../shell/page-title.js';
import { Said } from '../../shell/said.js';
import { LogActions } from '../backlog/log-actions.js';
import { validateLogFilters } from '../deliveries/filters.js';
import { Log } from '../deliveries/log.js';
import { StateBadge, useStateText } from '../endpoint-state.js';
import { ReadOnly } from '../read-only.js';
import { useEndpoint, type Endpoint } from '../use-endpoints.js';
import styles from '../webhooks.module.css';
import { EndpointActions } from './actions.js';
import { EndpointFacts } from './endpoint-facts.js';
import { Rotation } from './rotation.js';
import { SendTest } from './send-test.js';
import { endpointWords } from './words.js';

const route = getRouteApi('/shell/webhooks/$endpointId');

export function EndpointScreen() {
  const words = useWords(endpointWords);
  const shared = useWords(common);
  const { endpointId } = route.useParams();
  const { data, error } = useEndpoint(endpointId);
  return (
    <>
      <Link to="/webhooks" className={backLinkClass}>
        <BackIcon />
        {words.toList}
      </Link>
      {data ? (
        <Whole key={endpointId} endpoint={data.data} />
      ) : error && !error.isAway ? (
        <>
          <PageTitle>{words.missing}</PageTitle>
          <EmptyState title={<FailureNotice failure={error} />} />
        </>
      ) : (
        <Waiting label={shared.loading} lines={8} />
      )}
    </>
  );
}

function Whole({ endpoint }: { endpoint: Endpoint }) {
  const words = useWords(endpointWords);
  const { may } = usePlace();
  const filters = validateLogFilters({ ...route.useSearch() });
  const [said, setSaid] = useState('');
  const { endpointId, oldSecretUntil } = endpoint;
  return (
    <>
      <Head endpoint={endpoint} onDone={setSaid} />
      <Said>{said}</Said>
      <ReadOnly />
      <State endpoint={endpoint} />
      {oldSecretUntil !== null && <Rotation endpointId={endpointId} until={oldSecretUntil} />}
      <Columns
        side={
          <Part title={words.facts}>
            <EndpointFacts endpoint={endpoint} />
          </Part>
        }
      >
        {may('manage') && (
          <Part title={words.test}>
            <SendTest endpoint={endpoint} />
          </Part>
        )}
        <Log endpointId={endpointId} filters={filters}>
          <LogActions endpoint={endpoint} onDone={setSaid} />
        </Log>
      </Columns>
    </>
  );
}

function Head({ endpoint, onDone }: { endpoint: Endpoint; onDone: (said: string) => void }) {
  const { name } = endpoint;
  return (
    <header className={styles.head}>
      <div>
        <PageTitle title={name}>
          <bdi>{name}</bdi>
        </PageTitle>
        <p>
          <StateBadge endpoint={endpoint} />
        </p>
      </div>
      <EndpointActions endpoint={endpoint} onDone={onDone} />
    </header>
  );
}

function State({ endpoint }: { endpoint: Endpoint }) {
  const text = useStateText(endpoint);
  return text === null ? null : <Notice kind="warn">{text}</Notice>;
}

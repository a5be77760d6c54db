// One endpoint in the list: what it is for, where it is, how it does, what it is told of.
import { Link } from '@tanstack/react-router';
import { Badge } from '../../../ui/badge.js';
import { useWords } from '../i18n/language.js';
import { StateBadge, useStateText } from './endpoint-state.js';
import type { Endpoint } from './use-endpoints.js';
import styles from './webhooks.module.css';
import { webhookWords } from './words.js';

/** Beyond these it is "more". */
const MOST_EVENTS = 4;

export function EndpointItem({ endpoint }: { endpoint: Endpoint }) {
  const { endpointId, name, url, oldSecretUntil } = endpoint;
  const words = useWords(webhookWords);
  const text = useStateText(endpoint);
  return (
    <li>
      <p className={styles.line}>
        <Link to="/webhooks/$endpointId" params={{ endpointId }} className={styles.name}>
          <bdi>{name}</bdi>
        </Link>
        <StateBadge endpoint={endpoint} />
        {oldSecretUntil !== null && <Badge tone="accent">{words.twoSecrets}</Badge>}
      </p>
      <code className={styles.url}>{url}</code>
      {text !== null && <p>{text}</p>}
      <Wanted endpoint={endpoint} />
    </li>
  );
}

function Wanted({ endpoint: { events, campaignIds, payload, ordering } }: { endpoint: Endpoint }) {
  const words = useWords(webhookWords);
  const beyond = (events?.length ?? 0) - MOST_EVENTS;
  return (
    <p className={styles.wanted}>
      {events === null ? (
        <span>{words.everything}</span>
      ) : (
        events.slice(0, MOST_EVENTS).map((event) => <code key={event}>{event}</code>)
      )}
      {beyond > 0 && <span>{words.andMore(beyond)}</span>}
      {campaignIds !== null && <Badge>{words.ofCampaigns(campaignIds.length)}</Badge>}
      {payload === 'THIN' && <Badge>{words.thin}</Badge>}
      {ordering === 'PER_SUBJECT' && <Badge>{words.ordered}</Badge>}
    </p>
  );
}

// What is known of an endpoint.
import { Fact, Facts } from '../../../../ui/facts.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import { useNames } from '../../session/names.js';
import { formWords } from '../form-words.js';
import type { Endpoint } from '../use-endpoints.js';
import { webhookWords } from '../words.js';
import styles from '../webhooks.module.css';
import { endpointWords } from './words.js';

export function EndpointFacts({ endpoint }: { endpoint: Endpoint }) {
  const words = useWords(endpointWords);
  const form = useWords(formWords);
  const { moment } = useFormat();
  const { url, payload, ordering, secretHint, createdAt, updatedAt, endpointId } = endpoint;
  return (
    <Facts>
      <Fact name={words.url}>
        <code>{url}</code>
      </Fact>
      <Fact name={words.events}>
        <Events events={endpoint.events} />
      </Fact>
      <Fact name={words.campaigns}>
        <Campaigns campaignIds={endpoint.campaignIds} />
      </Fact>
      <Fact name={words.payload}>{payload === 'FULL' ? form.full : form.thin}</Fact>
      <Fact name={words.ordering}>{ordering === 'NONE' ? form.none : form.perSubject}</Fact>
      <Fact name={words.secret}>
        <code>{secretHint}</code>
      </Fact>
      <Fact name={words.created}>{moment(createdAt)}</Fact>
      <Fact name={words.changed}>{moment(updatedAt)}</Fact>
      <Fact name={words.id}>
        <code>{endpointId}</code>
      </Fact>
    </Facts>
  );
}

function Events({ events }: Pick<Endpoint, 'events'>) {
  const words = useWords(webhookWords);
  if (events === null) return words.everything;
  return (
    <ul>
      {events.map((event) => (
        <li key={event}>
          <code>{event}</code>
        </li>
      ))}
    </ul>
  );
}

function Campaigns({ campaignIds }: Pick<Endpoint, 'campaignIds'>) {
  const words = useWords(endpointWords);
  const names = useNames([], campaignIds ?? []);
  if (campaignIds === null) return words.allCampaigns;
  return (
    <ul className={styles.campaigns} tabIndex={0} aria-label={words.campaigns}>
      {campaignIds.map((campaignId) => (
        <li key={campaignId}>
          <bdi>{names.campaign(campaignId)}</bdi>
        </li>
      ))}
    </ul>
  );
}

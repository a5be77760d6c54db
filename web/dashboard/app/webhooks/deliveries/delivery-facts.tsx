// What is known of a delivery, and the way to what it tells of, where that has a screen.
import { Link } from '@tanstack/react-router';
import { Fact, Facts } from '../../../../ui/facts.js';
import type { Schemas } from '../../api/types.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import { subjectOf, type EventSubject } from './subject.js';
import { deliveryWords, kindNames } from './words.js';

export function DeliveryFacts({ delivery }: { delivery: Schemas['WholeDelivery'] }) {
  const words = useWords(deliveryWords);
  const kinds = useWords(kindNames);
  const { moment } = useFormat();
  const { endpointId, deliveryId, eventId, kind, createdAt, body } = delivery;
  const subject = body === null ? null : subjectOf(body);
  return (
    <Facts>
      {subject && (
        <Fact name={words.subject}>
          <About subject={subject} />
        </Fact>
      )}
      <Fact name={words.kind}>{kinds[kind]}</Fact>
      <Fact name={words.created}>{moment(createdAt)}</Fact>
      <Fact name={words.eventId}>
        <code>{eventId}</code>
        <br />
        <Link to="/webhooks/$endpointId" params={{ endpointId }} search={{ eventId }}>
          {words.allOfEvent}
        </Link>
      </Fact>
      <Fact name={words.deliveryId}>
        <code>{deliveryId}</code>
      </Fact>
    </Facts>
  );
}

function About({ subject: { kind, id, name } }: { subject: EventSubject }) {
  const words = useWords(deliveryWords);
  if (kind === 'conversion')
    return (
      <Link to="/orders/$conversionId" params={{ conversionId: id }}>
        {name === null ? words.toOrder : words.order(name)}
      </Link>
    );
  if (kind === 'endpoint')
    return (
      <Link to="/webhooks/$endpointId" params={{ endpointId: id }}>
        {name ?? id}
      </Link>
    );
  return <code>{id}</code>;
}

// One delivery in the log: what it tells, how far it is, how its last try ended.
import { Link } from '@tanstack/react-router';
import { Badge, type Tone } from '../../../../ui/badge.js';
import type { Schemas } from '../../api/types.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import styles from './deliveries.module.css';
import { Outcome } from './try-item.js';
import { deliveryWords, kindNames, stateNames } from './words.js';

type Delivery = Schemas['Delivery'];

const tones: Readonly<Record<Delivery['state'], Tone>> = {
  WAITING: 'accent',
  DELIVERED: 'good',
  FAILED: 'bad',
  SKIPPED: 'plain',
};

export function DeliveryBadges({ delivery: { state, kind } }: { delivery: Delivery }) {
  const states = useWords(stateNames);
  const kinds = useWords(kindNames);
  return (
    <>
      <Badge tone={tones[state]}>{states[state]}</Badge>
      {kind !== 'EVENT' && <Badge>{kinds[kind]}</Badge>}
    </>
  );
}

export function DeliveryItem({ delivery }: { delivery: Delivery }) {
  const words = useWords(deliveryWords);
  const { second, exact, moment } = useFormat();
  const { endpointId, deliveryId, event, createdAt, attempts, nextTryAt, lastAttempt } = delivery;
  return (
    <li className={styles.delivery}>
      <p className={styles.line}>
        <Link
          to="/webhooks/$endpointId/deliveries/$deliveryId"
          params={{ endpointId, deliveryId }}
          className={styles.name}
        >
          {event}
        </Link>
        <DeliveryBadges delivery={delivery} />
      </p>
      <p className={styles.facts}>
        {lastAttempt && <Outcome attempt={lastAttempt} />}
        {attempts > 1 && <span>{words.tries(attempts)}</span>}
        {nextTryAt !== null && attempts > 0 && <span>{words.next(moment(nextTryAt))}</span>}
        <time dateTime={createdAt} title={exact(createdAt)}>
          {second(createdAt)}
        </time>
      </p>
    </li>
  );
}

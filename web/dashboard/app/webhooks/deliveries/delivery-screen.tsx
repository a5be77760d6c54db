// One delivery: what it tells and of what, every try, what is sent; and the same once more.
import { getRouteApi, Link } from '@tanstack/react-router';
import { backLinkClass } from '../../../../ui/back-link.js';
import { Columns } from '../../../../ui/columns.js';
import { BackIcon } from '../../../../ui/icons.js';
import { EmptyState, Waiting } from '../../../../ui/notice.js';
import { Part } from '../../../../ui/part.js';
import { FailureNotice } from '../../api/failure-notice.js';
import type { Schemas } from '../../api/types.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/language.js';
import { PageTitle } from '../../shell/page-title.js';
import { useEndpoint } from '../use-endpoints.js';
import { DeliveryBadges } from './delivery-item.js';
import { DeliveryFacts } from './delivery-facts.js';
import styles from './deliveries.module.css';
import { Resend } from './resend.js';
import { Sent } from './sent.js';
import { TryItem } from './try-item.js';
import { useDelivery } from './use-deliveries.js';
import { deliveryWords, stateMeanings } from './words.js';

const route = getRouteApi('/shell/webhooks/$endpointId/deliveries/$deliveryId');

export function DeliveryScreen() {
  const words = useWords(deliveryWords);
  const shared = useWords(common);
  const { endpointId, deliveryId } = route.useParams();
  const { data, error } = useDelivery(endpointId, deliveryId);
  const { data: endpoint } = useEndpoint(endpointId);
  return (
    <>
      <Link to="/webhooks/$endpointId" params={{ endpointId }} className={backLinkClass}>
        <BackIcon />
        <bdi>{endpoint ? endpoint.data.name : words.toLog}</bdi>
      </Link>
      {data ? (
        // Another delivery is another screen: the one that was sent again begins at its heading.
        <Whole key={deliveryId} delivery={data.data} />
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

function Whole({ delivery }: { delivery: Schemas['WholeDelivery'] }) {
  const words = useWords(deliveryWords);
  const meanings = useWords(stateMeanings);
  const { event, kind, state, tries } = delivery;
  return (
    <>
      <header className={styles.head}>
        <div>
          <PageTitle>{event}</PageTitle>
          <p className={styles.line}>
            <DeliveryBadges delivery={delivery} />
            <span className={styles.soft}>
              {kind === 'RESEND' && state === 'WAITING' ? words.resent : meanings[state]}
            </span>
          </p>
        </div>
        <Resend delivery={delivery} />
      </header>
      <Columns
        side={
          <Part title={words.about}>
            <DeliveryFacts delivery={delivery} />
          </Part>
        }
      >
        <Part title={words.triesTitle}>
          <Tries tries={tries} />
        </Part>
        <Part title={words.sentTitle}>
          <Sent delivery={delivery} />
        </Part>
      </Columns>
    </>
  );
}

function Tries({ tries }: Pick<Schemas['WholeDelivery'], 'tries'>) {
  const words = useWords(deliveryWords);
  if (tries.length === 0) return <p>{words.noTries}</p>;
  return (
    <ol>
      {tries.map((attempt, index) => (
        // Tries are added at the end.
        <TryItem key={index} attempt={attempt} nth={index + 1} isLast={index === tries.length - 1} />
      ))}
    </ol>
  );
}

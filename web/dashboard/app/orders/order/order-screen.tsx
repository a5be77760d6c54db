// One order: whose it is and why, what it earns, what has happened to it, and what can be done about it.
import { getRouteApi, Link } from '@tanstack/react-router';
import { backLinkClass } from '../../../../ui/back-link.js';
import { Badge } from '../../../../ui/badge.js';
import { Columns } from '../../../../ui/columns.js';
import { CodeBlock } from '../../../../ui/copy.js';
import { BackIcon } from '../../../../ui/icons.js';
import { EmptyState, Waiting } from '../../../../ui/notice.js';
import { Part } from '../../../../ui/part.js';
import { curlOf } from '../../api/curl.js';
import { FailureNotice } from '../../api/failure-notice.js';
import type { Schemas } from '../../api/types.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/language.js';
import { useCopyLabels } from '../../i18n/copy-labels.js';
import { useNames, type Names } from '../../session/names.js';
import { PageTitle } from '../../shell/page-title.js';
import { useLastFilters } from '../last-filters.js';
import { Actions } from './actions.js';
import { Earnings } from './earnings.js';
import { Facts } from './facts.js';
import { History } from './history.js';
import styles from './order-screen.module.css';
import { Story } from './story.js';
import { useOrder } from './use-order.js';
import { orderWords } from './words.js';

const route = getRouteApi('/shell/orders/$conversionId');

export function OrderScreen() {
  const words = useWords(orderWords);
  const shared = useWords(common);
  const { conversionId } = route.useParams();
  const { data, error } = useOrder(conversionId);
  const filters = useLastFilters();
  return (
    <>
      <Link to="/orders" search={filters} className={backLinkClass}>
        <BackIcon />
        {words.toList}
      </Link>
      {data ? (
        <Order order={data.data} />
      ) : error && !error.isAway ? (
        <Missing failure={error} />
      ) : (
        <Waiting label={shared.loading} lines={8} />
      )}
    </>
  );
}

function Missing({ failure }: { failure: unknown }) {
  const words = useWords(orderWords);
  return (
    <>
      <PageTitle>{words.title('')}</PageTitle>
      <EmptyState title={<FailureNotice failure={failure} />}>
        <Link to="/orders">{words.toList}</Link>
      </EmptyState>
    </>
  );
}

function Order({ order }: { order: Schemas['Conversion'] }) {
  const words = useWords(orderWords);
  const labels = useCopyLabels();
  const { attribution, affiliateId, campaignId } = order;
  const names = useNames(
    [affiliateId, ...attribution.attempts.map((attempt) => attempt.affiliateId)],
    [campaignId, ...attribution.attempts.map((attempt) => attempt.campaignId)],
  );
  const path = { conversionId: order.conversionId };
  return (
    <>
      <Head order={order} names={names} />
      <Columns
        side={
          <>
            <Part title={words.facts}>
              <Facts order={order} names={names} />
            </Part>
            <Part title={words.curl}>
              <CodeBlock name={words.curl} text={curlOf('getConversion', { path })} labels={labels} />
            </Part>
          </>
        }
      >
        <Part title={words.story}>
          <Story attempts={attribution.attempts} names={names} />
        </Part>
        <Part title={words.money}>
          <Earnings order={order} names={names} />
        </Part>
        <Part title={words.history}>
          <History order={order} />
        </Part>
      </Columns>
    </>
  );
}

function Head({ order, names }: { order: Schemas['Conversion']; names: Names }) {
  const words = useWords(orderWords);
  const { externalId, affiliateId } = order;
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <PageTitle title={words.title(externalId)}>
          <bdi>{words.title(externalId)}</bdi>
        </PageTitle>
        {affiliateId === null ? (
          <Badge tone="warn">{words.uncredited}</Badge>
        ) : (
          <Badge tone="good">{words.credited(`\u2068${names.affiliate(affiliateId)}\u2069`)}</Badge>
        )}
      </div>
      <Actions order={order} />
    </header>
  );
}

// What happened, oldest first: clicks, who said whose visit it was, orders, what was tried, what became of the commission.
import { Link } from '@tanstack/react-router';
import type { Schemas } from '../api/types.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { evidenceNames } from '../orders/order/words.js';
import { resultNames } from '../orders/words.js';
import { useNames, type Names } from '../session/names.js';
import { eventWords } from './event-words.js';
import styles from './timeline.module.css';
import { whyWords } from './words.js';

type Event = Schemas['TraceEvent'];

export function Timeline({ trace: { events } }: { trace: Schemas['Trace'] }) {
  const words = useWords(whyWords);
  const { moment, exact } = useFormat();
  const names = useNames(
    events.map(({ affiliateId }) => affiliateId),
    events.map(({ campaignId }) => campaignId),
  );
  if (events.length === 0) return <p>{words.noEvents}</p>;
  return (
    <ol className={styles.timeline}>
      {events.map((event, index) => (
        <li key={index} data-kind={event.kind}>
          <time dateTime={event.at} title={exact(event.at)}>
            {moment(event.at)}
          </time>
          <Happened event={event} names={names} />
        </li>
      ))}
    </ol>
  );
}

function Happened({ event, names }: { event: Event; names: Names }) {
  const words = useWords(eventWords);
  const { money } = useFormat();
  const { kind, affiliateId, campaignId, amount, currency } = event;
  const sentence = (words as Record<string, string | ((affiliate: string) => string)>)[kind] ?? kind;
  const affiliate = affiliateId === null ? words.somebody : `\u2068${names.affiliate(affiliateId)}\u2069`;
  return (
    <div className={styles.text}>
      <p>
        {typeof sentence === 'function' ? sentence(affiliate) : sentence}{' '}
        {kind === 'ATTEMPT' && <Attempt event={event} />}
        {amount !== null && currency !== null && <strong>{money(amount, currency)}</strong>}
      </p>
      <p className={styles.soft}>
        <Source source={event.source} />
        {campaignId !== null && <bdi>{names.campaign(campaignId)}</bdi>}
        <About event={event} />
      </p>
    </div>
  );
}

function Attempt({ event: { evidence, value, result } }: { event: Event }) {
  const words = useWords(eventWords);
  const kinds = useWords(evidenceNames);
  const results = useWords(resultNames);
  return (
    <>
      {evidence !== null && kinds[evidence]}{' '}
      {value !== null && (
        <code>
          <bdi>{value}</bdi>
        </code>
      )}{' '}
      – {result === 'NOT_TRIED' ? words.notTried : result !== null && results[result]}{' '}
    </>
  );
}

function Source({ source }: { source: Event['source'] }) {
  const words = useWords(eventWords);
  if (source === null) return null;
  const said = { REDIRECT: words.byRedirect, API: words.byApi, KEY: words.byKey, ANONYMOUS: words.byAnyone };
  return <span>{said[source]}</span>;
}

function About({ event: { conversionId, externalId, sessionId, clickId, kind } }: { event: Event }) {
  const words = useWords(whyWords);
  return (
    <>
      {kind === 'ORDER_RECORDED' && conversionId !== null && (
        <Link to="/orders/$conversionId" params={{ conversionId }}>
          {words.order} <bdi>{externalId ?? conversionId}</bdi>
        </Link>
      )}
      {sessionId !== null && kind !== 'ATTEMPT' && <code>{sessionId}</code>}
      {clickId !== null && kind === 'CLICK' && <code>{clickId}</code>}
    </>
  );
}

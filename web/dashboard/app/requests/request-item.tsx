// One request: what was called and how it ended; of one that failed what was wrong, and where it is told what to do.
import { Badge, type Tone } from '../../../ui/badge.js';
import { CopyButton } from '../../../ui/copy.js';
import { FaultText } from '../api/fault-text.js';
import { useCopyLabels } from '../i18n/copy-labels.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { placeOf } from '../place.js';
import styles from './requests-screen.module.css';
import type { RecentRequest } from './use-requests.js';
import { codeWords, requestWords } from './words.js';

export function RequestItem({ request }: { request: RecentRequest }) {
  const { second, exact, number } = useFormat();
  const { method, path, operationId, at, keyId, keyName, durationMs, failed } = request;
  return (
    <li className={styles.request} data-failed={failed}>
      <p className={styles.called}>
        <Outcome request={request} />
        <strong>{operationId}</strong>
        <code className={styles.path}>
          {method} {path}
        </code>
      </p>
      <p className={styles.facts}>
        <time dateTime={at} title={exact(at)}>
          {second(at)}
        </time>
        <span>{number(durationMs)} ms</span>
        <bdi>{keyName ?? keyId}</bdi>
      </p>
      {failed && <Failed request={request} />}
    </li>
  );
}

/** A batch may answer 200 and yet have refused items. */
function Outcome({ request: { status, failed } }: { request: RecentRequest }) {
  const words = useWords(requestWords);
  const tone: Tone = !failed ? 'good' : status === null || status < 400 ? 'warn' : 'bad';
  return <Badge tone={tone}>{status ?? words.hungUp}</Badge>;
}

function Failed({ request }: { request: RecentRequest }) {
  const words = useWords(requestWords);
  const labels = useCopyLabels();
  const { code, reason, status, requestId } = request;
  return (
    <div className={styles.failed}>
      {code === null ? <p>{words.hungUpText}</p> : <Refusal code={code} reason={reason} />}
      {status !== null && status < 400 && <p>{words.partly}</p>}
      <Faults request={request} />
      <p className={styles.id}>
        {words.requestId} <code>{requestId}</code> <CopyButton text={requestId} labels={labels} />
      </p>
    </div>
  );
}

function Refusal({ code, reason }: { code: NonNullable<RecentRequest['code']>; reason: string | null }) {
  const words = useWords(requestWords);
  const codes = useWords(codeWords);
  const { language } = useFormat();
  const page = placeOf(language === 'fr' ? '/docs/fr/errors' : '/docs/errors');
  return (
    <p className={styles.error}>
      <span>{codes[code]}</span> <code>{reason ?? code}</code>{' '}
      <a href={`${page}#${code.toLowerCase()}`} aria-label={words.helpFor(code)}>
        {words.help}
      </a>
    </p>
  );
}

function Faults({ request: { faults, moreFaults } }: { request: RecentRequest }) {
  const words = useWords(requestWords);
  if (faults.length === 0) return null;
  return (
    <ul className={styles.faults} aria-label={words.faults}>
      {faults.map(({ path, message }, index) => (
        <li key={index}>
          <FaultText path={path} message={message} />
        </li>
      ))}
      {moreFaults > 0 && <li>{words.moreFaults(moreFaults)}</li>}
    </ul>
  );
}

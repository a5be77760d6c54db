// One try: how it ended, in words and with what to do; how long it took; what came back, as text whatever it says it is.
import { Badge } from '../../../../ui/badge.js';
import { CodeBlock } from '../../../../ui/copy.js';
import type { Schemas } from '../../api/types.js';
import { useCopyLabels } from '../../i18n/copy-labels.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import styles from './deliveries.module.css';
import { adviceWords, troubleOf, troubleWords } from './trouble-words.js';
import { deliveryWords } from './words.js';

type Attempt = Schemas['DeliveryAttempt'];

interface TryItemProps {
  attempt: Attempt;
  /** 1, 2, 3 …; without it there is but one. */
  nth?: number;
  /** The last one so far: what came back is shown at once, and when it is tried again. */
  isLast?: boolean;
}

export function TryItem({ attempt, nth, isLast = false }: TryItemProps) {
  const words = useWords(deliveryWords);
  const { second, exact, number, moment } = useFormat();
  const { startedAt, durationMs, status, nextTryAt } = attempt;
  return (
    <li className={styles.try}>
      <p className={styles.line}>
        <Outcome attempt={attempt} />
        {nth !== undefined && <strong>{words.nth(nth)}</strong>}
        <span className={styles.soft}>
          <time dateTime={startedAt} title={exact(startedAt)}>
            {second(startedAt)}
          </time>{' '}
          · {words.took(number(durationMs))}
        </span>
      </p>
      <Ended attempt={attempt} />
      {isLast && nextTryAt !== null && <p className={styles.soft}>{words.again(moment(nextTryAt))}</p>}
      {status !== null && (
        <details className={styles.reply} open={isLast}>
          <summary>{words.reply}</summary>
          <Reply attempt={attempt} />
        </details>
      )}
    </li>
  );
}

/** The status, else the class of failure. */
export function Outcome({ attempt: { status, failure } }: { attempt: Attempt }) {
  return <Badge tone={failure === null ? 'good' : 'bad'}>{status ?? failure}</Badge>;
}

function Ended({ attempt }: { attempt: Attempt }) {
  const words = useWords(deliveryWords);
  const troubles = useWords(troubleWords);
  const advice = useWords(adviceWords);
  const { failure, status } = attempt;
  if (failure === null) return <p>{words.ok(status ?? 0)}</p>;
  const trouble = troubleOf(attempt);
  if (trouble === null) return <p>{failure}</p>;
  return (
    <p>
      {troubles[trouble]} <span className={styles.soft}>{advice[trouble]}</span>
    </p>
  );
}

function Reply({ attempt: { headers, body, isCut } }: { attempt: Attempt }) {
  const words = useWords(deliveryWords);
  const labels = useCopyLabels();
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return (
    <div className={styles.exchange}>
      {lines.length > 0 && <CodeBlock name={words.replyHeaders} text={lines.join('\n')} />}
      {body === '' ? (
        <p className={styles.soft}>{words.emptyBody}</p>
      ) : (
        <CodeBlock name={words.replyBody} text={body} labels={labels} />
      )}
      {isCut && <p className={styles.soft}>{words.isCut}</p>}
    </div>
  );
}

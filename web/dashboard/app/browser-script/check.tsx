// What the script has reported: that it runs, on which sites, since when, and whose session it kept.
import type { ReactNode } from 'react';
import { DoneIcon } from '../../../ui/icons.js';
import type { Schemas } from '../api/types.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import styles from './script-screen.module.css';
import { scriptWords } from './words.js';

interface CheckProps {
  installation: Schemas['Installation'];
  /** The word of this check. */
  testId: string;
  /** Whether a link was opened with it. */
  isLinkOpened: boolean;
}

export function Check({ installation, testId, isLinkOpened }: CheckProps) {
  return (
    <div role="status">
      <ul className={styles.checks}>
        <Runs installation={installation} />
        {installation.firstSeenAt !== null && (
          <Captured session={installation.lastSession} testId={testId} isLinkOpened={isLinkOpened} />
        )}
      </ul>
    </div>
  );
}

function Runs({ installation: { firstSeenAt, lastSeenAt, origins } }: Pick<CheckProps, 'installation'>) {
  const words = useWords(scriptWords);
  const { moment } = useFormat();
  if (firstSeenAt === null) return <Line title={words.waiting}>{words.waitingText}</Line>;
  return (
    <Line isGood title={words.runs}>
      {words.firstSeen(moment(firstSeenAt))}
      {lastSeenAt !== null && `, ${words.lastSeen(moment(lastSeenAt))}`}.{' '}
      {origins.length === 0 ? words.noOrigins : words.origins}
      {origins.length > 0 && (
        <span className={styles.origins}>
          {origins.map((one) => (
            <span key={one.origin}>
              <bdi className={styles.origin}>{one.origin}</bdi>{' '}
              {words.originSeen(moment(one.firstSeenAt), moment(one.lastSeenAt))}
            </span>
          ))}
        </span>
      )}
      <span className={styles.note}>{words.once}</span>
    </Line>
  );
}

interface CapturedProps extends Omit<CheckProps, 'installation'> {
  session: Schemas['Installation']['lastSession'];
}

function Captured({ session, testId, isLinkOpened }: CapturedProps) {
  const words = useWords(scriptWords);
  const { moment } = useFormat();
  const isThisOne = session?.testId === testId;
  if (isLinkOpened && !isThisOne) return <Line title={words.waitingCapture} />;
  if (!session) return <Line title={words.notCaptured} />;
  return (
    <Line isGood title={isThisOne ? words.capturedNow : words.captured}>
      {words.capturedText(moment(session.capturedAt))} <code>{session.sessionId}</code>
    </Line>
  );
}

function Line({
  isGood = false,
  title,
  children,
}: {
  isGood?: boolean;
  title: string;
  children?: ReactNode;
}) {
  return (
    <li className={styles.check} data-good={isGood}>
      <span className={styles.sign} aria-hidden="true">
        {isGood && <DoneIcon />}
      </span>
      <div>
        <strong>{title}</strong>
        {children && <p className={styles.soft}>{children}</p>}
      </div>
    </li>
  );
}

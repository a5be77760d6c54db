// A failed call in the reader's words, with what to do and the id by which the service's log knows it.
import { useEffect } from 'react';
import { Notice } from '../../../ui/notice.js';
import { useLanguage, useWords } from '../i18n/language.js';
import { ApiFailure, type Detail } from './failure.js';
import { FaultText } from './fault-text.js';
import { faultInFrench } from './fault-words.js';
import { failureWords } from './failure-words.js';
import styles from './failure-notice.module.css';

type Words = (typeof failureWords)['en'];

/** The message of a reason, of its status otherwise. */
function messageOf(words: Words, failure: ApiFailure): string {
  const known = words[failure.reason as keyof Words];
  if (typeof known === 'string') return known;
  if (failure.status === 403) return words.PERMISSION_DENIED;
  if (failure.status === 422) return words.VALIDATION_FAILED;
  if (failure.status === 429) return words.RATE_LIMIT_EXCEEDED;
  if (failure.isAway) return words.SERVICE_UNAVAILABLE;
  return failure.status === 500 ? words.SERVER_ERROR : words.other;
}

export function useFailureMessage(): (failure: unknown) => string {
  const words = useWords(failureWords);
  return (failure) => (failure instanceof ApiFailure ? messageOf(words, failure) : words.other);
}

/**
 * What is wrong with a field: the words for the faults that people meet, else those of the contract's rules. What was sent in vain has the
 * focus on the first field that is wrong, so that it is in sight.
 */
export function useFieldFault(failure: unknown): (field: string) => string | undefined {
  const words = useWords(failureWords);
  const { language } = useLanguage();
  useEffect(() => {
    if (failure) focusFirstFault();
  }, [failure]);
  return (field) => {
    const said = failure instanceof ApiFailure ? failure.of(field) : undefined;
    if (said === undefined) return undefined;
    if (/12 characters/.test(said)) return words.tooShort;
    if (/commonest/.test(said)) return words.tooCommon;
    if (/is required/.test(said)) return words.needed;
    if (field === 'email' && /email/.test(said)) return words.noEmail;
    if (/^must be an https URL \(http only for loopback/.test(said)) return words.noHttps;
    if (/must name a host/.test(said)) return words.notReachable;
    return (language === 'fr' && faultInFrench(said)) || said;
  };
}

function focusFirstFault(): void {
  const form = document.activeElement?.closest('form') ?? document;
  const wrong = [...form.querySelectorAll<HTMLElement>('[aria-invalid]')];
  wrong.find((field) => field.checkVisibility())?.focus();
}

interface FailureNoticeProps {
  failure: unknown;
  /** Fields at which their own faults are shown; what is wrong with others is listed here. */
  beside?: readonly string[];
}

export function FailureNotice({ failure, beside = [] }: FailureNoticeProps) {
  const words = useWords(failureWords);
  const message = useFailureMessage();
  if (!failure) return null;
  const facts = failure instanceof ApiFailure ? failure.facts : null;
  const { requestId = null, retryAfterSeconds = null } = facts ?? {};
  const isInvalid = failure instanceof ApiFailure && failure.status === 422;
  return (
    <Notice kind="bad">
      <p>
        {message(failure)} {retryAfterSeconds !== null && words.waitSeconds(retryAfterSeconds)}
      </p>
      {isInvalid && <Faults details={failure.facts.details} beside={beside} />}
      {requestId && <p className={styles.id}>{words.requestId(requestId)}</p>}
    </Notice>
  );
}

function Faults({ details, beside }: { details: readonly Detail[]; beside: readonly string[] }) {
  const shown = details.filter(({ path }) => !beside.includes(String(path[0])));
  if (shown.length === 0) return null;
  return (
    <ul>
      {shown.map(({ path, message }, index) => (
        <li key={index}>
          <FaultText path={path} message={message} />
        </li>
      ))}
    </ul>
  );
}

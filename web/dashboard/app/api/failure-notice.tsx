// A failed call in the reader's words, with what to do and the id by which the service's log knows it.
import { Notice } from '../../../ui/notice.js';
import { useWords } from '../i18n/language.js';
import { ApiFailure } from './failure.js';
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

/** What is wrong with a field, by the service: its words for the faults that people meet, else its own. */
export function useFieldFault(failure: unknown): (field: string) => string | undefined {
  const words = useWords(failureWords);
  return (field) => {
    const said = failure instanceof ApiFailure ? failure.of(field) : undefined;
    if (said === undefined) return undefined;
    if (/12 characters/.test(said)) return words.tooShort;
    if (/commonest/.test(said)) return words.tooCommon;
    if (/is required/.test(said)) return words.needed;
    return field === 'email' && /email/.test(said) ? words.noEmail : said;
  };
}

export function FailureNotice({ failure }: { failure: unknown }) {
  const words = useWords(failureWords);
  const message = useFailureMessage();
  if (!failure) return null;
  const { requestId = null, retryAfterSeconds = null } = failure instanceof ApiFailure ? failure.facts : {};
  return (
    <Notice kind="bad">
      <p>
        {message(failure)} {retryAfterSeconds !== null && words.waitSeconds(retryAfterSeconds)}
      </p>
      {requestId && <p className={styles.id}>{words.requestId(requestId)}</p>}
    </Notice>
  );
}

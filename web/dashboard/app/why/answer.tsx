// What is missing and why: the likeliest cause first and large, the rest below.
import { Link } from '@tanstack/react-router';
import { Badge } from '../../../ui/badge.js';
import type { Schemas } from '../api/types.js';
import { useWords } from '../i18n/language.js';
import { useNames } from '../session/names.js';
import styles from './answer.module.css';
import { adviceWords, reasonWords } from './reason-words.js';
import { whyWords } from './words.js';

type Finding = Schemas['TraceFinding'];

export function Answer({ trace: { findings } }: { trace: Schemas['Trace'] }) {
  const words = useWords(whyWords);
  const [first, ...rest] = findings;
  return (
    <section className={styles.answer} aria-label={words.answer} data-found={first !== undefined}>
      {first ? (
        <Said finding={first} isFirst />
      ) : (
        <>
          <h2>{words.nothingMissing}</h2>
          <p>{words.nothingMissingText}</p>
        </>
      )}
      {rest.length > 0 && (
        <details>
          <summary>{words.more}</summary>
          <ul className={styles.rest}>
            {rest.map((finding, index) => (
              <li key={index}>
                <Said finding={finding} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Said({ finding, isFirst = false }: { finding: Finding; isFirst?: boolean }) {
  const words = useWords(whyWords);
  const reasons: Record<string, string> = useWords(reasonWords);
  const advices: Record<string, string> = useWords(adviceWords);
  const { reason, message, advice, basis } = finding;
  const known = reasons[reason];
  const Title = isFirst ? 'h2' : 'h3';
  const ownLanguage = known === undefined ? 'en' : undefined;
  return (
    <>
      <Title lang={ownLanguage}>{known ?? message}</Title>
      <p className={styles.about}>
        <Badge tone={basis === 'DECISION' ? 'accent' : 'plain'}>
          {basis === 'DECISION' ? words.certain : words.likely}
        </Badge>
        <About finding={finding} />
      </p>
      <p lang={ownLanguage}>{advices[reason] ?? advice}</p>
    </>
  );
}

/** Whom and what a finding is about. */
function About({ finding: { affiliateId, externalId, conversionId } }: { finding: Finding }) {
  const words = useWords(whyWords);
  const names = useNames([affiliateId], []);
  return (
    <>
      {affiliateId !== null && <bdi>{names.affiliate(affiliateId)}</bdi>}
      {conversionId !== null && (
        <Link to="/orders/$conversionId" params={{ conversionId }}>
          {words.order} <bdi>{externalId ?? conversionId}</bdi>
        </Link>
      )}
    </>
  );
}

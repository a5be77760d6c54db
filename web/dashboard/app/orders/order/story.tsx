// Why: each thing that was tried, in order, what was found, and whether it held.
import { Badge } from '../../../../ui/badge.js';
import { DoneIcon, FailedIcon } from '../../../../ui/icons.js';
import type { Schemas } from '../../api/types.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import type { Names } from '../../session/names.js';
import styles from './story.module.css';
import { sentenceOf, storyWords } from './story-words.js';
import { evidenceNames } from './words.js';

type Attempt = Schemas['AttributionAttempt'];

export function Story({ attempts, names }: { attempts: readonly Attempt[]; names: Names }) {
  const words = useWords(storyWords);
  if (attempts.length === 0)
    return (
      <div className={styles.nothing}>
        <strong>{words.nothingTitle}</strong>
        <p>{words.nothingText}</p>
      </div>
    );
  return (
    <>
      <ol className={styles.story}>
        {attempts.map((attempt, index) => (
          // An order's attempts are never reordered.
          <Step key={index} attempt={attempt} names={names} />
        ))}
      </ol>
      {attempts.at(-1)?.result === 'MATCHED' && <p className={styles.rest}>{words.notTried}</p>}
    </>
  );
}

function Step({ attempt, names }: { attempt: Attempt; names: Names }) {
  const words = useWords(storyWords);
  const kinds = useWords(evidenceNames);
  const { moment } = useFormat();
  const { affiliateId, campaignId, clickedAt, value, evidence, identifiedBy } = attempt;
  const holds = attempt.result === 'MATCHED';
  const sentence = sentenceOf(words, attempt, {
    affiliate: affiliateId === null ? words.somebody : isolated(names.affiliate(affiliateId)),
    campaign: campaignId === null ? words.someCampaign : isolated(names.campaign(campaignId)),
    when: clickedAt === null ? words.someDay : moment(clickedAt),
  });
  return (
    <li className={styles.step} data-holds={holds}>
      <span className={styles.sign}>{holds ? <DoneIcon /> : <FailedIcon />}</span>
      <div className={styles.text}>
        <h3>
          {kinds[evidence]} <Badge tone={holds ? 'good' : 'plain'}>{holds ? words.held : words.failed}</Badge>
        </h3>
        {value !== null && (
          <code className={styles.value}>
            <bdi>{value}</bdi>
          </code>
        )}
        <p>{sentence}</p>
        {identifiedBy && <p className={styles.by}>{identifiedBy === 'KEY' ? words.byKey : words.byAnyone}</p>}
      </div>
    </li>
  );
}

/** A name that runs from right to left, or ends in a mark, does not turn the sentence around it. */
function isolated(name: string): string {
  return `\u2068${name}\u2069`;
}

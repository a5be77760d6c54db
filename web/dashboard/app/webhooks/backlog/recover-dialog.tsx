// What an endpoint did not get since a time, sent again: what failed for good, or what it was never told.
import { useId, useState } from 'react';
import { Button } from '../../../../ui/button.js';
import { Dialog, DialogActions } from '../../../../ui/dialog.js';
import { Option, Options } from '../../../../ui/options.js';
import { FailureNotice, useFieldFault } from '../../api/failure-notice.js';
import { common } from '../../i18n/common.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import { clockAt, whenClocksShow } from '../../orders/period.js';
import { submitOnce } from '../../session/submit.js';
import type { Endpoint } from '../use-endpoints.js';
import styles from '../webhooks.module.css';
import { TimeField } from './time-field.js';
import { useRecoverStep, useWalk } from './use-walk.js';
import { backlogWords } from './words.js';

export interface BacklogProps {
  endpoint: Endpoint;
  onClose: () => void;
  /** Given what is said of it. */
  onDone: (said: string) => void;
}

type Way = 'failedSince' | 'missedSince';

const DAY_MS = 24 * 3_600_000;

export function RecoverDialog({ endpoint, onClose, onDone }: BacklogProps) {
  const words = useWords(backlogWords);
  const shared = useWords(common);
  const { timeZone, number } = useFormat();
  const [way, setWay] = useState<Way>('failedSince');
  const [time, setTime] = useState(() => clockAt(new Date(Date.now() - DAY_MS), timeZone));
  const since = time === '' ? '' : whenClocksShow(time, timeZone);
  const step = useRecoverStep(endpoint.endpointId, way, since);
  const { walking, soFar } = useWalk(step, ({ count, notKept }) =>
    onDone(words.recovered(count) + words.notKept(notKept)),
  );
  const faultOf = useFieldFault(walking.error);
  return (
    <Dialog title={words.recoverTitle(endpoint.name)} close={{ label: shared.cancel, onClose }}>
      <form className={styles.form} onSubmit={submitOnce(walking)}>
        <p>{words.recoverText}</p>
        <FailureNotice failure={walking.error} beside={[way]} />
        <WayChoice value={way} onChange={setWay} />
        <TimeField label={words.since} fault={faultOf(way)} value={time} onChange={setTime} />
        {walking.isPending && <p role="status">{words.soFar(number(soFar))}</p>}
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look="strong" busy={walking.isPending}>
            {words.doRecover}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function WayChoice({ value, onChange }: { value: Way; onChange: (way: Way) => void }) {
  const words = useWords(backlogWords);
  const name = useId();
  const ways = [
    ['failedSince', words.failed, words.failedMeaning],
    ['missedSince', words.missed, words.missedMeaning],
  ] as const;
  return (
    <Options legend={words.which}>
      {ways.map(([way, title, meaning]) => (
        <Option
          key={way}
          type="radio"
          name={name}
          title={title}
          meaning={meaning}
          checked={way === value}
          onChange={() => onChange(way)}
        />
      ))}
    </Options>
  );
}

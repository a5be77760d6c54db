// What waits for an endpoint and nobody wants any more: all of it, or what happened before a time.
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
import styles from '../webhooks.module.css';
import type { BacklogProps } from './recover-dialog.js';
import { TimeField } from './time-field.js';
import { useSkipStep, useWalk } from './use-walk.js';
import { backlogWords } from './words.js';

export function SkipDialog({ endpoint, onClose, onDone }: BacklogProps) {
  const words = useWords(backlogWords);
  const shared = useWords(common);
  const { timeZone, number } = useFormat();
  /** null: all that waits. */
  const [time, setTime] = useState<string | null>(null);
  const step = useSkipStep(endpoint.endpointId, time ? whenClocksShow(time, timeZone) : undefined);
  const { walking, soFar } = useWalk(step, ({ count }) => onDone(words.skipped(count)));
  const faultOf = useFieldFault(walking.error);
  return (
    <Dialog title={words.skipTitle(endpoint.name)} close={{ label: shared.cancel, onClose }}>
      <form className={styles.form} onSubmit={submitOnce(walking)}>
        <p>{words.skipText}</p>
        <FailureNotice failure={walking.error} beside={['before']} />
        <UpTo
          isAll={time === null}
          onChange={(isAll) => setTime(isAll ? null : clockAt(new Date(), timeZone))}
        />
        {time !== null && (
          <TimeField label={words.before} fault={faultOf('before')} value={time} onChange={setTime} />
        )}
        {walking.isPending && <p role="status">{words.soFar(number(soFar))}</p>}
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look="danger" busy={walking.isPending}>
            {words.doSkip}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function UpTo({ isAll, onChange }: { isAll: boolean; onChange: (isAll: boolean) => void }) {
  const words = useWords(backlogWords);
  const name = useId();
  return (
    <Options legend={words.upTo}>
      <Option
        type="radio"
        name={name}
        title={words.everything}
        checked={isAll}
        onChange={() => onChange(true)}
      />
      <Option
        type="radio"
        name={name}
        title={words.beforeTime}
        checked={!isAll}
        onChange={() => onChange(false)}
      />
    </Options>
  );
}

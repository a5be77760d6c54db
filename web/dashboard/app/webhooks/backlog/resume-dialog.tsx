// An endpoint goes on, with what was kept meanwhile: all of it, what happened from a time on, or none.
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
import { useTenantCall } from '../../session/use-call.js';
import { endpointWords } from '../endpoint/words.js';
import { useEndpointRefresh } from '../use-endpoints.js';
import styles from '../webhooks.module.css';
import type { BacklogProps } from './recover-dialog.js';
import { TimeField } from './time-field.js';
import { useSkipStep, useWalk } from './use-walk.js';
import { backlogWords } from './words.js';

type Kept = 'ALL' | 'FROM' | 'NONE';

export function ResumeDialog({ endpoint, onClose, onDone }: BacklogProps) {
  const words = useWords(backlogWords);
  const shared = useWords(common);
  const { timeZone, number } = useFormat();
  const [kept, setKept] = useState<Kept>('ALL');
  const [time, setTime] = useState(() => clockAt(new Date(), timeZone));
  const from = kept === 'FROM' && time !== '' ? whenClocksShow(time, timeZone) : undefined;
  const { walking, soFar } = useResuming(endpoint.endpointId, kept, from, onDone);
  const faultOf = useFieldFault(walking.error);
  return (
    <Dialog title={words.resumeTitle(endpoint.name)} close={{ label: shared.cancel, onClose }}>
      <form className={styles.form} onSubmit={submitOnce(walking)}>
        <FailureNotice failure={walking.error} beside={['before']} />
        <KeptChoice value={kept} onChange={setKept} />
        {kept === 'FROM' && (
          <TimeField label={words.from} fault={faultOf('before')} value={time} onChange={setTime} />
        )}
        {walking.isPending && kept !== 'ALL' && <p role="status">{words.soFar(number(soFar))}</p>}
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look="strong" busy={walking.isPending}>
            {words.doResume}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

/** First what is not wanted is skipped, then it goes on: the other way round some of it would be sent. */
function useResuming(
  endpointId: string,
  kept: Kept,
  from: string | undefined,
  onDone: BacklogProps['onDone'],
) {
  const words = useWords(backlogWords);
  const said = useWords(endpointWords);
  const call = useTenantCall();
  const refresh = useEndpointRefresh();
  const skip = useSkipStep(endpointId, from);
  return useWalk(
    (cursor) => (kept === 'ALL' ? Promise.resolve({ count: 0, notKept: 0, cursor: null }) : skip(cursor)),
    async ({ count }) => {
      await call('updateEndpoint', { path: { endpointId }, body: { status: 'ACTIVE' } });
      await refresh(endpointId);
      onDone(kept === 'ALL' ? said.isResumed : `${words.skipped(count)} ${said.isResumed}`);
    },
  );
}

function KeptChoice({ value, onChange }: { value: Kept; onChange: (kept: Kept) => void }) {
  const words = useWords(backlogWords);
  const name = useId();
  const choices = [
    ['ALL', words.sendAll, undefined],
    ['FROM', words.sendFrom, words.sendFromMeaning],
    ['NONE', words.sendNone, words.sendNoneMeaning],
  ] as const;
  return (
    <Options legend={words.kept}>
      {choices.map(([kept, title, meaning]) => (
        <Option
          key={kept}
          type="radio"
          name={name}
          title={title}
          meaning={meaning}
          checked={kept === value}
          onChange={() => onChange(kept)}
        />
      ))}
    </Options>
  );
}

// A new secret for an endpoint: how long the old one signs too, then the new one, this once.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../../ui/button.js';
import { Dialog, DialogActions } from '../../../../ui/dialog.js';
import { SelectField } from '../../../../ui/field.js';
import { Notice } from '../../../../ui/notice.js';
import { FailureNotice } from '../../api/failure-notice.js';
import type { Schemas } from '../../api/types.js';
import { common } from '../../i18n/common.js';
import { useFormat } from '../../i18n/format.js';
import { useWords } from '../../i18n/language.js';
import { submitOnce } from '../../session/submit.js';
import { useTenantCall } from '../../session/use-call.js';
import { SecretDialog } from '../secret-dialog.js';
import { secretWords } from '../secret-words.js';
import { useEndpointRefresh, type Endpoint } from '../use-endpoints.js';
import styles from '../webhooks.module.css';

type Made = Schemas['WebhookEndpointWithSecret'];

const DAY_HOURS = 24;
/** The contract allows any number of hours up to seven days. */
const OVERLAPS_HOURS = [0, 1, 6, DAY_HOURS, 2 * DAY_HOURS, 3 * DAY_HOURS, 7 * DAY_HOURS];

interface RotateDialogProps {
  endpoint: Endpoint;
  onClose: () => void;
}

export function RotateDialog({ endpoint, onClose }: RotateDialogProps) {
  const [made, setMade] = useState<Made | null>(null);
  return made === null ? (
    <Asked endpoint={endpoint} onClose={onClose} onMade={setMade} />
  ) : (
    <SecretDialog endpoint={made} onClose={onClose} />
  );
}

function Asked({ endpoint, onClose, onMade }: RotateDialogProps & { onMade: (made: Made) => void }) {
  const words = useWords(secretWords);
  const shared = useWords(common);
  const { moment } = useFormat();
  const { endpointId, name, oldSecretUntil } = endpoint;
  const [chosen, setChosen] = useState(DAY_HOURS);
  const isUnderWay = oldSecretUntil !== null;
  const rotating = useRotating(endpointId, isUnderWay ? 0 : chosen, onMade);
  return (
    <Dialog title={words.rotateTitle(name)} close={{ label: shared.cancel, onClose }}>
      <form className={styles.form} onSubmit={submitOnce(rotating)}>
        <FailureNotice failure={rotating.error} />
        {isUnderWay ? (
          <Notice kind="warn">{words.underWay(moment(oldSecretUntil))}</Notice>
        ) : (
          <>
            <p>{words.rotateText}</p>
            <OverlapField value={chosen} onChange={setChosen} />
          </>
        )}
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look={isUnderWay ? 'danger' : 'strong'} busy={rotating.isPending}>
            {words.doRotate}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function OverlapField({ value, onChange }: { value: number; onChange: (hours: number) => void }) {
  const words = useWords(secretWords);
  const nameOf = (hours: number) =>
    hours === 0 ? words.atOnce : hours < DAY_HOURS ? words.hours(hours) : words.days(hours / DAY_HOURS);
  return (
    <SelectField
      label={words.overlap}
      value={value}
      onChange={({ target }) => onChange(Number(target.value))}
    >
      {OVERLAPS_HOURS.map((hours) => (
        <option key={hours} value={hours}>
          {nameOf(hours)}
        </option>
      ))}
    </SelectField>
  );
}

function useRotating(endpointId: string, overlapHours: number, onMade: (made: Made) => void) {
  const call = useTenantCall();
  const refresh = useEndpointRefresh();
  return useMutation({
    mutationFn: () => call('rotateEndpointSecret', { path: { endpointId }, body: { overlapHours } }),
    // The secret is in the reply alone: it is not to be found among what is kept for later.
    gcTime: 0,
    onSuccess: ({ data }) => {
      onMade(data);
      void refresh(endpointId);
    },
  });
}

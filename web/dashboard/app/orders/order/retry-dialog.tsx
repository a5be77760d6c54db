// An order that nobody got, once more: with what a person knows of who brought it. It is the shop's own call, repeated with evidence.
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../../ui/button.js';
import { Dialog, DialogActions } from '../../../../ui/dialog.js';
import { TextField } from '../../../../ui/field.js';
import { Notice } from '../../../../ui/notice.js';
import { FailureNotice } from '../../api/failure-notice.js';
import type { Schemas } from '../../api/types.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/language.js';
import { useNames } from '../../session/names.js';
import { useTenantCall } from '../../session/use-call.js';
import styles from './dialogs.module.css';
import type { OrderDialogProps } from './refund-dialog.js';
import { Story } from './story.js';
import { orderWords } from './words.js';

const fields = [
  ['sessionId', 'session'],
  ['clickId', 'clickId'],
  ['affiliateCode', 'code'],
  ['customerEmail', 'email'],
  ['customerId', 'customer'],
] as const;

type Evidence = Partial<Record<(typeof fields)[number][0], string>>;

export function RetryDialog({ order, onClose, onDone }: OrderDialogProps) {
  const words = useWords(orderWords);
  const shared = useWords(common);
  const [evidence, setEvidence] = useState<Evidence>({});
  const given = Object.entries(evidence).filter(([, value]) => value.trim() !== '');
  const trying = useTrying(order, Object.fromEntries(given), onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (given.length > 0 && !trying.isPending) trying.mutate();
  };
  const attempts = trying.data?.data.attribution.attempts;
  return (
    <Dialog title={words.retryTitle} close={{ label: shared.cancel, onClose }}>
      <form className={styles.form} onSubmit={submit}>
        <p>{words.retryText}</p>
        <FailureNotice failure={trying.error} />
        {attempts && <Unfound attempts={attempts} />}
        {fields.map(([name, label]) => (
          <TextField
            key={name}
            label={words[label]}
            hint={name === 'customerEmail' ? words.emailHint : undefined}
            maxLength={255}
            autoComplete="off"
            value={evidence[name] ?? ''}
            onChange={(event) => setEvidence({ ...evidence, [name]: event.target.value })}
          />
        ))}
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look="strong" busy={trying.isPending} disabled={given.length === 0}>
            {words.doRetry}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function Unfound({ attempts }: { attempts: Schemas['AttributionAttempt'][] }) {
  const words = useWords(orderWords);
  const names = useNames(
    attempts.map(({ affiliateId }) => affiliateId),
    attempts.map(({ campaignId }) => campaignId),
  );
  return (
    <Notice kind="warn" title={words.retryUnknown}>
      <Story attempts={attempts} names={names} />
    </Notice>
  );
}

function useTrying(
  { externalId, conversionType, amount, currency }: Schemas['Conversion'],
  evidence: Evidence,
  onDone: OrderDialogProps['onDone'],
) {
  const words = useWords(orderWords);
  const call = useTenantCall();
  return useMutation({
    mutationFn: () =>
      call('recordPostback', { body: { externalId, conversionType, amount, currency, ...evidence } }),
    onSuccess: ({ data }) => (data.affiliateId === null ? undefined : onDone(words.retryDone)),
  });
}

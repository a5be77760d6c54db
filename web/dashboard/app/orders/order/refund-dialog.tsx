// A refund: how much, and why. Sent twice it is one refund: it has an id from the moment that the window opens.
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../../ui/button.js';
import { Dialog, DialogActions } from '../../../../ui/dialog.js';
import { TextField } from '../../../../ui/field.js';
import { FailureNotice } from '../../api/failure-notice.js';
import type { Schemas } from '../../api/types.js';
import { common } from '../../i18n/common.js';
import { useFormat } from '../../i18n/format.js';
import { fromTyped, toDecimal } from '../../i18n/money.js';
import { useWords } from '../../i18n/language.js';
import { useTenantCall } from '../../session/use-call.js';
import styles from './dialogs.module.css';
import { orderWords } from './words.js';

export interface OrderDialogProps {
  order: Schemas['Conversion'];
  onClose: () => void;
  /** Given what is said of it. */
  onDone: (said: string) => Promise<void>;
}

export function RefundDialog({ order, onClose, onDone }: OrderDialogProps) {
  const words = useWords(orderWords);
  const shared = useWords(common);
  const { money, language } = useFormat();
  const left = order.amount - order.refundedAmount;
  const decimal = toDecimal(left, order.currency);
  const [typed, setTyped] = useState(language === 'fr' ? decimal.replace('.', ',') : decimal);
  const [reason, setReason] = useState('');
  const amount = fromTyped(typed, order.currency);
  const isAmount = amount !== null && amount > 0;
  const refunding = useRefunding(order, amount, reason, onDone);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isAmount && !refunding.isPending) refunding.mutate();
  };
  return (
    <Dialog title={words.refundTitle} close={{ label: shared.cancel, onClose }}>
      <form className={styles.form} onSubmit={submit}>
        <p>{words.refundText}</p>
        <FailureNotice failure={refunding.error} />
        <TextField
          label={words.refundAmount(order.currency)}
          hint={words.refundLeft(money(left, order.currency))}
          fault={isAmount ? undefined : words.notAnAmount}
          inputMode="decimal"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        <ReasonField value={reason} onChange={setReason} />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look="danger" busy={refunding.isPending} disabled={!isAmount}>
            {isAmount ? words.doRefund(money(amount, order.currency)) : words.doRefundNothing}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function ReasonField({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const words = useWords(orderWords);
  return (
    <TextField
      label={words.reason}
      hint={words.reasonHint}
      maxLength={500}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

function useRefunding(
  order: Schemas['Conversion'],
  amount: number | null,
  reason: string,
  onDone: OrderDialogProps['onDone'],
) {
  const words = useWords(orderWords);
  const { money } = useFormat();
  const call = useTenantCall();
  const [refundId] = useState(() => `dashboard_${crypto.randomUUID?.() ?? randomName()}`);
  const { externalId, currency } = order;
  return useMutation({
    mutationFn: () =>
      call('refundConversion', { body: { externalId, amount, reason: reason.trim(), refundId } }),
    onSuccess: ({ data }) => onDone(words.refundDone(money(data.amount ?? 0, currency))),
  });
}

/** Where the page is on plain http by another name than localhost, the browser gives no UUIDs. */
function randomName(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
}

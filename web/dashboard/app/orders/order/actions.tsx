// What can be done about an order, as far as the reader's role allows it.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../../ui/button.js';
import type { Schemas } from '../../api/types.js';
import { useWords } from '../../i18n/language.js';
import { usePlace } from '../../session/tenant.js';
import { useTenantKey } from '../../session/use-call.js';
import styles from './actions.module.css';
import { RefundDialog } from './refund-dialog.js';
import { RetryDialog } from './retry-dialog.js';
import { useOrderKey } from './use-order.js';
import { orderWords } from './words.js';

export function Actions({ order }: { order: Schemas['Conversion'] }) {
  const words = useWords(orderWords);
  const { may } = usePlace();
  const client = useQueryClient();
  const [open, setOpen] = useState<'refund' | 'retry' | null>(null);
  const [done, setDone] = useState('');
  const said = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    // The button that opened the window may be gone by what was done: the focus goes to the words about it.
    if (done !== '') said.current?.focus();
  }, [done]);
  const key = useOrderKey(order.conversionId);
  const tenant = useTenantKey();
  const close = () => setOpen(null);
  const finish = async (words: string) => {
    close();
    setDone(words);
    await client.invalidateQueries({ queryKey: key });
    void client.invalidateQueries({ queryKey: [...tenant, 'orders'], refetchType: 'none' });
  };
  if (!may('record')) return null;
  const isRefundable = order.amount > order.refundedAmount;
  const isOpen = order.status === 'UNATTRIBUTED' && order.refundedAt === null;
  return (
    <div className={styles.actions}>
      <span ref={said} role="status" tabIndex={-1} className={styles.done}>
        {done}
      </span>
      {order.status === 'UNATTRIBUTED' && order.refundedAt !== null && (
        <span className={styles.note}>{words.retryRefunded}</span>
      )}
      {isOpen && <Button onClick={() => setOpen('retry')}>{words.retry}</Button>}
      {isRefundable && <Button onClick={() => setOpen('refund')}>{words.refund}</Button>}
      {open === 'refund' && <RefundDialog order={order} onClose={close} onDone={finish} />}
      {open === 'retry' && <RetryDialog order={order} onClose={close} onDone={finish} />}
    </div>
  );
}

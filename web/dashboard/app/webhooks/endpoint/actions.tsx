// What can be done about an endpoint, for whoever may: changed, paused and resumed, given a new secret, deleted.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../../ui/button.js';
import { FailureNotice } from '../../api/failure-notice.js';
import { useWords } from '../../i18n/language.js';
import { usePlace } from '../../session/tenant.js';
import { useTenantCall } from '../../session/use-call.js';
import { secretWords } from '../secret-words.js';
import { useEndpointRefresh, type Endpoint } from '../use-endpoints.js';
import styles from '../webhooks.module.css';
import { DeleteDialog } from './delete-dialog.js';
import { EditDialog } from './edit-dialog.js';
import { RotateDialog } from './rotate-dialog.js';
import { endpointWords } from './words.js';

interface ActionsProps {
  endpoint: Endpoint;
  /** Given what is said of it. */
  onDone: (said: string) => void;
}

export function EndpointActions({ endpoint, onDone }: ActionsProps) {
  const words = useWords(endpointWords);
  const secrets = useWords(secretWords);
  const { may } = usePlace();
  const [open, setOpen] = useState<'edit' | 'secret' | 'delete' | null>(null);
  if (!may('manage')) return null;
  const close = () => setOpen(null);
  const finish = (said: string) => {
    close();
    onDone(said);
  };
  return (
    <div className={styles.line}>
      <Button onClick={() => setOpen('edit')}>{words.edit}</Button>
      <PauseOrResume endpoint={endpoint} onDone={onDone} />
      <Button onClick={() => setOpen('secret')}>{secrets.rotate}</Button>
      <Button look="danger" onClick={() => setOpen('delete')}>
        {words.remove}
      </Button>
      {open === 'edit' && <EditDialog endpoint={endpoint} onClose={close} onDone={finish} />}
      {open === 'secret' && <RotateDialog endpoint={endpoint} onClose={close} />}
      {open === 'delete' && <DeleteDialog endpoint={endpoint} onClose={close} />}
    </div>
  );
}

function PauseOrResume({ endpoint: { endpointId, status }, onDone }: ActionsProps) {
  const words = useWords(endpointWords);
  const call = useTenantCall();
  const refresh = useEndpointRefresh();
  const isActive = status === 'ACTIVE';
  const changing = useMutation({
    mutationFn: () =>
      call('updateEndpoint', { path: { endpointId }, body: { status: isActive ? 'PAUSED' : 'ACTIVE' } }),
    onSuccess: async () => {
      await refresh(endpointId);
      onDone(isActive ? words.isPaused : words.isResumed);
    },
  });
  return (
    <>
      <Button
        look={isActive ? 'quiet' : 'strong'}
        busy={changing.isPending}
        onClick={() => changing.mutate()}
      >
        {isActive ? words.pause : words.resume}
      </Button>
      <FailureNotice failure={changing.error} />
    </>
  );
}

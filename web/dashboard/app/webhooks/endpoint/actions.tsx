// What can be done about an endpoint, for whoever may: changed, paused and resumed, given a new secret, deleted.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../../ui/button.js';
import { FailureNotice } from '../../api/failure-notice.js';
import { useWords } from '../../i18n/language.js';
import { usePlace } from '../../session/tenant.js';
import { useTenantCall } from '../../session/use-call.js';
import { ResumeDialog } from '../backlog/resume-dialog.js';
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
  const [open, setOpen] = useState<'edit' | 'resume' | 'secret' | 'delete' | null>(null);
  if (!may('manage')) return null;
  const close = () => setOpen(null);
  const finish = (said: string) => {
    close();
    onDone(said);
  };
  return (
    <div className={styles.line}>
      <Button onClick={() => setOpen('edit')}>{words.edit}</Button>
      {endpoint.status === 'ACTIVE' ? (
        <Pause endpoint={endpoint} onDone={onDone} />
      ) : (
        <Button look="strong" onClick={() => setOpen('resume')}>
          {words.resume}
        </Button>
      )}
      <Button onClick={() => setOpen('secret')}>{secrets.rotate}</Button>
      <Button look="danger" onClick={() => setOpen('delete')}>
        {words.remove}
      </Button>
      {open === 'edit' && <EditDialog endpoint={endpoint} onClose={close} onDone={finish} />}
      {open === 'resume' && <ResumeDialog endpoint={endpoint} onClose={close} onDone={finish} />}
      {open === 'secret' && <RotateDialog endpoint={endpoint} onClose={close} />}
      {open === 'delete' && <DeleteDialog endpoint={endpoint} onClose={close} />}
    </div>
  );
}

function Pause({ endpoint: { endpointId }, onDone }: ActionsProps) {
  const words = useWords(endpointWords);
  const call = useTenantCall();
  const refresh = useEndpointRefresh();
  const pausing = useMutation({
    mutationFn: () => call('updateEndpoint', { path: { endpointId }, body: { status: 'PAUSED' } }),
    onSuccess: async () => {
      await refresh(endpointId);
      onDone(words.isPaused);
    },
  });
  return (
    <>
      <Button busy={pausing.isPending} onClick={() => pausing.mutate()}>
        {words.pause}
      </Button>
      <FailureNotice failure={pausing.error} />
    </>
  );
}

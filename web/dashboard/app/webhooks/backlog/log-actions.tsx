// What can be done about many deliveries of an endpoint at once, for whoever may.
import { useState } from 'react';
import { Button } from '../../../../ui/button.js';
import { useWords } from '../../i18n/language.js';
import { usePlace } from '../../session/tenant.js';
import type { Endpoint } from '../use-endpoints.js';
import styles from '../webhooks.module.css';
import { RecoverDialog } from './recover-dialog.js';
import { SkipDialog } from './skip-dialog.js';
import { backlogWords } from './words.js';

interface LogActionsProps {
  endpoint: Endpoint;
  /** Given what is said of it. */
  onDone: (said: string) => void;
}

export function LogActions({ endpoint, onDone }: LogActionsProps) {
  const words = useWords(backlogWords);
  const { may } = usePlace();
  const [open, setOpen] = useState<'recover' | 'skip' | null>(null);
  if (!may('manage')) return null;
  const close = () => setOpen(null);
  const finish = (said: string) => {
    close();
    onDone(said);
  };
  return (
    <div className={styles.line}>
      {endpoint.status === 'ACTIVE' && (
        <Button small onClick={() => setOpen('recover')}>
          {words.recover}
        </Button>
      )}
      <Button small onClick={() => setOpen('skip')}>
        {words.skip}
      </Button>
      {open === 'recover' && <RecoverDialog endpoint={endpoint} onClose={close} onDone={finish} />}
      {open === 'skip' && <SkipDialog endpoint={endpoint} onClose={close} onDone={finish} />}
    </div>
  );
}

// Two-factor sign-in is switched off, once somebody has said that they mean it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { keepMe } from '../session/me.js';
import styles from './account-screen.module.css';
import { sessionsKey } from './sessions.js';
import { twoFactorWords } from './two-factor-words.js';

export function SwitchOffDialog({ onClose, onDone }: { onClose: () => void; onDone: () => void }) {
  const words = useWords(twoFactorWords);
  const shared = useWords(common);
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: () => call('disableTwoFactor', {}),
    onSuccess: ({ data }) => {
      onClose();
      onDone();
      keepMe(data);
      void client.invalidateQueries({ queryKey: sessionsKey });
    },
  });
  return (
    <Dialog title={words.switchOffTitle} close={{ label: shared.cancel, onClose }}>
      <div className={styles.steps}>
        <p>{words.switchOffText}</p>
        <FailureNotice failure={ending.error} />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button look="danger" busy={ending.isPending} onClick={() => ending.mutate()}>
            {words.switchOff}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

// A passkey is removed, once somebody has said that they mean it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { askAgain } from '../session/me.js';
import styles from './account-screen.module.css';
import { passkeyWords } from './passkey-words.js';
import { passkeysKey } from './passkeys.js';
import { sessionsKey } from './sessions.js';

interface RemovePasskeyDialogProps {
  passkey: Schemas['Passkey'];
  onClose: () => void;
  onDone: () => void;
}

export function RemovePasskeyDialog({ passkey, onClose, onDone }: RemovePasskeyDialogProps) {
  const words = useWords(passkeyWords);
  const shared = useWords(common);
  const client = useQueryClient();
  const { passkeyId, name } = passkey;
  const removing = useMutation({
    mutationFn: () => call('deletePasskey', { path: { passkeyId } }),
    onSuccess: () => {
      onDone();
      void askAgain();
      for (const queryKey of [passkeysKey, sessionsKey]) void client.invalidateQueries({ queryKey });
    },
  });
  return (
    <Dialog title={words.removeTitle(name)} close={{ label: shared.cancel, onClose }}>
      <div className={styles.steps}>
        <p>{words.removeText}</p>
        <FailureNotice failure={removing.error} />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button look="danger" busy={removing.isPending} onClick={() => removing.mutate()}>
            {words.remove}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

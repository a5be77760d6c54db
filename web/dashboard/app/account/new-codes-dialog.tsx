// New recovery codes are made, once somebody has said that they mean it: those that are kept somewhere are good no longer.
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { askAgain } from '../session/me.js';
import styles from './account-screen.module.css';
import { twoFactorWords } from './two-factor-words.js';

interface NewCodesDialogProps {
  onClose: () => void;
  onCodes: (codes: string[]) => void;
}

export function NewCodesDialog({ onClose, onCodes }: NewCodesDialogProps) {
  const words = useWords(twoFactorWords);
  const shared = useWords(common);
  const making = useMutation({
    mutationFn: () => call('createRecoveryCodes', {}),
    // They are in the reply alone: they are not to be found among what is kept for later.
    gcTime: 0,
    onSuccess: ({ data }) => {
      onClose();
      onCodes(data.recoveryCodes);
      void askAgain();
    },
  });
  return (
    <Dialog title={words.newCodesTitle} close={{ label: shared.cancel, onClose }}>
      <div className={styles.steps}>
        <p>{words.newCodesText}</p>
        <FailureNotice failure={making.error} />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button look="strong" busy={making.isPending} onClick={() => making.mutate()}>
            {words.makeCodes}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

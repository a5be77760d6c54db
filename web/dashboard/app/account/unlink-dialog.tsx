// An account of the sign-in provider is unlinked, once somebody has said that they mean it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { oidcWords } from '../oidc/words.js';
import { keepMe } from '../session/me.js';
import styles from './account-screen.module.css';
import { sessionsKey } from './sessions.js';

interface UnlinkDialogProps {
  identity: Schemas['Identity'];
  onClose: () => void;
  onDone: () => void;
}

export function UnlinkDialog({ identity: { identityId, provider }, onClose, onDone }: UnlinkDialogProps) {
  const words = useWords(oidcWords);
  const shared = useWords(common);
  const client = useQueryClient();
  const ending = useMutation({
    mutationFn: () => call('unlinkIdentity', { path: { identityId } }),
    onSuccess: ({ data }) => {
      onClose();
      onDone();
      keepMe(data);
      void client.invalidateQueries({ queryKey: sessionsKey });
    },
  });
  return (
    <Dialog title={words.unlinkTitle(provider)} close={{ label: shared.cancel, onClose }}>
      <div className={styles.steps}>
        <p>{words.unlinkText}</p>
        <FailureNotice failure={ending.error} />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button look="danger" busy={ending.isPending} onClick={() => ending.mutate()}>
            {words.unlink}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

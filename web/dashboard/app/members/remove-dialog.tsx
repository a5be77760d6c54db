// A member is taken out: what that means, first.
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { FailureNotice } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { useTenantCall } from '../session/use-call.js';
import type { MemberProps } from './member-item.js';
import styles from './members.module.css';
import { useRefresh } from './use-members.js';
import { memberWords } from './words.js';

export function RemoveDialog({
  member: { personId, name },
  onClose,
  onDone,
}: MemberProps & { onClose: () => void }) {
  const words = useWords(memberWords);
  const shared = useWords(common);
  const call = useTenantCall();
  const refresh = useRefresh();
  const removing = useMutation({
    mutationFn: () => call('removeMember', { path: { personId } }),
    onSuccess: async () => {
      await refresh();
      onDone(words.removed(name));
    },
  });
  return (
    <Dialog title={words.removeTitle(name)} close={{ label: shared.cancel, onClose }}>
      <div className={styles.form}>
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

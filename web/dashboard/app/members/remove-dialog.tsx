// A member is taken out: what that means, first.
import { useMutation } from '@tanstack/react-query';
import { useWords } from '../i18n/language.js';
import { useTenantCall } from '../session/use-call.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import type { MemberProps } from './member-item.js';
import { useRefresh } from './use-members.js';
import { memberWords } from './words.js';

export function RemoveDialog({
  member: { personId, name },
  onClose,
  onDone,
}: MemberProps & { onClose: () => void }) {
  const words = useWords(memberWords);
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
    <ConfirmDialog title={words.removeTitle(name)} label={words.remove} doing={removing} onClose={onClose}>
      {words.removeText}
    </ConfirmDialog>
  );
}

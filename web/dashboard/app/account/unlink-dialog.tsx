// An account of the sign-in provider is unlinked, once somebody has said that they mean it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.js';
import type { Schemas } from '../api/types.js';
import { useWords } from '../i18n/language.js';
import { oidcWords } from '../oidc/words.js';
import { keepMe } from '../session/me.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import { sessionsKey } from './sessions.js';

interface UnlinkDialogProps {
  identity: Schemas['Identity'];
  onClose: () => void;
  onDone: () => void;
}

export function UnlinkDialog({ identity: { identityId, provider }, onClose, onDone }: UnlinkDialogProps) {
  const words = useWords(oidcWords);
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
    <ConfirmDialog title={words.unlinkTitle(provider)} label={words.unlink} doing={ending} onClose={onClose}>
      {words.unlinkText}
    </ConfirmDialog>
  );
}

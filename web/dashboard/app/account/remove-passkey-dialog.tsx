// A passkey is removed, once somebody has said that they mean it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { call } from '../api/call.js';
import type { Schemas } from '../api/types.js';
import { useWords } from '../i18n/language.js';
import { askAgain } from '../session/me.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
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
    <ConfirmDialog title={words.removeTitle(name)} label={words.remove} doing={removing} onClose={onClose}>
      {words.removeText}
    </ConfirmDialog>
  );
}

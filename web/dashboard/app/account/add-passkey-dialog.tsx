// A new passkey: named, made by the device, kept.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/field.js';
import { call } from '../api/call.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { askAgain } from '../session/me.js';
import { submitOnce } from '../session/submit.js';
import { makePasskey } from '../sign-in/passkey.js';
import styles from './account-screen.module.css';
import { passkeyWords } from './passkey-words.js';
import { passkeysKey } from './passkeys.js';

interface AddPasskeyDialogProps {
  onClose: () => void;
  onDone: (name: string) => void;
}

export function AddPasskeyDialog({ onClose, onDone }: AddPasskeyDialogProps) {
  const words = useWords(passkeyWords);
  const shared = useWords(common);
  const [name, setName] = useState('');
  const adding = useAdding(name.trim(), onDone);
  const faultOf = useFieldFault(adding.error);
  return (
    <Dialog title={words.addTitle} close={{ label: shared.cancel, onClose }}>
      <form className={styles.steps} onSubmit={submitOnce(adding)}>
        <p>{words.addText}</p>
        <FailureNotice failure={adding.error} beside={['name']} />
        <TextField
          label={words.name}
          hint={words.nameHint}
          fault={faultOf('name')}
          required
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look="strong" busy={adding.isPending}>
            {words.go}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useAdding(name: string, onDone: (name: string) => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      const passkey = await makePasskey((await call('beginPasskey', {})).data);
      return call('createPasskey', { body: { name, passkey } });
    },
    onSuccess: ({ data }) => {
      onDone(data.name);
      void askAgain();
      void client.invalidateQueries({ queryKey: passkeysKey });
    },
  });
}

// An authenticator app gets our secret, scanned or typed, and shows by a code that it has it.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { CodeBlock } from '../../../ui/copy.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useCopyLabels } from '../i18n/copy-labels.js';
import { useWords } from '../i18n/language.js';
import { submitOnce } from '../session/submit.js';
import { CodeField, isWrongCode } from '../sign-in/code-field.js';
import styles from './account-screen.module.css';
import { QrCode } from './qr-code.js';
import { twoFactorWords } from './two-factor-words.js';

interface SetUpDialogProps {
  secret: Schemas['TwoFactorSecret'];
  onClose: () => void;
  onDone: (recoveryCodes: string[]) => void;
}

export function SetUpDialog({ secret: { secret, otpauthUrl }, onClose, onDone }: SetUpDialogProps) {
  const words = useWords(twoFactorWords);
  const shared = useWords(common);
  const labels = useCopyLabels();
  const [code, setCode] = useState('');
  const activating = useMutation({
    mutationFn: () => call('activateTwoFactor', { body: { code: code.trim() } }),
    gcTime: 0,
    onSuccess: ({ data }) => onDone(data.recoveryCodes),
  });
  return (
    <Dialog title={words.setUpTitle} close={{ label: shared.cancel, onClose }} beginsAt="heading">
      <form className={styles.steps} onSubmit={submitOnce(activating)}>
        <p>{words.scan}</p>
        <QrCode text={otpauthUrl} label={words.qr} />
        <p className={styles.soft}>{words.orType}</p>
        <CodeBlock name={words.secretName} text={secret} labels={labels} />
        <FailureNotice failure={isWrongCode(activating.error) ? null : activating.error} />
        <CodeField value={code} failure={activating.error} onChange={setCode} takesRecovery={false} />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look="strong" busy={activating.isPending}>
            {words.switchOn}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

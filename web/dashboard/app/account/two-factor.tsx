// Two-factor sign-in: whether it is on, how many recovery codes are left, and what can be done about it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { useLanguage, useWords } from '../i18n/language.js';
import { askAgain } from '../session/me.js';
import { usePlace } from '../session/tenant.js';
import styles from './account-screen.module.css';
import { NewCodesDialog } from './new-codes-dialog.js';
import { RecoveryCodesDialog } from './recovery-codes-dialog.js';
import { sessionsKey } from './sessions.js';
import { SetUpDialog } from './set-up-dialog.js';
import { SwitchOffDialog } from './switch-off-dialog.js';
import { recoveryCodesLeft, twoFactorWords } from './two-factor-words.js';

const FEW = 3;

export function TwoFactor() {
  const words = useWords(twoFactorWords);
  const { twoFactor } = usePlace().me;
  const [said, setSaid] = useState('');
  const [codes, setCodes] = useState<string[] | null>(null);
  return (
    <>
      <p className={styles.soft}>{words.text}</p>
      <p role="status">{said}</p>
      {twoFactor.enabled ? (
        <On twoFactor={twoFactor} onCodes={setCodes} onOff={() => setSaid(words.isOffNow)} />
      ) : (
        <Off
          isAvailable={twoFactor.available}
          onCodes={(made) => {
            setSaid(words.isOnNow);
            setCodes(made);
          }}
        />
      )}
      {codes && <RecoveryCodesDialog codes={codes} onClose={() => setCodes(null)} />}
    </>
  );
}

function Off({ isAvailable, onCodes }: { isAvailable: boolean; onCodes: (codes: string[]) => void }) {
  const words = useWords(twoFactorWords);
  const client = useQueryClient();
  const [secret, setSecret] = useState<Schemas['TwoFactorSecret'] | null>(null);
  const beginning = useMutation({
    mutationFn: () => call('beginTwoFactor', {}),
    // The secret is in the reply alone: it is not to be found among what is kept for later.
    gcTime: 0,
    onSuccess: ({ data }) => setSecret(data),
  });
  if (!isAvailable) return <p>{words.unavailable}</p>;
  return (
    <>
      <FailureNotice failure={beginning.error} />
      <p className={styles.line}>
        <Badge>{words.off}</Badge>
        <Button busy={beginning.isPending} onClick={() => beginning.mutate()}>
          {words.setUp}
        </Button>
      </p>
      {secret && (
        <SetUpDialog
          secret={secret}
          onClose={() => setSecret(null)}
          onDone={(codes) => {
            setSecret(null);
            onCodes(codes);
            void askAgain();
            void client.invalidateQueries({ queryKey: sessionsKey });
          }}
        />
      )}
    </>
  );
}

interface OnProps {
  twoFactor: Schemas['TwoFactor'];
  onCodes: (codes: string[]) => void;
  onOff: () => void;
}

function On({ twoFactor: { recoveryCodesLeft: left }, onCodes, onOff }: OnProps) {
  const words = useWords(twoFactorWords);
  const { language } = useLanguage();
  const [asked, setAsked] = useState<'codes' | 'off' | null>(null);
  const close = () => setAsked(null);
  return (
    <>
      <p className={styles.line}>
        <Badge tone="good">{words.on}</Badge>
        <Badge tone={left > FEW ? 'plain' : 'warn'}>{recoveryCodesLeft(left, language)}</Badge>
      </p>
      <p className={styles.line}>
        <Button onClick={() => setAsked('codes')}>{words.newCodes} …</Button>
        <Button look="danger" onClick={() => setAsked('off')}>
          {words.switchOff} …
        </Button>
      </p>
      {asked === 'codes' && <NewCodesDialog onClose={close} onCodes={onCodes} />}
      {asked === 'off' && <SwitchOffDialog onClose={close} onDone={onOff} />}
    </>
  );
}

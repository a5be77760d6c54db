// Over whatever screen is open: sign in again, or say who you are. Then the calls that waited are sent again, and nothing typed is lost.
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { PasswordField } from '../../../ui/field.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import { interruption, type Interruption } from '../api/interruptions.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { basepath } from '../place.js';
import { forgetMe, keepMe, useMe, type Me } from '../session/me.js';
import { SignInForm } from '../sign-in/sign-in-form.js';
import { useStore } from '../store.js';
import styles from './interruption-dialogs.module.css';
import { shellWords } from './words.js';

export function InterruptionDialogs() {
  const open = useStore(interruption);
  const { data: me } = useMe();
  if (!open || !me) return null;
  return open.kind === 'sign-in' ? <SignInAgain open={open} me={me} /> : <SayWhoYouAre open={open} />;
}

function SignInAgain({ open, me }: { open: Interruption; me: Me }) {
  const words = useWords(shellWords);
  const leave = () => {
    open.settle(false);
    forgetMe();
  };
  const came = (signedIn: Me) => {
    // Somebody else must not go on where this person was.
    if (signedIn.personId !== me.personId) return location.assign(basepath);
    keepMe(signedIn);
    open.settle(true);
  };
  return (
    <Dialog title={words.sessionEnded} closeLabel={words.signOut} onClose={leave}>
      <div className={styles.content}>
        <p>{words.sessionEndedText}</p>
        <SignInForm email={me.email} onSignedIn={came} />
      </div>
    </Dialog>
  );
}

function SayWhoYouAre({ open }: { open: Interruption }) {
  const words = useWords(shellWords);
  const shared = useWords(common);
  const [password, setPassword] = useState('');
  const saying = useMutation({
    mutationFn: () => call('confirmIdentity', { body: { password } }),
    onSuccess: ({ data }) => {
      keepMe(data);
      open.settle(true);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saying.mutate();
  };
  return (
    <Dialog title={words.confirmTitle} closeLabel={shared.cancel} onClose={() => open.settle(false)}>
      <form className={styles.content} onSubmit={submit}>
        <p>{words.confirmText}</p>
        <FailureNotice failure={saying.error} />
        <PasswordField
          label={shared.password}
          show={shared.showPassword}
          autoComplete="current-password"
          required
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
        <DialogActions>
          <Button onClick={() => open.settle(false)}>{shared.cancel}</Button>
          <Button type="submit" look="strong" busy={saying.isPending}>
            {words.confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

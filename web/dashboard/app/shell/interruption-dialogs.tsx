// Over whatever screen is open: sign in again, or say who you are. Then the calls that waited are sent again, and nothing typed is lost.
import { useEffect } from 'react';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { interruption, type Interruption } from '../api/interruptions.js';
import { useWords } from '../i18n/language.js';
import { basepath } from '../place.js';
import { ProviderWindow } from '../oidc/provider-window.js';
import { findMe, forgetMe, keepMe, useMe, type Me } from '../session/me.js';
import { SignInForm } from '../sign-in/sign-in-form.js';
import { useStore } from '../store.js';
import styles from './interruption-dialogs.module.css';
import { SayWhoYouAre } from './say-who-you-are.js';
import { shellWords } from './words.js';

export function InterruptionDialogs() {
  const open = useStore(interruption);
  const { data: me } = useMe();
  if (!open || !me) return null;
  return open.kind === 'sign-in' ? <SignInAgain open={open} me={me} /> : <SayWhoYouAre open={open} me={me} />;
}

function SignInAgain({ open, me }: { open: Interruption; me: Me }) {
  const words = useWords(shellWords);
  const came = (signedIn: Me) => {
    // Somebody else must not go on where this person was.
    if (signedIn.personId !== me.personId) return location.assign(basepath);
    keepMe(signedIn);
    open.settle(true);
  };
  const ask = () =>
    void findMe().then(
      (found) => found && came(found),
      () => undefined, // it is asked again, or somebody signs in here
    );
  useEffect(() => {
    // Signed in again in another window: back in this one, it goes on.
    window.addEventListener('focus', ask);
    return () => window.removeEventListener('focus', ask);
  });
  if (open.isAside) return null;
  return (
    <Dialog
      title={words.sessionEnded}
      close={{ label: words.later, onClose: open.putAside }}
      beginsAt="heading"
    >
      <div className={styles.content}>
        <p>{words.sessionEndedText}</p>
        <SignInForm email={me.email} onSignedIn={came} />
        <ProviderWindow start="startOidcSignIn" onFinished={ask} />
        <DialogActions>
          <Button onClick={open.putAside}>{words.later}</Button>
          <LeaveButton open={open} />
        </DialogActions>
      </div>
    </Dialog>
  );
}

/** As long as it is put aside. */
export function SessionEndedBar() {
  const words = useWords(shellWords);
  const open = useStore(interruption);
  const isAside = open?.kind === 'sign-in' && open.isAside;
  return (
    <div role="status" className={styles.place}>
      {isAside && (
        <p className={styles.bar}>
          {words.sessionEndedAside}
          <Button small look="strong" onClick={open.bringBack}>
            {words.signInAgain}
          </Button>
          <LeaveButton open={open} />
        </p>
      )}
    </div>
  );
}

function LeaveButton({ open }: { open: Interruption }) {
  const words = useWords(shellWords);
  const leave = () => {
    open.settle(false);
    forgetMe();
  };
  return (
    <Button small={open.isAside} onClick={leave}>
      {words.signOut}
    </Button>
  );
}

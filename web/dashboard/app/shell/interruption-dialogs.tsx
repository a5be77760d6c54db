// Over whatever screen is open: sign in again, or say who you are. Then the calls that waited are sent again, and nothing typed is lost.
import { Dialog } from '../../../ui/dialog.js';
import { interruption, type Interruption } from '../api/interruptions.js';
import { useWords } from '../i18n/language.js';
import { basepath } from '../place.js';
import { ProviderWindow } from '../oidc/provider-window.js';
import { findMe, forgetMe, keepMe, useMe, type Me } from '../session/me.js';
import { SignInForm } from '../sign-in/sign-in-form.js';
import { useStore } from '../store.js';
import { SayWhoYouAre } from './say-who-you-are.js';
import styles from './interruption-dialogs.module.css';
import { shellWords } from './words.js';

export function InterruptionDialogs() {
  const open = useStore(interruption);
  const { data: me } = useMe();
  if (!open || !me) return null;
  return open.kind === 'sign-in' ? <SignInAgain open={open} me={me} /> : <SayWhoYouAre open={open} me={me} />;
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
  const ask = () => void findMe().then((found) => found && came(found));
  return (
    <Dialog title={words.sessionEnded} closeLabel={words.signOut} onClose={leave}>
      <div className={styles.content}>
        <p>{words.sessionEndedText}</p>
        <SignInForm email={me.email} onSignedIn={came} />
        <ProviderWindow start="startOidcSignIn" onFinished={ask} />
      </div>
    </Dialog>
  );
}

// What somebody sees who is not signed in, at whatever address: the address stays, and is what they see afterwards.
import { useState } from 'react';
import { useWords } from '../i18n/language.js';
import { ProviderButton } from '../oidc/provider-button.js';
import { ForgottenForm } from '../reset/forgotten-form.js';
import { resetWords } from '../reset/words.js';
import { keepMe } from '../session/me.js';
import { PageTitle } from '../shell/page-title.js';
import { StandAlone } from '../shell/stand-alone.js';
import { SignInForm } from './sign-in-form.js';
import styles from './sign-in-screen.module.css';
import { signInWords } from './words.js';

export function SignInScreen() {
  const words = useWords(signInWords);
  return (
    <StandAlone>
      <div>
        <PageTitle>{words.title}</PageTitle>
        <p className={styles.lead}>{words.lead}</p>
      </div>
      <SignInForm onSignedIn={keepMe} />
      <ProviderButton />
      <Forgotten />
    </StandAlone>
  );
}

/** Its form is there when it is wanted: until then there is one field for an email. */
function Forgotten() {
  const words = useWords(resetWords);
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={styles.forgotten} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.forgotten}</summary>
      {isOpen && <ForgottenForm />}
    </details>
  );
}

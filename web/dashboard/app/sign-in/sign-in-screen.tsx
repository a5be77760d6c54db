// What somebody sees who is not signed in, at whatever address: the address stays, and is what they see afterwards.
import { useWords } from '../i18n/language.js';
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
      <p className={styles.lead}>{words.forgotten}</p>
    </StandAlone>
  );
}

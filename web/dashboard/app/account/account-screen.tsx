// What is a person's own: how they are called, in which language and time zone, their password, and where they are signed in.
import type { ReactNode } from 'react';
import { useWords } from '../i18n/language.js';
import { useProvider } from '../oidc/provider.js';
import { usePlace } from '../session/tenant.js';
import { PageTitle } from '../shell/page-title.js';
import styles from './account-screen.module.css';
import { Identities } from './identities.js';
import { NoPassword } from './no-password.js';
import { Passkeys } from './passkeys.js';
import { PasswordForm } from './password-form.js';
import { ProfileForm } from './profile-form.js';
import { Sessions } from './sessions.js';
import { TwoFactor } from './two-factor.js';
import { accountWords } from './words.js';

export function AccountScreen() {
  const words = useWords(accountWords);
  const { me } = usePlace();
  const provider = useProvider();
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <div className={styles.parts}>
        <Part title={words.profile}>
          <ProfileForm />
        </Part>
        <Part title={words.password}>{me.hasPassword ? <PasswordForm /> : <NoPassword />}</Part>
        {(provider !== null || me.identities.length > 0) && (
          <Part title={words.provider}>
            <Identities provider={provider} />
          </Part>
        )}
        <Part title={words.twoFactor}>
          <TwoFactor />
        </Part>
        <Part title={words.passkeys}>
          <Passkeys />
        </Part>
        <Part title={words.sessions}>
          <Sessions />
        </Part>
      </div>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

// Email and password, and the code of who has two-factor sign-in on, wherever somebody signs in: the first screen, a link of invitation, a session
// that has ended. What was typed stays while the code is asked.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { PasswordField } from '../../../ui/field.js';
import { call } from '../api/call.js';
import type { ApiFailure } from '../api/failure.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import type { Me } from '../session/me.js';
import { submitOnce } from '../session/submit.js';
import { CodeField, isWrongCode, type CodeFieldProps } from './code-field.js';
import { EmailField } from './email-field.js';
import { PasskeyButton } from './passkey-button.js';
import styles from './sign-in-form.module.css';
import { signInWords } from './words.js';

interface SignInFormProps {
  /** Known already. */
  email?: string;
  submitLabel?: string;
  onSignedIn: (me: Me) => void;
}

export function SignInForm({ email: known = '', submitLabel, onSignedIn }: SignInFormProps) {
  const words = useWords(signInWords);
  const shared = useWords(common);
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState('');
  const { code, setCode, asksCode, leave, signingIn } = useSigningIn(email, password, onSignedIn);
  const { error } = signingIn;
  const faultOf = useFieldFault(error);
  return (
    <form className={styles.form} onSubmit={submitOnce(signingIn)}>
      <FailureNotice
        failure={asksCode && isAboutCode(error) ? null : error}
        beside={['email', 'password', 'code']}
      />
      <div className={styles.form} hidden={asksCode}>
        <EmailField fault={faultOf('email')} value={email} onChange={setEmail} />
        <PasswordField
          label={shared.password}
          show={shared.showPassword}
          autoComplete="current-password"
          required
          fault={faultOf('password')}
          value={password}
          onChange={(event) => setPassword(event.target.value)}
        />
      </div>
      {asksCode && <CodeStep email={email.trim()} value={code} failure={error} onChange={setCode} />}
      <Button type="submit" look="strong" busy={signingIn.isPending}>
        {submitLabel ?? words.signIn}
      </Button>
      {asksCode ? (
        <Button look="plain" onClick={leave}>
          {shared.back}
        </Button>
      ) : (
        <PasskeyButton onSignedIn={onSignedIn} />
      )}
    </form>
  );
}

function CodeStep({ email, ...field }: { email: string } & CodeFieldProps) {
  const words = useWords(signInWords);
  return (
    <>
      <p role="status" className={styles.told}>
        {words.codeText(email)}
      </p>
      <CodeField {...field} />
    </>
  );
}

/** It is said by the field that asks for it. */
function isAboutCode(error: ApiFailure | null): boolean {
  return error?.reason === 'SECOND_FACTOR_NEEDED' || isWrongCode(error);
}

/** Once a right password has shown that a code is needed, it is sent with it. */
function useSigningIn(email: string, password: string, onSignedIn: (me: Me) => void) {
  const [code, setCode] = useState('');
  const [asksCode, setAsking] = useState(false);
  const signingIn = useMutation({
    mutationFn: () => {
      const body = { email: email.trim(), password, ...(asksCode && { code: code.trim() }) };
      return call('signIn', { body, asks: false });
    },
    onSuccess: ({ data }) => onSignedIn(data),
    onError: ({ reason }) => {
      if (reason === 'SECOND_FACTOR_NEEDED') setAsking(true);
      // Changed meanwhile: it has to be typed again.
      if (reason === 'WRONG_CREDENTIALS') setAsking(false);
    },
  });
  const leave = () => {
    setAsking(false);
    setCode('');
    signingIn.reset();
  };
  return { code, setCode, asksCode, leave, signingIn };
}

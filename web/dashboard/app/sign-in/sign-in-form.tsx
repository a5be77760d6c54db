// Email and password, wherever somebody signs in: the first screen, a link of invitation, a session that has ended.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { PasswordField } from '../../../ui/field.js';
import { call } from '../api/call.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import type { Me } from '../session/me.js';
import { submitOnce } from '../session/submit.js';
import { EmailField } from './email-field.js';
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
  const signingIn = useMutation({
    mutationFn: () => call('signIn', { body: { email: email.trim(), password }, asks: false }),
    onSuccess: ({ data }) => onSignedIn(data),
  });
  const faultOf = useFieldFault(signingIn.error);
  return (
    <form className={styles.form} onSubmit={submitOnce(signingIn)}>
      <FailureNotice failure={signingIn.error} />
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
      <Button type="submit" look="strong" busy={signingIn.isPending}>
        {submitLabel ?? words.signIn}
      </Button>
    </form>
  );
}

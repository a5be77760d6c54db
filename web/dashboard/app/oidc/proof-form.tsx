// What has to be said beside who the provider says one is: the account's password, this once, and the code of who has two-factor sign-in on.
import type { UseMutationResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Button } from '../../../ui/button.js';
import { PasswordField } from '../../../ui/field.js';
import type { ApiFailure } from '../api/failure.js';
import { FailureNotice } from '../api/failure-notice.js';
import { failureWords } from '../api/failure-words.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import type { Me } from '../session/me.js';
import { submitOnce } from '../session/submit.js';
import { PageTitle } from '../shell/page-title.js';
import { CodeField, isWrongCode } from '../sign-in/code-field.js';
import styles from '../sign-in/sign-in-form.module.css';
import { oidcWords } from './words.js';

export interface Proof {
  password?: string;
  code?: string;
}

export type Asked = 'password' | 'code';

/** The last step, which may be taken several times. */
export type FinishingCall = UseMutationResult<{ data: Me }, ApiFailure, Proof>;

interface ProofFormProps {
  asked: Asked;
  finishing: FinishingCall;
  /** The way out, for who is here with the wrong account. */
  children: ReactNode;
}

/** By the field, or by what is asked. */
const SAID: readonly string[] = [
  'PASSWORD_NEEDED',
  'WRONG_CREDENTIALS',
  'SECOND_FACTOR_NEEDED',
  'WRONG_CODE',
];

export function ProofForm({ asked, finishing, children }: ProofFormProps) {
  const words = useWords(oidcWords);
  const [password, setPassword] = useState('');
  const [code, setCode] = useState('');
  const { error, isPending, mutate } = finishing;
  const proof = {
    ...(password !== '' && { password }),
    ...(asked === 'code' && { code: code.trim() }),
  };
  const isCode = asked === 'code';
  return (
    <>
      <PageTitle>{isCode ? words.codeTitle : words.passwordTitle}</PageTitle>
      <form className={styles.form} onSubmit={submitOnce({ isPending, mutate: () => mutate(proof) })}>
        <p role="status">{isCode ? words.codeText : words.passwordText}</p>
        {error && !SAID.includes(error.reason) && <FailureNotice failure={error} />}
        {isCode ? (
          <CodeField value={code} failure={isWrongCode(error) ? error : null} onChange={setCode} />
        ) : (
          <AccountPassword value={password} failure={error} onChange={setPassword} />
        )}
        <Button type="submit" look="strong" busy={isPending}>
          {words.goOn}
        </Button>
      </form>
      {children}
    </>
  );
}

interface AccountPasswordProps {
  value: string;
  failure: ApiFailure | null;
  onChange: (password: string) => void;
}

function AccountPassword({ value, failure, onChange }: AccountPasswordProps) {
  const words = useWords(oidcWords);
  const shared = useWords(common);
  const { wrongPassword } = useWords(failureWords);
  return (
    <PasswordField
      label={shared.password}
      show={shared.showPassword}
      hint={words.forgotten}
      fault={failure?.reason === 'WRONG_CREDENTIALS' ? wrongPassword : undefined}
      autoComplete="current-password"
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

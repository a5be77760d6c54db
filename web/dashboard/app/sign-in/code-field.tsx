// The code of an authenticator app, or a recovery code for who has lost it.
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { ApiFailure } from '../api/failure.js';
import { useFailureMessage, useFieldFault } from '../api/failure-notice.js';
import { useWords } from '../i18n/language.js';
import styles from './sign-in-form.module.css';
import { signInWords } from './words.js';

export interface CodeFieldProps {
  value: string;
  /** Of the call that sent it: what is wrong with the code is said beside it. */
  failure: unknown;
  onChange: (code: string) => void;
  /** Whether a recovery code does as well. */
  takesRecovery?: boolean;
}

export function CodeField({ value, failure, onChange, takesRecovery = true }: CodeFieldProps) {
  const words = useWords(signInWords);
  const messageOf = useFailureMessage();
  const faultOf = useFieldFault(failure);
  const [isRecovery, setRecovery] = useState(false);
  // What was wrong with a code of the other kind is nothing against this one.
  const [ofBefore, setOfBefore] = useState<unknown>(null);
  const isWrong = failure !== ofBefore && isWrongCode(failure);
  const change = () => {
    setRecovery(!isRecovery);
    setOfBefore(failure);
    onChange('');
  };
  return (
    <div className={styles.code}>
      <TextField
        key={isRecovery ? 'recovery' : 'app'}
        label={isRecovery ? words.recoveryCode : words.appCode}
        hint={isRecovery ? words.recoveryHint : words.appHint}
        fault={isWrong ? (isRecovery ? words.wrongRecovery : messageOf(failure)) : faultOf('code')}
        inputMode={isRecovery ? 'text' : 'numeric'}
        autoComplete={isRecovery ? 'off' : 'one-time-code'}
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={40}
        ref={focus}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {takesRecovery && (
        <Button small look="plain" onClick={change}>
          {isRecovery ? words.useApp : words.useRecovery}
        </Button>
      )}
    </div>
  );
}

/** It is there because it is what is asked now. */
function focus(input: HTMLInputElement | null): void {
  input?.focus();
}

export function isWrongCode(failure: unknown): boolean {
  return failure instanceof ApiFailure && failure.reason === 'WRONG_CODE';
}

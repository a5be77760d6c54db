// Name, email and password of somebody who has no account yet.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { call } from '../api/call.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useLanguage, useWords, zoneHere } from '../i18n/language.js';
import type { Me } from '../session/me.js';
import { submitOnce } from '../session/submit.js';
import { NewPasswordField } from './new-password-field.js';
import { EmailField } from '../sign-in/email-field.js';
import styles from '../sign-in/sign-in-form.module.css';
import { joinWords } from './words.js';

interface NewPersonFormProps {
  token: string;
  email: string | null;
  onJoined: (me: Me) => void;
  onAccountExists: (email: string) => void;
}

export function NewPersonForm({ token, email: invited, onJoined, onAccountExists }: NewPersonFormProps) {
  const words = useWords(joinWords);
  const shared = useWords(common);
  const [name, setName] = useState('');
  const [email, setEmail] = useState(invited ?? '');
  const [password, setPassword] = useState('');
  const accepting = useAccepting({ token, name, email, password, onJoined, onAccountExists });
  const faultOf = useFieldFault(accepting.error);
  return (
    <form className={styles.form} onSubmit={submitOnce(accepting)}>
      <FailureNotice failure={accepting.error} beside={['name', 'email', 'password']} />
      <NameField value={name} fault={faultOf('name')} onChange={setName} />
      <EmailField fault={faultOf('email')} readOnly={invited !== null} value={email} onChange={setEmail} />
      <NewPasswordField
        label={shared.password}
        fault={faultOf('password')}
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" look="strong" busy={accepting.isPending}>
        {words.create}
      </Button>
    </form>
  );
}

interface NameFieldProps {
  value: string;
  fault: string | undefined;
  onChange: (name: string) => void;
}

function NameField({ value, fault, onChange }: NameFieldProps) {
  const words = useWords(joinWords);
  return (
    <TextField
      label={words.name}
      hint={words.nameHint}
      fault={fault}
      autoComplete="name"
      maxLength={100}
      required
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  );
}

interface Accepting extends Omit<NewPersonFormProps, 'email'> {
  name: string;
  email: string;
  password: string;
}

function useAccepting({ token, name, email, password, onJoined, onAccountExists }: Accepting) {
  const { language } = useLanguage();
  return useMutation({
    mutationFn: () =>
      call('acceptInvitation', {
        body: { token, name: name.trim(), email: email.trim(), password, language, timeZone: zoneHere() },
        asks: false,
      }),
    onSuccess: ({ data }) => onJoined(data),
    onError: (failure) => failure.reason === 'ACCOUNT_EXISTS' && onAccountExists(email.trim()),
  });
}

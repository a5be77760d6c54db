// A link to a new password. The token stands in the address's fragment, which is sent nowhere, and goes from there only into the call's body.
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { EmptyState, Notice } from '../../../ui/notice.js';
import { call } from '../api/call.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import { useWords } from '../i18n/language.js';
import { NewPasswordField } from '../join/new-password-field.js';
import { forgetMe } from '../session/me.js';
import { submitOnce } from '../session/submit.js';
import { PageTitle } from '../shell/page-title.js';
import { StandAlone } from '../shell/stand-alone.js';
import styles from '../sign-in/sign-in-form.module.css';
import { resetWords } from './words.js';

export function ResetScreen() {
  const token = useLocation({ select: ({ hash }) => hash });
  const words = useWords(resetWords);
  return (
    <StandAlone>
      {token.startsWith('rst_') ? (
        <NewPassword token={token} />
      ) : (
        <>
          <PageTitle>{words.noLink}</PageTitle>
          <p>{words.noLinkText}</p>
          <ToSignIn />
        </>
      )}
    </StandAlone>
  );
}

function NewPassword({ token }: { token: string }) {
  const words = useWords(resetWords);
  const [password, setPassword] = useState('');
  const [isDone, setDone] = useState(false);
  const setting = useMutation({
    mutationFn: () => call('resetPassword', { body: { token, password }, asks: false }),
    onSuccess: () => {
      setDone(true);
      forgetMe(); // whoever was signed in here is so no more
    },
  });
  const faultOf = useFieldFault(setting.error);
  if (isDone) return <Done />;
  if (setting.error?.status === 404) return <Broken />;
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <p>{words.lead}</p>
      <form className={styles.form} onSubmit={submitOnce(setting)}>
        <FailureNotice failure={setting.error} beside={['password']} />
        <NewPasswordField
          label={words.fresh}
          fault={faultOf('password')}
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" look="strong" busy={setting.isPending}>
          {words.set}
        </Button>
      </form>
    </>
  );
}

function Done() {
  const words = useWords(resetWords);
  return (
    <>
      <PageTitle>{words.done}</PageTitle>
      <Notice kind="good">{words.doneText}</Notice>
      <ToSignIn />
    </>
  );
}

function Broken() {
  const words = useWords(resetWords);
  return (
    <>
      <PageTitle>{words.broken}</PageTitle>
      <EmptyState title={words.brokenText}>
        <ToSignIn />
      </EmptyState>
    </>
  );
}

function ToSignIn() {
  const words = useWords(resetWords);
  return (
    <Link to="/" hash="" replace>
      {words.toSignIn}
    </Link>
  );
}

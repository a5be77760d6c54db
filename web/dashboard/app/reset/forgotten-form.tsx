// Whoever has forgotten the password asks for a link by mail. What is answered tells nobody who has an account.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { call } from '../api/call.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import { useWords } from '../i18n/language.js';
import { submitOnce } from '../session/submit.js';
import { EmailField } from '../sign-in/email-field.js';
import styles from '../sign-in/sign-in-form.module.css';
import { resetWords } from './words.js';

export function ForgottenForm() {
  const words = useWords(resetWords);
  const [email, setEmail] = useState('');
  const asking = useMutation({
    mutationFn: () => call('requestPasswordReset', { body: { email: email.trim() }, asks: false }),
  });
  const faultOf = useFieldFault(asking.error);
  const answer = asking.data?.data;
  if (answer) return <Notice kind="plain">{answer.sendsMail ? words.sent : words.noMail}</Notice>;
  return (
    <form className={styles.form} onSubmit={submitOnce(asking)}>
      <p>{words.forgottenLead}</p>
      <FailureNotice failure={asking.error} beside={['email']} />
      <EmailField fault={faultOf('email')} value={email} onChange={setEmail} />
      <Button type="submit" busy={asking.isPending}>
        {words.send}
      </Button>
    </form>
  );
}

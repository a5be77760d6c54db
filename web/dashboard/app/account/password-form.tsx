// Another password, with the one of now.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { PasswordField } from '../../../ui/field.js';
import { Notice } from '../../../ui/notice.js';
import { call } from '../api/call.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { NewPasswordField } from '../join/new-password-field.js';
import { keepMe } from '../session/me.js';
import { submitOnce } from '../session/submit.js';
import styles from './account-screen.module.css';
import { sessionsKey } from './sessions.js';
import { accountWords } from './words.js';

export function PasswordForm() {
  const words = useWords(accountWords);
  const shared = useWords(common);
  const [current, setCurrent] = useState('');
  const [fresh, setFresh] = useState('');
  const changing = useChanging(current, fresh, () => {
    setCurrent('');
    setFresh('');
  });
  const faultOf = useFieldFault(changing.error);
  const isWrong = changing.error?.reason === 'WRONG_CREDENTIALS';
  return (
    <form className={styles.form} onSubmit={submitOnce(changing)}>
      <p className={styles.soft}>{words.changeText}</p>
      <FailureNotice failure={isWrong ? null : changing.error} beside={['currentPassword', 'newPassword']} />
      <PasswordField
        label={words.current}
        show={shared.showPassword}
        fault={isWrong ? words.wrongPassword : faultOf('currentPassword')}
        autoComplete="current-password"
        required
        value={current}
        onChange={(event) => setCurrent(event.target.value)}
      />
      <NewPasswordField
        label={words.fresh}
        fault={faultOf('newPassword')}
        value={fresh}
        onChange={setFresh}
      />
      <Button type="submit" busy={changing.isPending}>
        {words.change}
      </Button>
      {changing.isSuccess && <Notice kind="good">{words.changed}</Notice>}
    </form>
  );
}

function useChanging(currentPassword: string, newPassword: string, onDone: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('changePassword', { body: { currentPassword, newPassword } }),
    onSuccess: ({ data }) => {
      keepMe(data);
      onDone();
      void client.invalidateQueries({ queryKey: sessionsKey });
    },
  });
}

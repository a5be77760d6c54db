// In the place of changing the password, for who has none: how to come by one.
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useWords } from '../i18n/language.js';
import { oidcWords } from '../oidc/words.js';
import { resetWords } from '../reset/words.js';
import { usePlace } from '../session/tenant.js';
import styles from './account-screen.module.css';

export function NoPassword() {
  const words = useWords(oidcWords);
  const told = useWords(resetWords);
  const { email } = usePlace().me;
  const asking = useMutation({
    mutationFn: () => call('requestPasswordReset', { body: { email }, asks: false }),
  });
  const answer = asking.data?.data;
  return (
    <>
      <p className={styles.soft}>{words.noPassword}</p>
      <FailureNotice failure={asking.error} />
      {answer ? (
        <Notice kind="plain">{answer.sendsMail ? told.sent : told.noMail}</Notice>
      ) : (
        <p className={styles.line}>
          <Button busy={asking.isPending} onClick={() => asking.mutate()}>
            {words.sendLink}
          </Button>
        </p>
      )}
    </>
  );
}

// Going out: the session ends at the service, and everything that was seen is forgotten here.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../../ui/button.js';
import { call } from '../api/call.js';
import { ApiFailure } from '../api/failure.js';
import { useFailureMessage } from '../api/failure-notice.js';
import { useWords } from '../i18n/language.js';
import { forgetMe } from '../session/me.js';
import { shellWords } from './words.js';

export function SignOutButton({ className }: { className?: string | undefined }) {
  const words = useWords(shellWords);
  const messageOf = useFailureMessage();
  const navigate = useNavigate();
  const leave = () => {
    forgetMe();
    // What the next person sees first is not what this one looked at last.
    void navigate({ to: '/', search: {}, replace: true });
  };
  const signingOut = useMutation({
    mutationFn: () => call('signOut', { asks: false }),
    onSuccess: leave,
    onError: (failure) => failure instanceof ApiFailure && failure.status === 401 && leave(),
  });
  return (
    <>
      {className ? (
        <button type="button" className={className} onClick={() => signingOut.mutate()}>
          {words.signOut}
        </button>
      ) : (
        <Button busy={signingOut.isPending} onClick={() => signingOut.mutate()}>
          {words.signOut}
        </Button>
      )}
      {signingOut.error && signingOut.error.status !== 401 && (
        <span role="alert">{messageOf(signingOut.error)}</span>
      )}
    </>
  );
}

// Signing in by a passkey alone, where the browser has any.
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../ui/button.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useWords } from '../i18n/language.js';
import type { Me } from '../session/me.js';
import { askForPasskey, hasPasskeys } from './passkey.js';
import { signInWords } from './words.js';

export function PasskeyButton({ onSignedIn }: { onSignedIn: (me: Me) => void }) {
  const words = useWords(signInWords);
  const signingIn = useMutation({
    mutationFn: async () => call('signInWithPasskey', { body: await askForPasskey(), asks: false }),
    onSuccess: ({ data }) => onSignedIn(data),
  });
  if (!hasPasskeys()) return null;
  return (
    <>
      <FailureNotice failure={signingIn.error} />
      <Button busy={signingIn.isPending} onClick={() => signingIn.mutate()}>
        {words.withPasskey}
      </Button>
    </>
  );
}

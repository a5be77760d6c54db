// "Continue with …": leads this page to the provider, from where it comes back to oidc-screen.tsx.
import { useMutation } from '@tanstack/react-query';
import { Button } from '../../../ui/button.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useWords } from '../i18n/language.js';
import { pageHere, useProvider } from './provider.js';
import { oidcWords } from './words.js';

/** @param invitation the token of a link; it goes in the call's body, and in no address */
export function ProviderButton({ invitation }: { invitation?: string }) {
  const words = useWords(oidcWords);
  const name = useProvider();
  const leaving = useMutation({
    mutationFn: () => {
      const body = invitation === undefined ? pageHere() : { invitation, returnTo: '/' };
      return call('startOidcSignIn', { body, asks: false });
    },
    onSuccess: ({ data }) => location.assign(data.url),
  });
  if (name === null) return null;
  return (
    <>
      <FailureNotice failure={leaving.error} />
      <Button busy={leaving.isPending || leaving.isSuccess} onClick={() => leaving.mutate()}>
        {words.continueWith(name)}
      </Button>
    </>
  );
}

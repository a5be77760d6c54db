// "Continue with …" in a window of its own: what is typed in this one stays while somebody is with the provider.
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Notice } from '../../../ui/notice.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useWords } from '../i18n/language.js';
import { useProvider, whenFinishedElsewhere } from './provider.js';
import { oidcWords } from './words.js';

interface ProviderWindowProps {
  /** What is begun there. */
  start: 'startOidcSignIn' | 'startOidcConfirmation';
  /** It was finished there: what became of it is known by asking. */
  onFinished: () => void;
}

export function ProviderWindow({ start, onFinished }: ProviderWindowProps) {
  const words = useWords(oidcWords);
  const name = useProvider();
  const { open, isBlocked, opening } = useWindow(start);
  const finished = useRef(onFinished);
  finished.current = onFinished;
  useEffect(() => whenFinishedElsewhere(() => finished.current()), []);
  if (name === null) return null;
  return (
    <>
      <FailureNotice failure={opening.error} />
      {isBlocked && <Notice kind="warn">{words.blocked}</Notice>}
      {opening.isSuccess && <Notice kind="plain">{words.inWindow(name)}</Notice>}
      <Button busy={opening.isPending} onClick={open}>
        {words.continueWith(name)}
      </Button>
    </>
  );
}

/** Opened by the click itself, or the browser keeps it shut; where it leads is known a moment later. */
function useWindow(start: ProviderWindowProps['start']) {
  const [isBlocked, setBlocked] = useState(false);
  const opening = useMutation({
    mutationFn: async (beside: Window) => {
      try {
        const { data } = await call(start, { body: {}, asks: false });
        beside.location.replace(data.url);
      } catch (error) {
        beside.close();
        throw error;
      }
    },
  });
  const open = () => {
    const beside = window.open('', '_blank', 'popup,width=520,height=720');
    setBlocked(beside === null);
    if (!beside) return;
    beside.opener = null; // what is shown there has no hold of this page
    opening.mutate(beside);
  };
  return { open, isBlocked, opening };
}

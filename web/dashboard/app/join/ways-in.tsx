// The ways through an invitation: as somebody new, with an account that exists, or as who is signed in already.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Choice } from '../../../ui/choice.js';
import { Notice } from '../../../ui/notice.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useWords } from '../i18n/language.js';
import { ProviderButton } from '../oidc/provider-button.js';
import { useMe, type Me } from '../session/me.js';
import { SignInForm } from '../sign-in/sign-in-form.js';
import { NewPersonForm } from './new-person-form.js';
import { joinWords } from './words.js';

/** @param before who it was then; null: nobody was signed in */
export type Joined = (me: Me, before: Me | null) => void;

interface WaysInProps {
  token: string;
  /** Whom it is for; null: whoever holds it. */
  email: string | null;
  onJoined: Joined;
}

export function WaysIn({ token, email, onJoined }: WaysInProps) {
  const words = useWords(joinWords);
  const { data: me } = useMe();
  const [isOther, setOther] = useState(false);
  const [way, setWay] = useState<'new' | 'known'>('new');
  const [existing, setExisting] = useState<string | null>(null);
  if (me && !isOther)
    return <JoinAs me={me} token={token} onJoined={onJoined} onOther={() => setOther(true)} />;
  return (
    <>
      <Choice
        label={words.title}
        value={way}
        onChange={setWay}
        options={[
          ['new', words.newPerson],
          ['known', words.hasAccount],
        ]}
      />
      {existing !== null && way === 'known' && <Notice kind="plain">{words.exists}</Notice>}
      {/* Both stay: what was typed in one is there when the other was looked at. */}
      <div hidden={way !== 'new'}>
        <NewPersonForm
          token={token}
          email={email}
          onJoined={(joined) => onJoined(joined, null)}
          onAccountExists={(taken) => {
            setExisting(taken);
            setWay('known');
          }}
        />
      </div>
      <div hidden={way !== 'known'}>
        <SignInAndJoin key={existing} token={token} email={existing ?? email ?? ''} onJoined={onJoined} />
      </div>
      <ProviderButton invitation={token} />
    </>
  );
}

function useJoining(token: string, onJoined: Joined) {
  return useMutation({
    mutationFn: async (before: Me) => ({ before, ...(await call('joinMerchant', { body: { token } })) }),
    onSuccess: ({ data, before }) => onJoined(data, before),
  });
}

function SignInAndJoin({ token, email, onJoined }: WaysInProps & { email: string }) {
  const words = useWords(joinWords);
  const joining = useJoining(token, onJoined);
  return (
    <>
      <FailureNotice failure={joining.error} />
      <SignInForm email={email} submitLabel={words.signInAndJoin} onSignedIn={(me) => joining.mutate(me)} />
    </>
  );
}

function JoinAs({
  me,
  token,
  onJoined,
  onOther,
}: {
  me: Me;
  token: string;
  onJoined: Joined;
  onOther: () => void;
}) {
  const words = useWords(joinWords);
  const joining = useJoining(token, onJoined);
  return (
    <>
      <p>{words.joinAs(me.name, me.email)}</p>
      <FailureNotice failure={joining.error} />
      <Button look="strong" busy={joining.isPending} onClick={() => joining.mutate(me)}>
        {words.join}
      </Button>
      <Button look="plain" onClick={onOther}>
        {words.otherPerson}
      </Button>
    </>
  );
}

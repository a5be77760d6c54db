// Where the provider leads back to. Who came is in a cookie that no script reads; this page finishes what was begun, asks for what is still
// needed, and goes on to where one was.
import { useMutation } from '@tanstack/react-query';
import { Link, useLocation, useRouter } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Notice, Waiting } from '../../../ui/notice.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useLanguage, useWords, zoneHere } from '../i18n/language.js';
import { basepath } from '../place.js';
import { keepMe } from '../session/me.js';
import { PageTitle } from '../shell/page-title.js';
import { StandAlone } from '../shell/stand-alone.js';
import { cameBackWith, tellOtherWindows, useProvider, type CameBack } from './provider.js';
import { ProofForm, type Asked, type FinishingCall, type Proof } from './proof-form.js';
import { oidcWords } from './words.js';

export function OidcScreen() {
  const hash = useLocation({ select: (location) => location.hash });
  const [cameBack] = useState(() => cameBackWith(hash));
  return (
    <StandAlone>
      {cameBack.failed === null ? <Finishing cameBack={cameBack} /> : <Failed cameBack={cameBack} />}
    </StandAlone>
  );
}

function Finishing({ cameBack }: { cameBack: CameBack }) {
  const words = useWords(oidcWords);
  const { finishing, asked } = useFinishing(cameBack);
  const { error, isSuccess } = finishing;
  if (isSuccess && cameBack.returnTo === null) return <Done />;
  if (asked)
    return (
      <ProofForm asked={asked} finishing={finishing}>
        <OtherAccount cameBack={cameBack} />
      </ProofForm>
    );
  if (error)
    return (
      <>
        <PageTitle goesOn>{words.failedTitle}</PageTitle>
        <FailureNotice failure={error} />
        {OF_THE_ACCOUNT.includes(error.reason) ? (
          <OtherAccount cameBack={cameBack} />
        ) : (
          <Again cameBack={cameBack} />
        )}
      </>
    );
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      <Waiting label={words.arriving} />
    </>
  );
}

/** Done at once, with nothing more than the cookie; what else is needed, the answer says. */
function useFinishing({ wanted, returnTo }: CameBack) {
  const { language } = useLanguage();
  const router = useRouter();
  const [asked, setAsked] = useState<Asked | null>(null);
  const finishing: FinishingCall = useMutation({
    mutationFn: (proof: Proof) =>
      wanted === 'sign-in'
        ? call('signInWithOidc', { body: { ...proof, language, timeZone: zoneHere() }, asks: false })
        : call('finishOidc', { asks: false }),
    onSuccess: ({ data }) => {
      keepMe(data);
      tellOtherWindows();
      if (returnTo !== null) router.history.replace(basepath + returnTo);
      else window.close();
    },
    onError: ({ reason, isAway }) =>
      setAsked((before) => ASKED[reason] ?? (isAway || isLimit(reason) ? before : null)),
  });
  const hasBegun = useRef(false);
  useEffect(() => {
    if (hasBegun.current) return;
    hasBegun.current = true;
    finishing.mutate({});
  }, []);
  return { finishing, asked };
}

/** What has to be said beside who the provider says one is; a wrong one asks again. */
const ASKED: Readonly<Record<string, Asked>> = {
  PASSWORD_NEEDED: 'password',
  WRONG_CREDENTIALS: 'password',
  SECOND_FACTOR_NEEDED: 'code',
  WRONG_CODE: 'code',
};

/** What another account there might mend. */
const OF_THE_ACCOUNT: readonly string[] = [
  'NO_ACCOUNT',
  'EMAIL_NOT_VERIFIED',
  'OTHER_IDENTITY',
  'IDENTITY_TAKEN',
  'UNKNOWN_INVITATION',
];

function isLimit(reason: string): boolean {
  return reason === 'SIGN_IN_LIMIT';
}

function Done() {
  const words = useWords(oidcWords);
  return (
    <>
      <PageTitle>{words.doneTitle}</PageTitle>
      <Notice kind="good">{words.doneText}</Notice>
    </>
  );
}

/** Words of ours alone: whatever stands in the address. */
function Failed({ cameBack }: { cameBack: CameBack }) {
  const words = useWords(oidcWords);
  const known = ['CANCELLED', 'EXPIRED', 'REFUSED', 'STALE', 'TOO_MANY', 'AWAY'] as const;
  const why = known.find((word) => word === cameBack.failed) ?? 'REFUSED';
  return (
    <>
      <PageTitle goesOn>{words.failedTitle}</PageTitle>
      <p>{words[why]}</p>
      <Again cameBack={cameBack} />
    </>
  );
}

/** The provider remembers who somebody is there, and would say the same again. */
function OtherAccount({ cameBack }: { cameBack: CameBack }) {
  const words = useWords(oidcWords);
  const name = useProvider();
  return (
    <div>
      <p>{words.otherAccount(name ?? words.theProvider)}</p>
      <Again cameBack={cameBack} />
    </div>
  );
}

function Again({ cameBack: { wanted, returnTo } }: { cameBack: CameBack }) {
  const words = useWords(oidcWords);
  const router = useRouter();
  if (returnTo === null)
    return (
      <>
        {wanted !== null && <p>{words.besideText}</p>}
        <Link to="/" hash="" replace>
          {words.again}
        </Link>
      </>
    );
  const href = basepath + returnTo;
  return (
    <a
      href={href}
      onClick={(event) => {
        event.preventDefault();
        router.history.replace(href);
      }}
    >
      {words.again}
    </a>
  );
}

// Who may see the screens: somebody who is signed in and belongs to a merchant. Everybody else is told what to do, at the same address.
import { Outlet } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { EmptyState, Waiting } from '../../../ui/notice.js';
import { FailureNotice } from '../api/failure-notice.js';
import { useLanguage, useWords } from '../i18n/language.js';
import { useMe, type Me } from '../session/me.js';
import { PlaceProvider } from '../session/tenant.js';
import { SignInScreen } from '../sign-in/sign-in-screen.js';
import { Frame } from './frame.js';
import { PageTitle } from './page-title.js';
import { SignOutButton } from './sign-out.js';
import { StandAlone } from './stand-alone.js';
import { shellWords } from './words.js';

export function Shell() {
  const { data: me, error } = useMe();
  const { follow } = useLanguage();
  const { personId, language, timeZone } = me ?? {};
  const [followed, setFollowed] = useState<string>();
  useEffect(() => {
    if (me === null) follow(null);
    else if (language && timeZone) follow({ language, timeZone });
    setFollowed(personId);
    // `follow` is another at each change that it makes.
  }, [me === null, personId, language, timeZone]);
  // A screen that came before would ask for the days of another time zone first.
  if (me === undefined || personId !== followed) return <Arriving failure={error} />;
  if (me === null) return <SignInScreen />;
  if (me.merchants.length === 0) return <NoMerchant me={me} />;
  return (
    <PlaceProvider me={me}>
      <Frame>
        <Outlet />
      </Frame>
    </PlaceProvider>
  );
}

function Arriving({ failure }: { failure: unknown }) {
  const words = useWords(shellWords);
  return (
    <StandAlone>
      <FailureNotice failure={failure} />
      <Waiting label={words.arriving} />
    </StandAlone>
  );
}

function NoMerchant({ me }: { me: Me }) {
  const words = useWords(shellWords);
  return (
    <StandAlone>
      <PageTitle>{words.noMerchantTitle}</PageTitle>
      <EmptyState title={words.signedInAs(me.email)}>
        <p>{words.noMerchantText}</p>
        <SignOutButton />
      </EmptyState>
    </StandAlone>
  );
}

// A link of invitation: who invites, as what, and how to come in. The token stands in the address's fragment, which is sent nowhere, and
// goes from there only into the bodies of calls.
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useNavigate } from '@tanstack/react-router';
import { EmptyState, Waiting } from '../../../ui/notice.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { roleMeanings, roleNames } from '../i18n/roles.js';
import { keepMe, type Me } from '../session/me.js';
import { PageTitle } from '../shell/page-title.js';
import { StandAlone } from '../shell/stand-alone.js';
import styles from './join-screen.module.css';
import { WaysIn, type Joined } from './ways-in.js';
import { joinWords } from './words.js';

export function JoinScreen() {
  const token = useLocation({ select: ({ hash }) => hash });
  return <StandAlone>{token.startsWith('inv_') ? <Invitation token={token} /> : <NoLink />}</StandAlone>;
}

function Invitation({ token }: { token: string }) {
  const words = useWords(joinWords);
  const shared = useWords(common);
  const { data, error } = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call('readInvitation', { body: { token }, signal }),
    staleTime: Infinity,
  });
  const navigate = useNavigate();
  const joined = (me: Me, before: Me | null) => {
    keepMe(me);
    const known = new Set(before?.merchants.map(({ merchantId }) => merchantId));
    const merchant = me.merchants.find(({ merchantId }) => !known.has(merchantId))?.merchantId;
    void navigate({ to: '/', hash: '', search: { merchant }, replace: true });
  };
  if (data) return <Invited invitation={data.data} token={token} onJoined={joined} />;
  return (
    <>
      <PageTitle>{error && !error.isAway ? words.broken : words.title}</PageTitle>
      {!error || error.isAway ? (
        <Waiting label={shared.loading} />
      ) : (
        <EmptyState title={error.status === 404 ? words.brokenText : <FailureNotice failure={error} />}>
          <Link to="/">{words.toSignIn}</Link>
        </EmptyState>
      )}
    </>
  );
}

interface InvitedProps {
  invitation: Schemas['InvitationPreview'];
  token: string;
  onJoined: Joined;
}

function Invited({ invitation, token, onJoined }: InvitedProps) {
  const words = useWords(joinWords);
  const roles = useWords(roleNames);
  const meanings = useWords(roleMeanings);
  const { moment } = useFormat();
  return (
    <>
      <div className={styles.head}>
        <PageTitle>{words.title}</PageTitle>
        <p>{words.lead(invitation.merchant)}</p>
      </div>
      <dl className={styles.role}>
        <dt>{roles[invitation.role]}</dt>
        <dd>{meanings[invitation.role]}</dd>
        <dd className={styles.until}>{words.validUntil(moment(invitation.expiresAt))}</dd>
      </dl>
      <WaysIn token={token} email={invitation.email} onJoined={onJoined} />
    </>
  );
}

function NoLink() {
  const words = useWords(joinWords);
  return (
    <>
      <PageTitle>{words.noLink}</PageTitle>
      <p>{words.noLinkText}</p>
      <Link to="/">{words.toSignIn}</Link>
    </>
  );
}

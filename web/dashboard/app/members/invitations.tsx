// Who is invited and has not come yet: by whom, until when, and how to take it back.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { Waiting } from '../../../ui/notice.js';
import { FailureNotice } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { roleNames } from '../i18n/roles.js';
import { useTenantCall } from '../session/use-call.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import styles from './members.module.css';
import { useMayTouch } from './role-choice.js';
import { useInvitations, useRefresh } from './use-members.js';
import { memberWords } from './words.js';

interface InvitationsProps {
  /** Given what is said of it. */
  onDone: (said: string) => void;
}

export function Invitations({ onDone }: InvitationsProps) {
  const words = useWords(memberWords);
  return (
    <section className={styles.part}>
      <h2>{words.invitations}</h2>
      <List onDone={onDone} />
    </section>
  );
}

function List({ onDone }: InvitationsProps) {
  const words = useWords(memberWords);
  const shared = useWords(common);
  const { data, error, hasNextPage, fetchNextPage } = useInvitations();
  if (!data)
    return error && !error.isAway ? <FailureNotice failure={error} /> : <Waiting label={shared.loading} />;
  const waiting = data.pages.flatMap((page) => page.data);
  if (waiting.length === 0) return <p className={styles.soft}>{words.noInvitations}</p>;
  return (
    <>
      <ul className={styles.people}>
        {waiting.map((invitation) => (
          <Item key={invitation.invitationId} invitation={invitation} onDone={onDone} />
        ))}
      </ul>
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
    </>
  );
}

type ItemProps = InvitationsProps & { invitation: Schemas['Invitation'] };

function Item({ invitation, onDone }: ItemProps) {
  const words = useWords(memberWords);
  const roles = useWords(roleNames);
  const { moment } = useFormat();
  const mayTouch = useMayTouch();
  const [isAsking, setAsking] = useState(false);
  const { email, role, invitedBy, createdAt, expiresAt } = invitation;
  const whom = email ?? words.anybody;
  const made = moment(createdAt);
  return (
    <li>
      <div>
        <p className={styles.line}>
          <strong>
            <bdi>{whom}</bdi>
          </strong>
          <Badge tone={role === 'OWNER' ? 'accent' : 'plain'}>{roles[role]}</Badge>
        </p>
        <p className={styles.soft}>
          {invitedBy
            ? words.invitedBy(`\u2068${invitedBy.name ?? words.gone}\u2069`, made)
            : words.invitedByOperator(made)}{' '}
          · {words.expires(moment(expiresAt))}
        </p>
      </div>
      {mayTouch(role) ? (
        <Button small look="danger" aria-label={words.withdrawOf(whom)} onClick={() => setAsking(true)}>
          {words.withdraw}
        </Button>
      ) : (
        <p className={styles.soft}>{words.ownersOnly}</p>
      )}
      {isAsking && (
        <WithdrawDialog invitation={invitation} onClose={() => setAsking(false)} onDone={onDone} />
      )}
    </li>
  );
}

function WithdrawDialog({ invitation, onClose, onDone }: ItemProps & { onClose: () => void }) {
  const words = useWords(memberWords);
  const call = useTenantCall();
  const refresh = useRefresh();
  const { invitationId, email } = invitation;
  const whom = email ?? words.anybody;
  const withdrawing = useMutation({
    mutationFn: () => call('revokeInvitation', { path: { invitationId } }),
    onSuccess: async () => {
      await refresh();
      onClose();
      onDone(words.withdrawn(whom));
    },
  });
  return (
    <ConfirmDialog title={words.withdrawTitle} label={words.withdraw} doing={withdrawing} onClose={onClose}>
      {words.withdrawText(whom)}
    </ConfirmDialog>
  );
}

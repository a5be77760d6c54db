// Who belongs to the merchant and who is invited; changed by owners and administrators.
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Waiting } from '../../../ui/notice.js';
import { FailureNotice } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { usePlace } from '../session/tenant.js';
import { NotAllowed } from '../shell/not-allowed.js';
import { PageTitle } from '../shell/page-title.js';
import { Said } from '../shell/said.js';
import { Invitations } from './invitations.js';
import { InviteDialog } from './invite-dialog.js';
import { MemberItem } from './member-item.js';
import styles from './members.module.css';
import { useMembers } from './use-members.js';
import { memberWords } from './words.js';

export function MembersScreen() {
  const words = useWords(memberWords);
  const { may } = usePlace();
  const [isInviting, setInviting] = useState(false);
  const [said, setSaid] = useState('');
  if (!may('own'))
    return (
      <>
        <PageTitle>{words.title}</PageTitle>
        <NotAllowed title={words.notAllowed} />
      </>
    );
  return (
    <>
      <header className={styles.head}>
        <div>
          <PageTitle>{words.title}</PageTitle>
          <p className={styles.soft}>{words.lead}</p>
        </div>
        <Button look="strong" onClick={() => setInviting(true)}>
          {words.invite}
        </Button>
      </header>
      <Said>{said}</Said>
      <List onDone={setSaid} />
      <Invitations onDone={setSaid} />
      {isInviting && <InviteDialog onClose={() => setInviting(false)} />}
    </>
  );
}

function List({ onDone }: { onDone: (said: string) => void }) {
  const words = useWords(memberWords);
  const shared = useWords(common);
  const { data, error, hasNextPage, fetchNextPage } = useMembers();
  if (!data)
    return error && !error.isAway ? <FailureNotice failure={error} /> : <Waiting label={shared.loading} />;
  return (
    <>
      <ul className={styles.people}>
        {data.pages.flatMap((page) =>
          page.data.map((member) => <MemberItem key={member.personId} member={member} onDone={onDone} />),
        )}
      </ul>
      {hasNextPage && <Button onClick={() => void fetchNextPage()}>{words.more}</Button>}
    </>
  );
}

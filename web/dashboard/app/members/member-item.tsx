// One member: who, as what, since when, last seen; and what may be done about them.
import { useState } from 'react';
import { Badge } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import type { Schemas } from '../api/types.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { roleNames } from '../i18n/roles.js';
import { usePlace } from '../session/tenant.js';
import { LeaveDialog } from '../settings/leave-dialog.js';
import { ChangeRoleDialog } from './change-role-dialog.js';
import styles from './members.module.css';
import { RemoveDialog } from './remove-dialog.js';
import { useMayTouch } from './role-choice.js';
import { memberWords } from './words.js';

export interface MemberProps {
  member: Schemas['Member'];
  /** Given what is said of it. */
  onDone: (said: string) => void;
}

export function MemberItem({ member, onDone }: MemberProps) {
  const words = useWords(memberWords);
  const roles = useWords(roleNames);
  const { moment } = useFormat();
  const isSelf = usePlace().me.personId === member.personId;
  const { name, email, role, joinedAt, lastSeenAt } = member;
  return (
    <li>
      <div>
        <p className={styles.line}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <Badge tone={role === 'OWNER' ? 'accent' : 'plain'}>{roles[role]}</Badge>
          {isSelf && <Badge tone="good">{words.you}</Badge>}
        </p>
        <p className={styles.soft}>
          <bdi>{email}</bdi> · {words.joined(moment(joinedAt))} ·{' '}
          {lastSeenAt === null ? words.neverSeen : words.seen(moment(lastSeenAt))}
        </p>
      </div>
      <Actions member={member} isSelf={isSelf} onDone={onDone} />
    </li>
  );
}

function Actions({ member, isSelf, onDone }: MemberProps & { isSelf: boolean }) {
  const words = useWords(memberWords);
  const mayTouch = useMayTouch();
  const [open, setOpen] = useState<'role' | 'remove' | null>(null);
  if (!mayTouch(member.role)) return <p className={styles.soft}>{words.ownersOnly}</p>;
  const close = () => setOpen(null);
  const finish = (said: string) => {
    close();
    onDone(said);
  };
  const { name } = member;
  return (
    <p className={styles.line}>
      <Button small aria-label={words.changeRoleOf(name)} onClick={() => setOpen('role')}>
        {words.changeRole}
      </Button>
      <Button
        small
        look="danger"
        {...(!isSelf && { 'aria-label': words.removeOf(name) })}
        onClick={() => setOpen('remove')}
      >
        {isSelf ? words.leave : words.remove}
      </Button>
      {open === 'role' && <ChangeRoleDialog member={member} onClose={close} onDone={finish} />}
      {open === 'remove' &&
        (isSelf ? (
          <LeaveDialog onClose={close} />
        ) : (
          <RemoveDialog member={member} onClose={close} onDone={finish} />
        ))}
    </p>
  );
}

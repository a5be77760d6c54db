// Another role for a member. That the last owner stays one is the service's to say, and is said beside the roles.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { FailureNotice } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { roleNames } from '../i18n/roles.js';
import { meQuery } from '../session/me.js';
import { submitOnce } from '../session/submit.js';
import { usePlace } from '../session/tenant.js';
import { useTenantCall } from '../session/use-call.js';
import type { MemberProps } from './member-item.js';
import styles from './members.module.css';
import { RoleChoice } from './role-choice.js';
import { useRefresh } from './use-members.js';
import { memberWords } from './words.js';

type Props = MemberProps & { onClose: () => void };

export function ChangeRoleDialog({ member, onClose, onDone }: Props) {
  const words = useWords(memberWords);
  const shared = useWords(common);
  const isSelf = usePlace().me.personId === member.personId;
  const [role, setRole] = useState(member.role);
  const changing = useChanging(member, role, onDone);
  const isLastOwner = changing.error?.reason === 'LAST_OWNER';
  return (
    <Dialog title={words.roleTitle(member.name)} close={{ label: shared.cancel, onClose }}>
      <form className={styles.form} onSubmit={submitOnce(changing)}>
        <p>{isSelf ? words.ownRoleText : words.roleText}</p>
        <FailureNotice failure={isLastOwner ? null : changing.error} />
        <RoleChoice
          value={role}
          fault={isLastOwner ? words.lastOwnerRole : undefined}
          onChange={(chosen) => {
            changing.reset();
            setRole(chosen);
          }}
        />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look="strong" busy={changing.isPending} disabled={role === member.role}>
            {words.changeRole}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useChanging(
  { personId, name }: Props['member'],
  role: Props['member']['role'],
  onDone: (said: string) => void,
) {
  const words = useWords(memberWords);
  const roles = useWords(roleNames);
  const call = useTenantCall();
  const client = useQueryClient();
  const refresh = useRefresh();
  const { me } = usePlace();
  return useMutation({
    mutationFn: () => call('updateMember', { path: { personId }, body: { role } }),
    onSuccess: async () => {
      if (personId === me.personId) await client.invalidateQueries({ queryKey: meQuery.queryKey });
      else await refresh();
      onDone(words.roleChanged(name, roles[role]));
    },
  });
}

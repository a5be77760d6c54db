// Somebody is invited: whom and as what; then the link, this once, and whether it was mailed.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { CodeBlock } from '../../../ui/copy.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/field.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useCopyLabels } from '../i18n/copy-labels.js';
import { useWords } from '../i18n/language.js';
import { submitOnce } from '../session/submit.js';
import { useTenantCall } from '../session/use-call.js';
import styles from './members.module.css';
import { RoleChoice, type Role } from './role-choice.js';
import { useRefresh } from './use-members.js';
import { memberWords } from './words.js';

type Made = Schemas['CreatedInvitation'];

export function InviteDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<Made | null>(null);
  return made === null ? (
    <Asked onClose={onClose} onMade={setMade} />
  ) : (
    <Invited made={made} onClose={onClose} />
  );
}

function Asked({ onClose, onMade }: { onClose: () => void; onMade: (made: Made) => void }) {
  const words = useWords(memberWords);
  const shared = useWords(common);
  const [email, setEmail] = useState('');
  const [role, setRole] = useState<Role>('VIEWER');
  const inviting = useInviting({ email, role }, onMade);
  const faultOf = useFieldFault(inviting.error);
  const isMember = inviting.error?.reason === 'ALREADY_MEMBER';
  return (
    <Dialog title={words.inviteTitle} close={{ label: shared.cancel, onClose }}>
      <form className={styles.form} onSubmit={submitOnce(inviting)}>
        <p>{words.inviteText}</p>
        <FailureNotice failure={isMember ? null : inviting.error} beside={['email', 'role']} />
        <TextField
          label={shared.email}
          hint={words.emailHint}
          fault={isMember ? words.alreadyMember : faultOf('email')}
          type="email"
          autoComplete="off"
          required
          value={email}
          onChange={(event) => setEmail(event.target.value)}
        />
        <RoleChoice value={role} fault={faultOf('role')} onChange={setRole} />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look="strong" busy={inviting.isPending}>
            {words.doInvite}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useInviting({ email, role }: { email: string; role: Role }, onMade: (made: Made) => void) {
  const call = useTenantCall();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: () => call('createInvitation', { body: { email: email.trim(), role } }),
    // The link is in the reply alone: it is not to be found among what is kept for later.
    gcTime: 0,
    onSuccess: ({ data }) => {
      onMade(data);
      void refresh();
    },
  });
}

function Invited({ made: { email, link, mailed }, onClose }: { made: Made; onClose: () => void }) {
  const words = useWords(memberWords);
  const labels = useCopyLabels();
  const whom = `\u2068${email ?? ''}\u2069`;
  const done = mailed ? words.doneMailed : words.done;
  return (
    <Dialog title={mailed ? words.mailedTitle(whom) : words.linkTitle} beginsAt="heading">
      <div className={styles.form}>
        <p>{mailed ? words.mailedText : words.linkText(whom)}</p>
        <CodeBlock name={words.link} text={link} labels={labels} />
        <DialogActions>
          <Button look="strong" onClick={onClose}>
            {done}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

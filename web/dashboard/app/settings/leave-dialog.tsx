// Going from a merchant of one's own accord: what it means, and why the last owner cannot.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { Notice } from '../../../ui/notice.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { keepMe } from '../session/me.js';
import { usePlace } from '../session/tenant.js';
import styles from './settings.module.css';
import { settingsWords } from './words.js';

export function LeaveDialog({ onClose }: { onClose: () => void }) {
  const words = useWords(settingsWords);
  const shared = useWords(common);
  const { merchant, may } = usePlace();
  const leaving = useLeaving(merchant.merchantId);
  const isLastOwner = leaving.error?.reason === 'LAST_OWNER';
  return (
    <Dialog title={words.leaveTitle(merchant.name)} close={{ label: shared.cancel, onClose }}>
      <div className={styles.dialog}>
        <p>
          {words.leaveText} {may('own') && words.leaveInvites}
        </p>
        <FailureNotice failure={isLastOwner ? null : leaving.error} />
        {isLastOwner && (
          <Notice kind="bad">
            <p>{words.lastOwner}</p>
            <Link to="/members" onClick={onClose}>
              {words.toMembers}
            </Link>
          </Notice>
        )}
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button look="danger" busy={leaving.isPending} onClick={() => leaving.mutate()}>
            {words.doLeave}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

function useLeaving(merchantId: string) {
  const navigate = useNavigate();
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => call('leaveMerchant', { path: { merchantId } }),
    onSuccess: ({ data }) => {
      keepMe(data);
      // Nothing of it is to be seen any more.
      client.removeQueries({ queryKey: [merchantId] });
      void navigate({ to: '/', search: {}, replace: true });
    },
  });
}

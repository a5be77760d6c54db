// The end of an endpoint, with what is lost by it.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../../../ui/button.js';
import { Dialog, DialogActions } from '../../../../ui/dialog.js';
import { FailureNotice } from '../../api/failure-notice.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/language.js';
import { useTenantCall } from '../../session/use-call.js';
import { useEndpointRefresh, type Endpoint } from '../use-endpoints.js';
import styles from '../webhooks.module.css';
import { endpointWords } from './words.js';

export function DeleteDialog({
  endpoint: { endpointId, name },
  onClose,
}: {
  endpoint: Endpoint;
  onClose: () => void;
}) {
  const words = useWords(endpointWords);
  const shared = useWords(common);
  const call = useTenantCall();
  const navigate = useNavigate();
  const refresh = useEndpointRefresh();
  const deleting = useMutation({
    mutationFn: () => call('deleteEndpoint', { path: { endpointId } }),
    onSuccess: async () => {
      // First away from its page, which would ask for what is gone.
      await navigate({ to: '/webhooks' });
      await refresh(endpointId);
    },
  });
  return (
    <Dialog title={words.removeTitle(name)} close={{ label: shared.cancel, onClose }}>
      <div className={styles.form}>
        <p>{words.removeText}</p>
        <FailureNotice failure={deleting.error} />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button look="danger" busy={deleting.isPending} onClick={() => deleting.mutate()}>
            {words.doRemove}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

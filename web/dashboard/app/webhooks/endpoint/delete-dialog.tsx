// The end of an endpoint, with what is lost by it.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useWords } from '../../i18n/language.js';
import { useTenantCall } from '../../session/use-call.js';
import { ConfirmDialog } from '../../shell/confirm-dialog.js';
import { useEndpointRefresh, type Endpoint } from '../use-endpoints.js';
import { endpointWords } from './words.js';

export function DeleteDialog({
  endpoint: { endpointId, name },
  onClose,
}: {
  endpoint: Endpoint;
  onClose: () => void;
}) {
  const words = useWords(endpointWords);
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
    <ConfirmDialog title={words.removeTitle(name)} label={words.doRemove} doing={deleting} onClose={onClose}>
      {words.removeText}
    </ConfirmDialog>
  );
}

// A delivery once more, for whoever may: it becomes one of its own, and is what is looked at then.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Button } from '../../../../ui/button.js';
import { FailureNotice } from '../../api/failure-notice.js';
import type { Schemas } from '../../api/types.js';
import { useWords } from '../../i18n/language.js';
import { usePlace } from '../../session/tenant.js';
import { useTenantCall } from '../../session/use-call.js';
import styles from './deliveries.module.css';
import { deliveryWords } from './words.js';

export function Resend({
  delivery: { endpointId, deliveryId, body },
}: {
  delivery: Schemas['WholeDelivery'];
}) {
  const words = useWords(deliveryWords);
  const { may } = usePlace();
  const call = useTenantCall();
  const navigate = useNavigate();
  const sending = useMutation({
    mutationFn: () => call('resendDelivery', { path: { endpointId, deliveryId } }),
    onSuccess: ({ data }) =>
      navigate({
        to: '/webhooks/$endpointId/deliveries/$deliveryId',
        params: { endpointId, deliveryId: data.deliveryId },
      }),
  });
  if (!may('manage') || body === null) return null;
  return (
    <div className={styles.exchange}>
      <Button busy={sending.isPending} onClick={() => sending.mutate()}>
        {words.resend}
      </Button>
      <FailureNotice failure={sending.error} />
    </div>
  );
}

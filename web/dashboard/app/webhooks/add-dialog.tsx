// A further endpoint: what is asked, then its secret, this once, and a test; then its page.
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { submitOnce } from '../session/submit.js';
import { usePlace } from '../session/tenant.js';
import { useTenantCall } from '../session/use-call.js';
import { EndpointFields, isWhole, newEndpoint, toBody, type Wanted } from './endpoint-form.js';
import { formWords } from './form-words.js';
import { SecretDialog } from './secret-dialog.js';
import { useEndpointRefresh } from './use-endpoints.js';
import styles from './webhooks.module.css';

type Made = Schemas['WebhookEndpointWithSecret'];

export function AddDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<Made | null>(null);
  const navigate = useNavigate();
  if (made === null) return <Asked onClose={onClose} onMade={setMade} />;
  const goThere = () => {
    onClose();
    void navigate({ to: '/webhooks/$endpointId', params: { endpointId: made.endpointId } });
  };
  return <SecretDialog endpoint={made} onClose={goThere} />;
}

function Asked({ onClose, onMade }: { onClose: () => void; onMade: (made: Made) => void }) {
  const words = useWords(formWords);
  const shared = useWords(common);
  const { tenant } = usePlace();
  const [wanted, setWanted] = useState(newEndpoint);
  const making = useMaking(wanted, onMade);
  return (
    <Dialog title={words.addTitle(shared[tenant.mode])} close={{ label: shared.cancel, onClose }}>
      <form className={styles.form} onSubmit={submitOnce(making)}>
        <EndpointFields wanted={wanted} onChange={setWanted} failure={making.error} />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look="strong" busy={making.isPending} disabled={!isWhole(wanted)}>
            {words.add}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useMaking(wanted: Wanted, onMade: (made: Made) => void) {
  const call = useTenantCall();
  const refresh = useEndpointRefresh();
  return useMutation({
    mutationFn: () => call('createEndpoint', { body: toBody(wanted) }),
    // The secret is in the reply alone: it is not to be found among what is kept for later.
    gcTime: 0,
    onSuccess: ({ data }) => {
      onMade(data);
      void refresh(data.endpointId);
    },
  });
}

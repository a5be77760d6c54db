// Another name, address or choice for an endpoint. What is not changed is not sent: somebody else may be changing it.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../../ui/button.js';
import { Dialog, DialogActions } from '../../../../ui/dialog.js';
import { common } from '../../i18n/common.js';
import { useWords } from '../../i18n/language.js';
import { submitOnce } from '../../session/submit.js';
import { useTenantCall } from '../../session/use-call.js';
import { EndpointFields, isWhole, toBody, type Wanted } from '../endpoint-form.js';
import { formWords } from '../form-words.js';
import { useEndpointRefresh, type Endpoint } from '../use-endpoints.js';
import styles from '../webhooks.module.css';
import { endpointWords } from './words.js';

interface EditDialogProps {
  endpoint: Endpoint;
  onClose: () => void;
  /** Given what is said of it. */
  onDone: (said: string) => void;
}

export function EditDialog({ endpoint, onClose, onDone }: EditDialogProps) {
  const words = useWords(formWords);
  const shared = useWords(common);
  // As it was when the window was opened, whatever a look at it says meanwhile.
  const [before] = useState(() => toWanted(endpoint));
  const [wanted, setWanted] = useState(before);
  const saving = useSaving(endpoint.endpointId, changesOf(before, toBody(wanted)), onDone);
  return (
    <Dialog title={words.editTitle(endpoint.name)} close={{ label: shared.cancel, onClose }}>
      <form className={styles.form} onSubmit={submitOnce(saving)}>
        <EndpointFields wanted={wanted} onChange={setWanted} failure={saving.error} />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look="strong" busy={saving.isPending} disabled={!isWhole(wanted)}>
            {shared.save}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useSaving(endpointId: string, changes: Partial<Wanted>, onDone: EditDialogProps['onDone']) {
  const words = useWords(endpointWords);
  const call = useTenantCall();
  const refresh = useEndpointRefresh();
  return useMutation({
    mutationFn: () => call('updateEndpoint', { path: { endpointId }, body: changes }),
    onSuccess: async () => {
      await refresh(endpointId);
      onDone(words.saved);
    },
  });
}

function toWanted({ name, url, events, campaignIds, payload, ordering }: Endpoint): Wanted {
  // What it is told of already, it may be told of: names of a later version too.
  return { name, url, events: events as Wanted['events'], campaignIds, payload, ordering };
}

function changesOf(before: Wanted, after: Wanted): Partial<Wanted> {
  const isChanged = (field: keyof Wanted) => JSON.stringify(before[field]) !== JSON.stringify(after[field]);
  return Object.fromEntries(
    Object.entries(after).filter(([field]) => isChanged(field as keyof Wanted)),
  ) as Partial<Wanted>;
}

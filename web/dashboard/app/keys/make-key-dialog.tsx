// A new key: what for and what it may do; then the key itself, this once.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { CodeBlock } from '../../../ui/copy.js';
import { Dialog, DialogActions } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/field.js';
import { Option, Options } from '../../../ui/options.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useCopyLabels } from '../i18n/copy-labels.js';
import { useWords } from '../i18n/language.js';
import { submitOnce } from '../session/submit.js';
import { usePlace } from '../session/tenant.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';
import styles from './keys-screen.module.css';
import { keyWords, permissionMeanings, permissionNames } from './words.js';

type Permission = Schemas['KeyPermission'];

const all = ['record', 'read', 'manage', 'pay'] as const satisfies readonly Permission[];

export function MakeKeyDialog({ onClose }: { onClose: () => void }) {
  const [made, setMade] = useState<string | null>(null);
  return made === null ? (
    <Asked onClose={onClose} onMade={setMade} />
  ) : (
    <Made text={made} onClose={onClose} />
  );
}

function Asked({ onClose, onMade }: { onClose: () => void; onMade: (key: string) => void }) {
  const words = useWords(keyWords);
  const shared = useWords(common);
  const { tenant } = usePlace();
  const [name, setName] = useState('');
  const [permissions, setPermissions] = useState<readonly Permission[]>(['record', 'read']);
  const making = useMaking(name, permissions, onMade);
  const faultOf = useFieldFault(making.error);
  return (
    <Dialog title={words.makeTitle(shared[tenant.mode])} close={{ label: shared.cancel, onClose }}>
      <form className={styles.form} onSubmit={submitOnce(making)}>
        <FailureNotice failure={making.error} beside={['name']} />
        <TextField
          label={words.name}
          hint={words.nameHint}
          fault={faultOf('name')}
          required
          maxLength={100}
          autoComplete="off"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Permissions chosen={permissions} onChange={setPermissions} />
        <DialogActions>
          <Button onClick={onClose}>{shared.cancel}</Button>
          <Button type="submit" look="strong" busy={making.isPending} disabled={permissions.length === 0}>
            {words.make}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}

function useMaking(name: string, permissions: readonly Permission[], onMade: (key: string) => void) {
  const call = useTenantCall();
  const client = useQueryClient();
  const queryKey = [...useTenantKey(), 'keys'];
  return useMutation({
    mutationFn: () => call('createKey', { body: { name: name.trim(), permissions: [...permissions] } }),
    // The key is in the reply alone: it is not to be found among what is kept for later.
    gcTime: 0,
    onSuccess: ({ data }) => {
      onMade(data.key);
      void client.invalidateQueries({ queryKey });
    },
  });
}

interface PermissionsProps {
  chosen: readonly Permission[];
  onChange: (chosen: readonly Permission[]) => void;
}

function Permissions({ chosen, onChange }: PermissionsProps) {
  const words = useWords(keyWords);
  const names = useWords(permissionNames);
  const meanings = useWords(permissionMeanings);
  return (
    <Options legend={words.may} hint={words.mayHint} fault={chosen.length === 0 && words.nothing}>
      {all.map((one) => (
        <Option
          key={one}
          type="checkbox"
          title={names[one]}
          meaning={meanings[one]}
          checked={chosen.includes(one)}
          onChange={(event) =>
            onChange(all.filter((other) => (other === one ? event.target.checked : chosen.includes(other))))
          }
        />
      ))}
    </Options>
  );
}

function Made({ text, onClose }: { text: string; onClose: () => void }) {
  const words = useWords(keyWords);
  const labels = useCopyLabels();
  return (
    <Dialog title={words.madeTitle} beginsAt="heading">
      <div className={styles.form}>
        <p>{words.madeText}</p>
        <CodeBlock name={words.keyName} text={text} labels={labels} />
        <DialogActions>
          <Button look="strong" onClick={onClose}>
            {words.done}
          </Button>
        </DialogActions>
      </div>
    </Dialog>
  );
}

// Another name for the merchant.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { TextField } from '../../../ui/field.js';
import { Notice } from '../../../ui/notice.js';
import { FailureNotice, useFieldFault } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { meQuery } from '../session/me.js';
import { submitOnce } from '../session/submit.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';
import styles from './settings.module.css';
import { settingsWords } from './words.js';

export function NameForm({ merchant }: { merchant: Schemas['Merchant'] }) {
  const words = useWords(settingsWords);
  const shared = useWords(common);
  const [name, setName] = useState(merchant.name);
  const saving = useRenaming(name);
  const faultOf = useFieldFault(saving.error);
  return (
    <form className={styles.form} onSubmit={submitOnce(saving)}>
      <FailureNotice failure={saving.error} beside={['name']} />
      <TextField
        label={words.name}
        hint={words.nameHint}
        fault={faultOf('name')}
        autoComplete="organization"
        required
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Button type="submit" look="strong" busy={saving.isPending}>
        {shared.save}
      </Button>
      {saving.isSuccess && <Notice kind="good">{shared.saved}</Notice>}
    </form>
  );
}

function useRenaming(name: string) {
  const call = useTenantCall();
  const client = useQueryClient();
  const queryKey = [...useTenantKey(), 'merchant'];
  return useMutation({
    mutationFn: () => call('updateMerchant', { body: { name: name.trim() } }),
    onSuccess: (renamed) => {
      client.setQueryData(queryKey, renamed);
      // The frame shows the name, too.
      void client.invalidateQueries({ queryKey: meQuery.queryKey });
    },
  });
}

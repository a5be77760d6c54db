// An affiliate beyond those that the list offers, found by the whole email: the service finds affiliates by no part of a name.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../ui/button.js';
import { classes } from '../../../ui/classes.js';
import { TextField } from '../../../ui/field.js';
import { useFailureMessage } from '../api/failure-notice.js';
import { common } from '../i18n/common.js';
import { useWords } from '../i18n/language.js';
import { useAffiliates } from '../session/names.js';
import { submitOnce } from '../session/submit.js';
import { useTenantCall } from '../session/use-call.js';
import styles from './filter-bar.module.css';
import { ordersWords } from './words.js';

interface ByEmailProps {
  onFound: (affiliateId: string) => void;
}

/** Only where there are more than the list has. */
export function AffiliateByEmail({ onFound }: ByEmailProps) {
  const { data } = useAffiliates();
  return data?.meta.page.hasMore ? <ByEmail onFound={onFound} /> : null;
}

function ByEmail({ onFound }: ByEmailProps) {
  const words = useWords(ordersWords);
  const shared = useWords(common);
  const messageOf = useFailureMessage();
  const call = useTenantCall();
  const [email, setEmail] = useState('');
  const finding = useMutation({
    mutationFn: () => call('listAffiliates', { query: { email: email.trim(), limit: 1 } }),
    onSuccess: ({ data: [found] }) => found && onFound(found.affiliateId),
  });
  const isNobody = finding.data?.data.length === 0;
  const fault = finding.error ? messageOf(finding.error) : isNobody ? words.noSuchAffiliate : undefined;
  return (
    <form className={classes(styles.id, styles.wide)} role="search" onSubmit={submitOnce(finding)}>
      <TextField
        label={words.affiliateByEmail}
        placeholder={words.wholeEmail}
        fault={fault}
        type="email"
        autoComplete="off"
        required
        maxLength={254}
        value={email}
        onChange={(event) => {
          finding.reset();
          setEmail(event.target.value);
        }}
      />
      <Button type="submit" busy={finding.isPending}>
        {shared.find}
      </Button>
    </form>
  );
}

// The merchant: its name, its id, and what whoever looks is here.
import { useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { Badge } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { CopyButton } from '../../../ui/copy.js';
import { Waiting } from '../../../ui/notice.js';
import { FailureNotice } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useCopyLabels } from '../i18n/copy-labels.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { roleMeanings, roleNames } from '../i18n/roles.js';
import { usePlace } from '../session/tenant.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';
import { PageTitle } from '../shell/page-title.js';
import { LeaveDialog } from './leave-dialog.js';
import { NameForm } from './name-form.js';
import styles from './settings.module.css';
import { settingsWords } from './words.js';

export function MerchantScreen() {
  const words = useWords(settingsWords);
  const shared = useWords(common);
  const call = useTenantCall();
  const { data, error } = useQuery({
    queryKey: [...useTenantKey(), 'merchant'],
    queryFn: ({ signal }) => call('getMerchant', { signal }),
  });
  return (
    <>
      <PageTitle>{words.title}</PageTitle>
      {data ? (
        <div className={styles.parts}>
          <Merchant key={data.data.merchantId} merchant={data.data} />
          <OwnPlace />
        </div>
      ) : error && !error.isAway ? (
        <FailureNotice failure={error} />
      ) : (
        <Waiting label={shared.loading} />
      )}
    </>
  );
}

function Merchant({ merchant }: { merchant: Schemas['Merchant'] }) {
  const words = useWords(settingsWords);
  const labels = useCopyLabels();
  const { may } = usePlace();
  const { moment } = useFormat();
  const { merchantId, name, createdAt } = merchant;
  return (
    <Part title={words.merchant}>
      {may('own') ? (
        <NameForm merchant={merchant} />
      ) : (
        <div>
          <p>
            <strong>
              <bdi>{name}</bdi>
            </strong>
          </p>
          <p className={styles.soft}>{words.nameFixed}</p>
        </div>
      )}
      <div>
        <p className={styles.line}>
          {words.id} <code>{merchantId}</code> <CopyButton text={merchantId} labels={labels} />
        </p>
        <p className={styles.soft}>
          {words.idHint} {words.since(moment(createdAt))}.
        </p>
      </div>
    </Part>
  );
}

function OwnPlace() {
  const words = useWords(settingsWords);
  const names = useWords(roleNames);
  const meanings = useWords(roleMeanings);
  const { role } = usePlace().merchant;
  const [isLeaving, setLeaving] = useState(false);
  return (
    <Part title={words.own}>
      <p className={styles.line}>
        {words.youAre} <Badge tone="accent">{names[role]}</Badge>
        <span className={styles.soft}>{meanings[role]}</span>
      </p>
      <Button look="danger" onClick={() => setLeaving(true)}>
        {words.leave}
      </Button>
      {isLeaving && <LeaveDialog onClose={() => setLeaving(false)} />}
    </Part>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={styles.part}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

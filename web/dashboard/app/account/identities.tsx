// Accounts of the sign-in provider that belong to this person: linked and unlinked.
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { pageHere } from '../oidc/provider.js';
import { oidcWords } from '../oidc/words.js';
import { usePlace } from '../session/tenant.js';
import styles from './account-screen.module.css';
import { UnlinkDialog } from './unlink-dialog.js';

/** @param provider what people call it; null: this installation has none */
export function Identities({ provider }: { provider: string | null }) {
  const words = useWords(oidcWords);
  const { me } = usePlace();
  const [said, setSaid] = useState('');
  const isLinked = me.identities.some(({ usable }) => usable);
  return (
    <>
      <p className={styles.soft}>{words.sectionText}</p>
      <p role="status">{said}</p>
      {me.identities.length > 0 && (
        <ul className={styles.sessions}>
          {me.identities.map((identity) => (
            <Linked
              key={identity.identityId}
              identity={identity}
              isOnlyWay={identity.usable && !me.hasPassword}
              onUnlinked={() => setSaid(words.unlinked)}
            />
          ))}
        </ul>
      )}
      {provider !== null && !isLinked && <LinkButton provider={provider} />}
    </>
  );
}

function LinkButton({ provider }: { provider: string }) {
  const words = useWords(oidcWords);
  const leaving = useMutation({
    mutationFn: () => call('startIdentityLink', { body: pageHere() }),
    onSuccess: ({ data }) => location.assign(data.url),
  });
  return (
    <>
      <FailureNotice failure={leaving.error} />
      <p className={styles.line}>
        <Badge>{words.notLinked}</Badge>
        <Button busy={leaving.isPending || leaving.isSuccess} onClick={() => leaving.mutate()}>
          {words.link(provider)}
        </Button>
      </p>
    </>
  );
}

interface LinkedProps {
  identity: Schemas['Identity'];
  isOnlyWay: boolean;
  onUnlinked: () => void;
}

function Linked({ identity, isOnlyWay, onUnlinked }: LinkedProps) {
  const words = useWords(oidcWords);
  const { moment } = useFormat();
  const [isAsking, setAsking] = useState(false);
  const { provider, email, usable, lastUsedAt } = identity;
  return (
    <li>
      <div>
        <strong>
          <bdi>{provider}</bdi>
        </strong>{' '}
        {usable && <Badge tone="good">{words.linked}</Badge>}
        {email !== null && <p>{email}</p>}
        <p className={styles.soft}>{usable ? words.lastUsed(moment(lastUsedAt)) : words.unused}</p>
        {isOnlyWay && <p className={styles.soft}>{words.onlyWay}</p>}
      </div>
      {!isOnlyWay && (
        <Button small look="danger" onClick={() => setAsking(true)}>
          {words.unlink} …
        </Button>
      )}
      {isAsking && <UnlinkDialog identity={identity} onClose={() => setAsking(false)} onDone={onUnlinked} />}
    </li>
  );
}

// The passkeys of this person: what there is, when each was used, and how to add and remove one.
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Badge } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import { Waiting } from '../../../ui/notice.js';
import { call } from '../api/call.js';
import { FailureNotice } from '../api/failure-notice.js';
import type { Schemas } from '../api/types.js';
import { common } from '../i18n/common.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { usePlace } from '../session/tenant.js';
import { hasPasskeys } from '../sign-in/passkey.js';
import styles from './account-screen.module.css';
import { AddPasskeyDialog } from './add-passkey-dialog.js';
import { passkeyWords } from './passkey-words.js';
import { RemovePasskeyDialog } from './remove-passkey-dialog.js';

export const passkeysKey = ['passkeys'];

export function Passkeys() {
  const words = useWords(passkeyWords);
  const { obstacle } = usePlace().me.passkeys;
  const [isAdding, setAdding] = useState(false);
  const [said, setSaid] = useState('');
  const why = obstacle !== null ? words[obstacle] : hasPasskeys() ? null : words.noBrowser;
  return (
    <>
      <p className={styles.soft}>{words.text}</p>
      <p role="status">{said}</p>
      <List onRemoved={() => setSaid(words.removed)} />
      {why === null ? (
        <p className={styles.line}>
          <Button onClick={() => setAdding(true)}>{words.add}</Button>
        </p>
      ) : (
        <p>{why}</p>
      )}
      {isAdding && (
        <AddPasskeyDialog
          onClose={() => setAdding(false)}
          onDone={(name) => {
            setAdding(false);
            setSaid(words.added(name));
          }}
        />
      )}
    </>
  );
}

function List({ onRemoved }: { onRemoved: () => void }) {
  const shared = useWords(common);
  const { data, error } = useQuery({
    queryKey: passkeysKey,
    queryFn: ({ signal }) => call('listPasskeys', { signal }),
  });
  if (!data)
    return error && !error.isAway ? <FailureNotice failure={error} /> : <Waiting label={shared.loading} />;
  if (data.data.length === 0) return null;
  return (
    <ul className={styles.sessions}>
      {data.data.map((passkey) => (
        <Item key={passkey.passkeyId} passkey={passkey} onRemoved={onRemoved} />
      ))}
    </ul>
  );
}

function Item({ passkey, onRemoved }: { passkey: Schemas['Passkey']; onRemoved: () => void }) {
  const words = useWords(passkeyWords);
  const { moment } = useFormat();
  const [isAsking, setAsking] = useState(false);
  const { name, createdAt, lastUsedAt, synced } = passkey;
  return (
    <li>
      <div>
        <strong>
          <bdi>{name}</bdi>
        </strong>{' '}
        {synced && <Badge>{words.synced}</Badge>}
        <p className={styles.soft}>
          {words.addedAt(moment(createdAt))} ·{' '}
          {lastUsedAt === null ? words.neverUsed : words.lastUsed(moment(lastUsedAt))}
        </p>
      </div>
      <Button small look="danger" aria-label={words.removeOf(name)} onClick={() => setAsking(true)}>
        {words.remove}
      </Button>
      {isAsking && (
        <RemovePasskeyDialog passkey={passkey} onClose={() => setAsking(false)} onDone={onRemoved} />
      )}
    </li>
  );
}

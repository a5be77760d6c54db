// One key: what it is for, what it may do, when it was last used, and how to end it.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Badge } from '../../../ui/badge.js';
import { Button } from '../../../ui/button.js';
import type { Schemas } from '../api/types.js';
import { useFormat } from '../i18n/format.js';
import { useWords } from '../i18n/language.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';
import { ConfirmDialog } from '../shell/confirm-dialog.js';
import styles from './keys-screen.module.css';
import { keyWords, permissionNames } from './words.js';

export function KeyItem({ apiKey }: { apiKey: Schemas['ApiKey'] }) {
  const words = useWords(keyWords);
  const may = useWords(permissionNames);
  const { moment } = useFormat();
  const [isAsking, setAsking] = useState(false);
  const { keyId, name, masked, permissions, createdAt, lastUsedAt, revokedAt } = apiKey;
  return (
    <li className={styles.key} data-revoked={revokedAt !== null}>
      <div>
        <p className={styles.line}>
          <strong>
            <bdi>{name}</bdi>
          </strong>
          <code>{masked}</code>
        </p>
        <p className={styles.line}>
          {permissions.map((permission) => (
            <Badge key={permission}>{may[permission]}</Badge>
          ))}
          <span className={styles.soft}>
            {words.made(moment(createdAt))} ·{' '}
            {lastUsedAt === null ? words.neverUsed : words.lastUsed(moment(lastUsedAt))}
          </span>
          <Link to="/requests" search={{ key: keyId }} aria-label={words.callsOf(name)}>
            {words.calls}
          </Link>
        </p>
      </div>
      {revokedAt === null ? (
        <Button small look="danger" aria-label={words.revokeOf(name)} onClick={() => setAsking(true)}>
          {words.revoke}
        </Button>
      ) : (
        <Badge tone="bad">{words.revoked(moment(revokedAt))}</Badge>
      )}
      {isAsking && <RevokeDialog apiKey={apiKey} onClose={() => setAsking(false)} />}
    </li>
  );
}

function RevokeDialog({
  apiKey: { keyId, name },
  onClose,
}: {
  apiKey: Schemas['ApiKey'];
  onClose: () => void;
}) {
  const words = useWords(keyWords);
  const call = useTenantCall();
  const client = useQueryClient();
  const queryKey = [...useTenantKey(), 'keys'];
  const revoking = useMutation({
    mutationFn: () => call('revokeKey', { path: { keyId } }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey });
      onClose();
    },
  });
  return (
    <ConfirmDialog title={words.revokeTitle(name)} label={words.revoke} doing={revoking} onClose={onClose}>
      {words.revokeText}
    </ConfirmDialog>
  );
}

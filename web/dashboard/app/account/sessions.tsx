// The browsers in which this person is signed in, and how to end one.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
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
import styles from './account-screen.module.css';
import { accountWords } from './words.js';

export const sessionsKey = ['sessions'];

export function Sessions() {
  const words = useWords(accountWords);
  const shared = useWords(common);
  const { data, error } = useQuery({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => call('listSessions', { signal }),
  });
  const [said, setSaid] = useState('');
  if (!data)
    return error && !error.isAway ? <FailureNotice failure={error} /> : <Waiting label={shared.loading} />;
  return (
    <>
      <p role="status">{said}</p>
      <ul className={styles.sessions}>
        {data.data.map((session) => (
          <Session key={session.sessionId} session={session} onEnded={() => setSaid(words.ended)} />
        ))}
      </ul>
    </>
  );
}

function Session({ session, onEnded }: { session: Schemas['PersonSession']; onEnded: () => void }) {
  const words = useWords(accountWords);
  const { moment } = useFormat();
  const client = useQueryClient();
  const { sessionId, current, address, createdAt, lastUsedAt } = session;
  const device = useDeviceName(session.device);
  const ending = useMutation({
    mutationFn: () => call('endSession', { path: { sessionId } }),
    onSuccess: async () => {
      onEnded();
      await client.invalidateQueries({ queryKey: sessionsKey });
    },
  });
  return (
    <li>
      <div>
        <strong>
          <bdi>{device}</bdi>
        </strong>{' '}
        {current && <Badge tone="good">{words.thisBrowser}</Badge>}
        <p className={styles.soft}>
          {words.lastUsed(moment(lastUsedAt))} · {words.begun(moment(createdAt))}{' '}
          {address !== null && words.from(address)}
        </p>
        <FailureNotice failure={ending.error} />
      </div>
      {!current && (
        <Button
          small
          look="danger"
          busy={ending.isPending}
          aria-label={words.endOf(device)}
          onClick={() => ending.mutate()}
        >
          {words.end}
        </Button>
      )}
    </li>
  );
}

/** As the service names it, `Firefox on Linux`, in the reader's language. */
function useDeviceName(device: string): string {
  const words = useWords(accountWords);
  if (device === 'Unknown') return words.unknownDevice;
  const [, browser, system] = /^(.+) on (.+)$/.exec(device) ?? [];
  return browser && system ? words.device(browser, system) : device;
}

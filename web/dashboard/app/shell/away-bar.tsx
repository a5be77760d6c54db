// Says that the service or its database is away, looks every two seconds whether it is back, and then asks anew for all that is shown.
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { call } from '../api/call.js';
import { connection } from '../api/connection.js';
import { useWords } from '../i18n/language.js';
import { useStore } from '../store.js';
import styles from './away-bar.module.css';
import { shellWords } from './words.js';

const LOOK_EVERY_MS = 2_000;

export function AwayBar() {
  const isAway = useStore(connection) === 'away';
  const words = useWords(shellWords);
  useReturn(isAway);
  return (
    <div role="status" className={styles.place}>
      {isAway && <p className={styles.bar}>{words.away}</p>}
    </div>
  );
}

function useReturn(isAway: boolean): void {
  const client = useQueryClient();
  const { data: isBack } = useQuery({
    queryKey: ['ready'],
    queryFn: ({ signal }) =>
      call('ready', { signal }).then(
        () => true,
        () => false,
      ),
    enabled: isAway,
    refetchInterval: LOOK_EVERY_MS,
    gcTime: 0,
    staleTime: 0,
  });
  useEffect(() => {
    if (!isAway || isBack !== true) return;
    client.removeQueries({ queryKey: ['ready'] });
    connection.set('here');
    void client.invalidateQueries();
  }, [isAway, isBack, client]);
}

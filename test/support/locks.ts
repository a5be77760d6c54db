// Waiting until somebody waits: for a lock that another transaction holds.
import { until } from './until.js';

interface Queryable {
  query<Row>(sql: string): Promise<Row[]>;
}

/** At least so many transactions on this database wait for a lock. */
export function lockIsWaitedFor(database: Queryable, by = 1): Promise<void> {
  const areWaiting = async () => {
    const [row] = await database.query<{ count: number }>(
      `select count(distinct l.pid)::int as count from pg_locks l join pg_stat_activity a on a.pid = l.pid
       where not l.granted and a.datname = current_database()`,
    );
    return (row?.count ?? 0) >= by;
  };
  return until(areWaiting, undefined, `${by} transactions wait for a lock`);
}

// Whether orders could be recorded now: what the database says of itself.
import { withTimeout } from '#platform/time/with-timeout.js';
import { READY_PATIENCE_MS } from '#platform/time/time-budget.js';
import { migrations } from './migrations/index.js';
import type { Queryable } from './transaction.js';

/** `away`: it does not answer in time. `behind`: migrations of this build are missing. `readOnly`: it takes no writes. */
export type Readiness = 'ready' | 'away' | 'behind' | 'readOnly';

/** @param queryable one that fails at once */
export async function askReadiness(queryable: Queryable): Promise<Readiness> {
  const names = migrations.map((migration) => migration.name);
  const check = queryable.query<{ missing: boolean; read_only: boolean }>(
    `select (select count(*) from migrations where name = any($1)) < $2 as missing,
       pg_is_in_recovery() or current_setting('transaction_read_only')::boolean as read_only`,
    [names, names.length],
  );
  // No table of migrations, no migrations (42P01). All else is an answer that did not come.
  const asked = check.catch((error: { code?: unknown }) =>
    error.code === '42P01' ? [{ missing: true, read_only: false }] : [],
  );
  const [state] = await withTimeout(READY_PATIENCE_MS, asked, []);
  if (!state) return 'away';
  if (state.read_only) return 'readOnly';
  return state.missing ? 'behind' : 'ready';
}

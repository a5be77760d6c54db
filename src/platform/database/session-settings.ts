// What we ask of PostgreSQL for each connection, as it is opened.
import { STATEMENT_ENDED_EARLIER_MS } from '#platform/time/time-budget.js';

export interface SessionLimits {
  /** A statement that takes longer is given up, in milliseconds; 0 means never. */
  statementMs: number;
  /** A pooler lends the connections by the transaction: they can have no settings of ours. */
  lent?: boolean;
}

/**
 * Every statement of the service is a look-up by key, and PostgreSQL keeps the plans of those that are sent often. One made while a table
 * held a page of rows must not be a scan of all of it: minutes later, on launch day, the table holds a million.
 */
const ALWAYS_BY_INDEX = '-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off';

/** PostgreSQL ends a statement that takes too long, and its locks with it; a little later we stop listening, should it be stuck. */
export function settingsOf({ statementMs, lent = false }: SessionLimits): object {
  if (statementMs === 0) return {};
  if (lent) return { query_timeout: statementMs };
  return {
    statement_timeout: statementMs - STATEMENT_ENDED_EARLIER_MS,
    idle_in_transaction_session_timeout: statementMs - STATEMENT_ENDED_EARLIER_MS,
    query_timeout: statementMs,
    options: ALWAYS_BY_INDEX,
  };
}

// TypeORM's DataSource for our schema: which entities, which pool, which time limits.
import { setTimeout as sleep } from 'node:timers/promises';
import { AbstractLogger, DataSource, type DataSourceOptions } from 'typeorm';
import {
  CONNECT_MS,
  CONNECTION_IDLE_MS,
  START_PATIENCE_MS,
  START_RETRY_MS,
  STATEMENT_ENDED_EARLIER_MS,
} from '#platform/time/time-budget.js';
import { isDatabaseAway } from './database-errors.js';
import { migrations } from './migrations/index.js';

export type { DataSource } from 'typeorm';

export interface PostgresAddress {
  /** `postgres://…`; when given, the rest is not used. */
  url?: string;
  /** Host name, or the folder of a Unix socket. */
  host?: string;
  port?: number;
  user?: string;
  password?: string;
  database?: string;
}

/** What fails is thrown, and logged by who catches it; TypeORM would also write to standard output. */
class Silence extends AbstractLogger {
  protected override writeLog(): void {}
}

export interface PoolLimits {
  connections: number;
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
function settingsOf({ statementMs, lent = false }: PoolLimits): object {
  if (statementMs === 0) return {};
  if (lent) return { query_timeout: statementMs };
  return {
    statement_timeout: statementMs - STATEMENT_ENDED_EARLIER_MS,
    idle_in_transaction_session_timeout: statementMs - STATEMENT_ENDED_EARLIER_MS,
    query_timeout: statementMs,
    options: ALWAYS_BY_INDEX,
  };
}

/**
 * A DataSource, not yet connected.
 * @param entities only for who asks TypeORM about the mapping: repositories write their SQL themselves, or take it from the decorators (rows.ts).
 */
export function makeDataSource(
  address: PostgresAddress,
  limits: PoolLimits,
  entities: DataSourceOptions['entities'] = [],
): DataSource {
  const { url, host, port, user, password, database } = address;
  return new DataSource({
    type: 'postgres',
    ...(url === undefined ? { host, port, username: user, password, database } : { url }),
    applicationName: 'refcampaign',
    entities,
    migrations,
    installExtensions: false,
    logger: new Silence(),
    poolSize: limits.connections,
    connectTimeoutMS: CONNECT_MS,
    poolErrorHandler: () => undefined, // an idle connection was lost: the pool drops it, the next call opens another
    extra: {
      ...settingsOf(limits),
      // Statements that need not wait for one another's results are sent together: a round trip for all of them.
      pipeline: true,
      keepAlive: true,
      idleTimeoutMillis: CONNECTION_IDLE_MS,
    },
  });
}

/**
 * Connects it, waiting for a database that does not answer yet, or not in time: a start on a busy machine is no reason to give up.
 * @throws the driver's error when the database stays away for `patienceMs`, and at once when it refuses us.
 */
export async function openPatiently(dataSource: DataSource, patienceMs = START_PATIENCE_MS): Promise<void> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    try {
      await dataSource.initialize();
      return;
    } catch (error) {
      if (!isDatabaseAway(error) || performance.now() > deadline) throw error;
      await sleep(START_RETRY_MS);
    }
  }
}

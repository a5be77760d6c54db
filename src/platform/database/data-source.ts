// TypeORM's DataSource for our schema: which entities, which pool, which time limits.
import { setTimeout as sleep } from 'node:timers/promises';
import { AbstractLogger, DataSource, type DataSourceOptions } from 'typeorm';
import {
  CONNECT_MS,
  CONNECTION_IDLE_MS,
  START_PATIENCE_MS,
  START_RETRY_MS,
} from '#platform/time/time-budget.js';
import { isDatabaseAway } from './database-errors.js';
import { migrations } from './migrations/index.js';
import { settingsOf, type SessionLimits } from './session-settings.js';

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

export interface PoolLimits extends SessionLimits {
  connections: number;
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
    migrations: [...migrations],
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

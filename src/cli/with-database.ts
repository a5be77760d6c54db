// How a command gets at the database: the one in DATABASE_URL, else the PostgreSQL of the running service, else one of its own
// for as long as the command takes.
import { loadConfig, type Config } from '#config.js';
import { Database } from '#platform/database/database.js';
import {
  makeDataSource,
  type DataSource,
  type PoolLimits,
  type PostgresAddress,
} from '#platform/database/data-source.js';
import {
  DataFolderInUse,
  joinEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '#platform/database/embedded/embedded-postgres.js';
import { migrate } from '#platform/database/migrate.js';
import { reachDatabase } from '#platform/database/reach.js';
import { COMMAND_PATIENCE_MS, COMMAND_STATEMENT_MS, STATEMENT_MS } from '#platform/time/time-budget.js';

/**
 * Runs `work` with the database that the service with this environment uses, at this build's schema.
 * @param log for what is worth knowing; must not write to standard output.
 */
export function withDatabase<Result>(
  environment: Record<string, string | undefined>,
  log: (message: string) => void,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const limits = { connections: 2, statementMs: COMMAND_STATEMENT_MS };
  return withDataSource(environment, log, (dataSource) => work(new Database(dataSource)), limits);
}

/** The same, for who wires more than a Database; `limits` unless those of the service will do. */
export async function withDataSource<Result>(
  environment: Record<string, string | undefined>,
  log: (message: string) => void,
  work: (dataSource: DataSource, config: Config) => Promise<Result>,
  limits: Pick<PoolLimits, 'connections' | 'statementMs'> = { connections: 6, statementMs: STATEMENT_MS },
): Promise<Result> {
  const config = loadConfig(environment);
  const { address, stop } = await findPostgres(config, log);
  try {
    await migrate(address, COMMAND_PATIENCE_MS);
    const dataSource = makeDataSource(address, { ...limits, lent: config.databasePooler });
    await dataSource.initialize();
    try {
      return await work(dataSource, config);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await stop();
  }
}

async function findPostgres(
  { databaseUrl, databasePooler, dataDir }: Config,
  log: (message: string) => void,
): Promise<{ address: PostgresAddress; stop: () => Promise<void> }> {
  if (databaseUrl !== null) {
    const look = { url: databaseUrl, lent: databasePooler, patienceMs: COMMAND_PATIENCE_MS };
    await reachDatabase({ ...look, tell: () => undefined });
    return { address: { url: databaseUrl }, stop: () => Promise.resolve() };
  }
  const postgres = await joinOrStart(dataDir, log);
  return { address: postgres.connection, stop: () => postgres.stop() };
}

async function joinOrStart(dataDir: string, log: (message: string) => void): Promise<EmbeddedPostgres> {
  const running = await joinEmbeddedPostgres(dataDir);
  if (running) return running;
  try {
    return await startEmbeddedPostgres({ dataDir, log });
  } catch (error) {
    if (!(error instanceof DataFolderInUse)) throw error;
    // The service, or another command, was quicker.
    const started = await joinEmbeddedPostgres(dataDir);
    if (!started) throw error;
    return started;
  }
}

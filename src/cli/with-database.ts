// How a command gets at the database: the one in DATABASE_URL, else the PostgreSQL of the running service, else one of its own
// for as long as the command takes.
import { loadConfig } from '../config.js';
import { Database } from '../database/database.js';
import { makeDataSource, type PostgresAddress } from '../database/data-source.js';
import {
  DataFolderInUse,
  joinEmbeddedPostgres,
  startEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../database/embedded/embedded-postgres.js';
import { migrate } from '../database/migrate.js';

const PATIENCE_MS = 5000;
const STATEMENT_MS = 30_000;

/**
 * Runs `work` with the database that the service with this environment uses, at this build's schema.
 * @param log for what is worth knowing; must not write to standard output.
 */
export async function withDatabase<Result>(
  environment: Record<string, string | undefined>,
  log: (message: string) => void,
  work: (database: Database) => Promise<Result>,
): Promise<Result> {
  const { address, lent, stop } = await findPostgres(environment, log);
  try {
    await migrate(address, PATIENCE_MS);
    const dataSource = makeDataSource(address, { connections: 2, statementMs: STATEMENT_MS, lent });
    await dataSource.initialize();
    try {
      return await work(new Database(dataSource));
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await stop();
  }
}

async function findPostgres(
  environment: Record<string, string | undefined>,
  log: (message: string) => void,
): Promise<{ address: PostgresAddress; lent: boolean; stop: () => Promise<void> }> {
  const { databaseUrl, databasePooler: lent, dataDir } = loadConfig(environment);
  if (databaseUrl !== null) return { address: { url: databaseUrl }, lent, stop: () => Promise.resolve() };
  const postgres = await joinOrStart(dataDir, log);
  return { address: postgres.connection, lent: false, stop: () => postgres.stop() };
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

// Brings a database to this build's schema. Replicas that start together do it once; the others wait.
import { MigrationExecutor } from 'typeorm';
import { START_PATIENCE_MS } from '../time-budget.js';
import { makeDataSource, openPatiently, type PostgresAddress } from './data-source.js';

/** Any number will do, as long as nobody else on this database uses it: "refcamp" in ASCII. */
export const MIGRATION_LOCK = 0x7265_6663;
const OLDEST_POSTGRES = 140_000;

/**
 * Runs the migrations that are missing, all in one transaction, under a lock that ends with that transaction.
 * Waits up to `patienceMs` for the database to answer at all.
 * @throws Error when the server is older than PostgreSQL 14, cannot be reached or a migration fails (nothing is then changed).
 */
export async function migrate(address: PostgresAddress, patienceMs = START_PATIENCE_MS): Promise<string[]> {
  const dataSource = makeDataSource(address, { connections: 2, statementMs: 0 });
  await openPatiently(dataSource, patienceMs);
  const queryRunner = dataSource.createQueryRunner();
  try {
    await queryRunner.startTransaction();
    const [server] = (await queryRunner.query(
      `select current_setting('server_version_num')::int as version`,
    )) as [{ version: number }];
    if (server.version < OLDEST_POSTGRES) {
      throw new Error(
        `PostgreSQL 14 or newer is needed; this server is ${Math.floor(server.version / 10_000)}`,
      );
    }
    await queryRunner.query('select pg_advisory_xact_lock($1)', [MIGRATION_LOCK]);
    const executor = new MigrationExecutor(dataSource, queryRunner);
    executor.transaction = 'none'; // ours is open already
    const done = await executor.executePendingMigrations();
    await queryRunner.commitTransaction();
    return done.map((migration) => migration.name);
  } catch (error) {
    if (queryRunner.isTransactionActive) await queryRunner.rollbackTransaction().catch(() => undefined);
    throw error;
  } finally {
    await queryRunner.release();
    await dataSource.destroy();
  }
}

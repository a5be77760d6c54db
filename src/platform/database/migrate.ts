// Brings a database to this build's schema. Replicas that start together do it once; the others wait.
// Why so: docs/decisions/0009-plain-sql.md
import { setTimeout as sleep } from 'node:timers/promises';
import { MigrationExecutor, type Migration, type QueryRunner } from 'typeorm';
import { START_PATIENCE_MS, START_RETRY_MS } from '#platform/time/time-budget.js';
import { makeDataSource, openPatiently, type PostgresAddress } from './data-source.js';
import { migrations, type MigrationClass } from './migrations/index.js';

/** Any number will do, as long as nobody else on this database uses it: "refcamp" in ASCII. */
export const MIGRATION_LOCK = 0x7265_6663;
const OLDEST_POSTGRES = 140_000;

/**
 * Runs the migrations that are missing, under a lock: all that follow one another in one transaction, but those that say
 * `transaction = false` each by itself. Waits up to `patienceMs` for the database to answer at all.
 * @param of all migrations there are, oldest first; this build's unless told.
 * @returns the names of those that were run.
 * @throws Error when the server is older than PostgreSQL 14, cannot be reached or a migration fails: it changed nothing then, and those before
 *   it, if a migration of its own stands between them, are done.
 */
export async function migrate(
  address: PostgresAddress,
  patienceMs = START_PATIENCE_MS,
  of: readonly MigrationClass[] = migrations,
): Promise<string[]> {
  const dataSource = makeDataSource(address, { connections: 2, statementMs: 0 });
  dataSource.setOptions({ migrations: [...of] });
  await openPatiently(dataSource, patienceMs);
  const queryRunner = dataSource.createQueryRunner();
  const executor = new MigrationExecutor(dataSource, queryRunner);
  try {
    await refuseOldServer(queryRunner);
    const done: string[] = [];
    for (;;) {
      const { names, next } = await runTogether(queryRunner, executor);
      done.push(...names);
      if (next === null) return done;
      await executor.executeMigration(next);
      done.push(next.name);
    }
  } finally {
    await queryRunner.query('select pg_advisory_unlock_all()').catch(() => undefined);
    await queryRunner.release();
    await dataSource.destroy();
  }
}

async function refuseOldServer(queryRunner: QueryRunner): Promise<void> {
  const [server] = (await queryRunner.query(
    `select current_setting('server_version_num')::int as version`,
  )) as [{ version: number }];
  if (server.version < OLDEST_POSTGRES)
    throw new Error(
      `PostgreSQL 14 or newer is needed; this server is ${Math.floor(server.version / 10_000)}`,
    );
}

/**
 * All that are missing, in one transaction, up to one that must not be in any; that one is returned as `next`, and the lock then outlives the
 * transaction: no other replica comes between.
 */
async function runTogether(
  queryRunner: QueryRunner,
  executor: MigrationExecutor,
): Promise<{ names: string[]; next: Migration | null }> {
  await beginLocked(queryRunner);
  try {
    const missing = await executor.getPendingMigrations();
    const apart = missing.findIndex(isApart);
    const together = apart < 0 ? missing : missing.slice(0, apart);
    for (const migration of together) await executor.executeMigration(migration);
    const next = missing[together.length] ?? null;
    if (next) await tryLock(queryRunner, 'pg_try_advisory_lock'); // who has the transaction's gets it
    await queryRunner.commitTransaction();
    return { names: together.map(({ name }) => name), next };
  } catch (error) {
    await queryRunner.rollbackTransaction().catch(() => undefined);
    throw error;
  }
}

const isApart = ({ instance }: Migration) => instance?.transaction === false;

/**
 * Begins a transaction that holds the migration lock. Asks for it again and again instead of waiting in a statement: an index that is made
 * concurrently waits for every statement that is under way, so the replica that makes it and one that waits for it would wait for each other.
 */
async function beginLocked(queryRunner: QueryRunner): Promise<void> {
  for (;;) {
    await queryRunner.startTransaction();
    if (await tryLock(queryRunner, 'pg_try_advisory_xact_lock')) return;
    await queryRunner.rollbackTransaction();
    await sleep(START_RETRY_MS);
  }
}

async function tryLock(
  queryRunner: QueryRunner,
  by: 'pg_try_advisory_xact_lock' | 'pg_try_advisory_lock',
): Promise<boolean> {
  const rows = (await queryRunner.query(`select ${by}($1) as locked`, [MIGRATION_LOCK])) as {
    locked: boolean;
  }[];
  return rows[0]?.locked === true;
}

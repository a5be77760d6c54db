// A database that is there but slow is not an outage: nothing is repeated, and PostgreSQL does not go on working for nobody.
import { makeDataSource, type DataSource } from '#platform/database/data-source.js';
import { isOutage } from '#platform/database/database-errors.js';
import { Database } from '#platform/database/database.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';
import { until } from '../../../support/until.js';

let test: TestDatabase;
let dataSource: DataSource;
let database: Database;
/** Sent so far. */
let statements = 0;

beforeAll(async () => {
  test = await startTestDatabase();
  dataSource = makeDataSource(test.address, { connections: 4, statementMs: 800 });
  await dataSource.initialize();
  const metrics = new Metrics();
  metrics.statement = () => void statements++;
  database = new Database(dataSource, { metrics });
});

afterAll(async () => {
  await dataSource.destroy();
  await test.close();
});

/** Statements under way on this database, but for the one that asks. */
async function underWay(): Promise<number> {
  const [row] = await test.database.query<{ count: string }>(
    `select count(*) from pg_stat_activity
     where datname = current_database() and state = 'active' and query like '%pg_sleep%' and pid <> pg_backend_pid()`,
  );
  return Number(row?.count);
}

it('a statement that takes too long is ended in PostgreSQL too, answered 503, and not repeated', async () => {
  const before = statements;
  // Longer than this test may take: it ends because it is ended.
  const slow = Array.from({ length: 6 }, () =>
    database.query('select pg_sleep(600)').catch((error: unknown) => error),
  );
  const errors = await Promise.all(slow);
  for (const error of errors) {
    expect(error).toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    expect(isOutage(error)).toBe(false);
  }
  expect(statements - before).toBe(6);
  await until(async () => (await underWay()) === 0);
});

it('the same in a transaction, whose locks are gone then', async () => {
  await expect(database.transaction((tx) => tx.query('select pg_sleep(600)'))).rejects.toMatchObject({
    code: 'SERVICE_UNAVAILABLE',
  });
  expect(await database.query('select 1 as one')).toEqual([{ one: 1 }]);
});

it('a connection that is lost before the commit was sent: the transaction is simply done again', async () => {
  let tries = 0;
  const result = await database.transaction(async (tx) => {
    tries++;
    const [row] = await tx.query<{ pid: number }>('select pg_backend_pid() as pid');
    if (tries === 1) {
      await test.database.query('select pg_terminate_backend($1)', [row?.pid]);
      const gone = () => test.database.query('select from pg_stat_activity where pid = $1', [row?.pid]);
      await until(async () => (await gone()).length === 0);
    }
    return tx.query<{ one: number }>('select 1 as one');
  });
  expect(result).toEqual([{ one: 1 }]);
  expect(tries).toBe(2);
});

// Behind a pooler that lends connections by the transaction, nothing may be left on a connection: no prepared statement, no setting.
import { makeDataSource, type PoolLimits } from '#platform/database/data-source.js';
import { Database } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';

let test: TestDatabase;

beforeAll(async () => {
  test = await startTestDatabase();
});

afterAll(() => test.close());

/** What PostgreSQL keeps for a connection after a statement that may be prepared. */
async function keptBy(limits: Partial<PoolLimits>, mayPrepare: boolean) {
  const dataSource = makeDataSource(test.address, { connections: 1, statementMs: 7000, ...limits });
  await dataSource.initialize();
  const database = new Database(dataSource, { mayPrepare });
  for (let times = 0; times < 3; times++) await database.query(prepared('select $1::int as one'), [times]);
  const [kept] = await database.query<{ statements: string[]; timeout: string; seqscan: string }>(
    `select array(select statement from pg_prepared_statements) as statements,
       current_setting('statement_timeout') as timeout, current_setting('enable_seqscan') as seqscan`,
  );
  await dataSource.destroy();
  return kept;
}

it('nothing is kept on a connection that is lent', async () => {
  expect(await keptBy({ lent: true }, false)).toEqual({ statements: [], timeout: '0', seqscan: 'on' });
});

it('on one of our own a statement is prepared once, slow ones are ended, and tables are read by index', async () => {
  const kept = await keptBy({}, true);
  expect(kept).toEqual({ statements: ['select $1::int as one'], timeout: '6500ms', seqscan: 'off' });
});

it('behind a pooler that nobody told us of, an error names the variable', async () => {
  const dataSource = makeDataSource(test.address, { connections: 1, statementMs: 7000 });
  await dataSource.initialize();
  const database = new Database(dataSource, { mayPrepare: true });
  const statement = prepared('select $1::int as two');
  await database.query(statement, [1]);
  await database.query('deallocate all'); // as if this were another connection
  await expect(database.query(statement, [2])).rejects.toThrow(/does not exist.*DATABASE_POOLER=1/);
  await expect(database.transaction((tx) => tx.query(statement, [3]))).rejects.toThrow(/DATABASE_POOLER=1/);
  await dataSource.destroy();
});

// PostgreSQL hears from us how tables grow, within seconds and not within its own minute.
import { setTimeout as sleep } from 'node:timers/promises';
import { Statistics } from '../../../src/database/statistics.service.js';
import { createLog } from '../../../src/logging/log.js';
import { startTestDatabase, type TestDatabase } from '../../support/database.js';

let test: TestDatabase;
let statistics: Statistics;

beforeAll(async () => {
  test = await startTestDatabase();
  statistics = new Statistics(test.database, createLog('silent'));
  statistics.onApplicationBootstrap();
});

afterAll(async () => {
  await statistics.onModuleDestroy();
  await test.close();
});

/** Links of one merchant, as many as told. */
async function fill(rows: number): Promise<void> {
  await test.database.query(
    `insert into affiliate_links (merchant_id, mode, affiliate_id, campaign_id, code, created_at)
     select '00000000-0000-0000-0000-000000000001', 'live', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), now()
     from generate_series(1, $1)`,
    [rows],
  );
}

async function analyzedAt(table: string): Promise<Date | null> {
  const [row] = await test.database.query<{ at: Date | null }>(
    'select last_analyze as at from pg_stat_user_tables where relname = $1',
    [table],
  );
  return row?.at ?? null;
}

it('a table that got its first rows is analyzed within seconds; one without news is left alone', async () => {
  await fill(150);
  const deadline = Date.now() + 8000;
  while ((await analyzedAt('affiliate_links')) === null && Date.now() < deadline) await sleep(100);
  const first = await analyzedAt('affiliate_links');
  expect(first).not.toBeNull();
  await sleep(2200);
  expect(await analyzedAt('affiliate_links')).toEqual(first);
  expect(await analyzedAt('campaigns')).toBeNull();
});

it('then a look-up by the whole key takes the index of that key, though others begin alike', async () => {
  const [row] = await test.database.query<{ 'QUERY PLAN': unknown }>(
    `explain (format json) select affiliate_id from affiliate_links
     where merchant_id = '00000000-0000-0000-0000-000000000001' and mode = 'live' and code = 'x'`,
  );
  expect(JSON.stringify(row?.['QUERY PLAN'])).toContain('"Index Name":"affiliate_links_code"');
});

it('a database that cannot be asked does no harm, and stopping waits for nothing', async () => {
  const closed = await startTestDatabase();
  const unlucky = new Statistics(closed.database, createLog('silent'));
  unlucky.onApplicationBootstrap();
  await closed.close();
  await sleep(1200);
  const before = performance.now();
  await unlucky.onModuleDestroy();
  expect(performance.now() - before).toBeLessThan(1000);
});

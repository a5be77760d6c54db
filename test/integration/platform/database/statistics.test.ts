// PostgreSQL hears from us how tables grow, within seconds and not within its own minute.
import { StatisticsService } from '#platform/database/statistics.service.js';
import { createLog } from '#platform/logging/log.js';
import { STATISTICS_LOOK_MS } from '#platform/time/time-budget.js';
import { startTestDatabase, type TestDatabase } from '../../../support/database.js';
import { until } from '../../../support/until.js';

let test: TestDatabase;
let statistics: StatisticsService;

beforeAll(async () => {
  test = await startTestDatabase();
  statistics = new StatisticsService(test.database, createLog('silent'));
});

afterAll(() => test.close());

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

it('a table that got its first rows is analyzed at the next look; one without news is left alone', async () => {
  await fill(150);
  // PostgreSQL tells of new rows a moment after they were written.
  await until(async () => (await statistics.poll.tick(), (await analyzedAt('affiliate_links')) !== null));
  const first = await analyzedAt('affiliate_links');
  for (let looks = 0; looks < 3; looks++) await statistics.poll.tick();
  expect(await analyzedAt('affiliate_links')).toEqual(first);
  expect(await analyzedAt('campaigns')).toBeNull();
});

it('it looks by itself, every second: rows are known within seconds of their writing', async () => {
  const bySelf = new StatisticsService(test.database, createLog('silent'));
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  try {
    const looks = vi.spyOn(bySelf.poll, 'tick');
    bySelf.onApplicationBootstrap();
    for (let seconds = 1; seconds <= 3; seconds++) {
      vi.advanceTimersByTime(STATISTICS_LOOK_MS);
      expect(looks).toHaveBeenCalledTimes(seconds);
    }
    await bySelf.onModuleDestroy();
    expect(STATISTICS_LOOK_MS).toBe(1000);
  } finally {
    vi.useRealTimers();
  }
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
  const unlucky = new StatisticsService(closed.database, createLog('silent'));
  await closed.close();
  await unlucky.poll.tick();
  await unlucky.onModuleDestroy();
});

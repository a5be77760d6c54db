// The last requests, written down beside the calls: the newest of all replicas, nothing while the database is away, the rest at the end.
import { REQUESTS_FLUSH_MS, REQUESTS_FLUSH_PART } from '#platform/time/time-budget.js';
import { RecordRequestsService } from '#accounts/requests/record-requests.service.js';
import { startApp, type TestApp } from '../../../support/app.js';
import { HeldClock } from '../../../support/clock.js';
import { named, rememberedOf, writeDown, type Remembered } from '../../../support/remembered.js';
import { scrape } from '../../../support/scrape.js';
import { until } from '../../../support/until.js';
import type { TestMerchant } from '../../../support/makers.js';

const KEPT = 200;

let clock: HeldClock;
let app: TestApp;
let merchant: TestMerchant;

beforeAll(async () => {
  clock = new HeldClock();
  app = await startApp({ clock, environment: { METRICS_PORT: '0' } });
});
beforeEach(async () => {
  merchant = await app.make.merchant();
});
afterAll(() => app.close());

/** How many calls of the merchant are in the table, and of these how many failed. @param since only those that came then or later */
async function kept(since = new Date(0)): Promise<{ all: number; failed: number }> {
  const rows = await app.rows.query<{ failed: boolean }>(
    `select failed from request_batches, jsonb_array_elements(calls) as call
     where merchant_id = $1 and (call->>'at')::bigint >= $2`,
    [merchant.id, since.getTime()],
  );
  return { all: rows.length, failed: rows.filter(({ failed }) => failed).length };
}
/** What is told of the merchant's calls, all pages of it. */
async function listed(failed: boolean): Promise<Remembered[]> {
  const all: Remembered[] = [];
  for (let offset = 0; ; offset += 100) {
    const query = { failed, limit: 100, offset };
    const { body } = await app.api.expect('listRequests', 200, { as: merchant.test, query });
    all.push(...body.data);
    if (!body.meta.page.hasMore) return all;
  }
}

const dropped = async (reason: string) =>
  (await scrape(app.service.metricsPort)).value('refcampaign_recent_requests_dropped_total', { reason }) ?? 0;

async function ping(times: number, on: TestApp = app): Promise<void> {
  for (let time = 0; time < times; time++) await on.api.expect('ping', 200, { as: merchant.test });
}

it('are the newest 200 of all replicas, and the newest 200 that failed besides', async () => {
  const other = await startApp({ clock, sharing: app });
  const refused = named();
  const path = { campaignId: 'cmp_x' };
  await app.api.expect('getCampaign', 404, { as: merchant.test, path, headers: refused.headers });
  await rememberedOf(app, merchant.test, refused.requestId);
  for (let row = 0; row < 4; row++) {
    await ping(30);
    await writeDown(app);
  }
  await until(async () => {
    await writeDown(app);
    return (await kept()).all === 121;
  });
  clock.advance(60_000);
  const later = new Date(clock.now().getTime() - 30_000);
  await ping(120, other);
  await until(async () => {
    await writeDown(other);
    return (await kept(later)).all === 120;
  });
  await other.close();
  const [succeeded, failed] = [await listed(false), await listed(true)];
  expect([succeeded.length, failed.length]).toEqual([KEPT, 1]);
  expect(succeeded.slice(0, 120).every(({ at }) => new Date(at) >= later)).toBe(true);
  expect(succeeded.slice(120).some(({ at }) => new Date(at) >= later)).toBe(false);
  // What is too old goes with the row that it stands in.
  expect((await kept()).all).toBeLessThan(121 + 120);
});

it('a database that is away costs what waited, which is counted, and no call waits for it', async () => {
  const { requestId: known, headers: first } = named();
  await app.api.expect('ping', 200, { as: merchant.test, headers: first });
  await rememberedOf(app, merchant.test, known);
  const before = await dropped('not written');
  await app.gate.shut();
  // The key is known, and nothing of these calls asks the database.
  for (let time = 0; time < 3; time++)
    await app.api.expect('listCampaigns', 422, { as: merchant.test, query: { limit: 0 } });
  await until(async () => {
    await writeDown(app);
    return (await dropped('not written')) === before + 3;
  });
  await app.gate.open();
  const { requestId, headers } = named();
  await app.api.expect('ping', 200, { as: merchant.test, headers });
  await rememberedOf(app, merchant.test, requestId);
});

it('those that wait when the service ends are written down first', async () => {
  const other = await startApp({ clock, sharing: app });
  await ping(5, other);
  await other.close();
  expect((await kept()).all).toBe(5);
});

it('a round that took long is followed by a rest of several times as long', async () => {
  const { poll } = app.service.app.get(RecordRequestsService, { strict: false });
  const holder = await app.rows.session();
  await holder.query('begin; lock table request_batches in access exclusive mode');
  await ping(1);
  let round = Promise.resolve();
  await until(async () => {
    round = poll.tick();
    return (await app.rows.query(WAITING)).length > 0;
  });
  clock.advance(REQUESTS_FLUSH_MS);
  await holder.query('commit');
  await round;
  expect((await kept()).all).toBe(1);
  await ping(2);
  await writeDownLater(poll, 1);
  clock.advance(REQUESTS_FLUSH_MS * (REQUESTS_FLUSH_PART - 1));
  await writeDownLater(poll, 3);
});

/** Looks until so many calls are kept; once more, for whoever comes too early. */
async function writeDownLater(poll: RecordRequestsService['poll'], calls: number): Promise<void> {
  await until(async () => {
    await poll.tick();
    return (await kept()).all === calls;
  });
  await poll.tick();
  expect((await kept()).all).toBe(calls);
}

/** Who waits for the table. */
const WAITING = `select pid from pg_stat_activity
  where datname = current_database() and wait_event_type = 'Lock' and query like '%request_batches%'`;

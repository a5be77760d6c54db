// The service deletes by itself what is old: nobody has to think of cron, and of several replicas one does it at a time.
import { PruneService } from '#tracking/clicks/prune.service.js';
import { PRUNE_EVERY_MS } from '#platform/time/time-budget.js';
import { DAY_MS } from '#platform/time/time-units.js';
import { newIdAt } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../support/app.js';
import { until } from '../../support/until.js';
import { sessionName, type TestLink, type TestMerchant } from '../../support/makers.js';

let app: TestApp;
let merchant: TestMerchant;
let link: TestLink;
beforeAll(async () => {
  app = await startApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
});
afterAll(() => app.close());

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);
/** What the hour makes it do. */
const hourOf = (replica: TestApp) => replica.service.app.get(PruneService, { strict: false }).poll.tick();

/** A click with its session, and an identity that waits for a session, of that age. */
async function madeOf(age: number): Promise<void> {
  const at = daysAgo(age);
  const { sessionId } = await app.make.clickAt(merchant, 'test', link, at, sessionName());
  await app.rows.query('update clicks set id = $1 where session_id = $2', [newIdAt(at), sessionId]);
  await app.rows.query(
    `insert into pending_identities (session_id, merchant_id, mode, email_hash, created_at)
     values ($1, '00000000-0000-0000-0000-000000000000', 'any', '\\x00', $2)`,
    [sessionName(), at],
  );
}

const left = async () => ({
  clicks: await app.rows.count('clicks'),
  sessions: await app.rows.count('sessions'),
  pending: await app.rows.count('pending_identities'),
});

it('old clicks, their sessions and identities that waited a week go without a command, and young ones stay', async () => {
  for (const age of [821, 822, 819, 6]) await madeOf(age);
  expect(await left()).toEqual({ clicks: 4, sessions: 4, pending: 4 });
  await hourOf(app);
  expect(await left()).toEqual({ clicks: 2, sessions: 2, pending: 1 });
});

it('a replica leaves it to another that is at it', async () => {
  await madeOf(900);
  const before = await left();
  const other = await app.rows.session();
  await other.query('begin');
  await other.query('select pg_advisory_xact_lock($1)', [0x7072_756e]);
  await hourOf(app);
  expect(await left()).toEqual(before);
  await other.query('rollback');
  await hourOf(app);
  expect(await left()).toEqual({ clicks: 2, sessions: 2, pending: 1 });
});

it('it does so each hour by itself, and PRUNE=0 leaves it to the command', async () => {
  const timers = vi.spyOn(globalThis, 'setInterval');
  const replicas = [
    await startApp({ sharing: app }),
    await startApp({ sharing: app, environment: { PRUNE: '0' } }),
  ];
  const [hourly, ...more] = timers.mock.calls.filter(([, everyMs]) => everyMs === PRUNE_EVERY_MS);
  timers.mockRestore();
  expect(more).toEqual([]);
  await madeOf(900);
  hourly![0]();
  await until(async () => (await left()).clicks === 2);
  for (const replica of replicas) await replica.close();
});

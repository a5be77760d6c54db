// What nothing can ask for any more goes; what orders were decided by stays readable.
import { pruneCommand } from '#cli/prune.command.js';
import { SystemClock } from '#platform/time/clock.js';
import { newIdAt, toPublicId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../support/app.js';
import { numbered, openFeed } from '../../support/events.js';
import { sessionName, type TestLink, type TestMerchant } from '../../support/makers.js';
import { callCommand, urlOf, type Ended } from './calling.js';
import { DAY_MS } from '#platform/time/time-units.js';

const OLD = 821;
const YOUNG = 819;

let app: TestApp;
let merchant: TestMerchant;
let link: TestLink;
beforeAll(async () => {
  app = await startApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
});
afterAll(() => app.close());

/** Small portions, so that a handful of rows needs several. */
function prune(args: string, environment: Record<string, string> = {}): Promise<Ended> {
  const command = (line: Parameters<typeof pruneCommand>[0]) => pruneCommand(line, new SystemClock(), 2);
  return callCommand(command, args, { DATABASE_URL: urlOf(app.gate.address), ...environment });
}

async function counted(args: string, environment: Record<string, string> = {}) {
  const { code, stdout, stderr } = await prune(`--json ${args}`, environment);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const { clicks, sessions, pendingIdentities } = JSON.parse(stdout) as Record<string, number>;
  return { clicks, sessions, pendingIdentities };
}

const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS);

/** A click of that age, with an id of that age, as the service would have written it then. */
async function clickOf(age: number, sessionId = sessionName()) {
  const at = daysAgo(age);
  const made = await app.make.clickAt(merchant, 'test', link, at, sessionId);
  const id = newIdAt(at);
  await app.rows.query('update clicks set id = $1 where session_id = $2 and clicked_at = $3', [
    id,
    made.sessionId,
    at,
  ]);
  return { sessionId, clickId: toPublicId('clk', id) };
}

async function pendingOf(age: number): Promise<void> {
  await app.rows.query(
    `insert into pending_identities (session_id, merchant_id, mode, email_hash, created_at)
     values ($1, '00000000-0000-0000-0000-000000000000', 'any', '\\x00', $2)`,
    [sessionName(), daysAgo(age)],
  );
}

const left = async () => ({
  clicks: await app.rows.count('clicks'),
  sessions: await app.rows.count('sessions'),
  directory: await app.rows.count('session_directory'),
  pending: await app.rows.count('pending_identities'),
});

describe('npm run prune', () => {
  it('deletes old clicks, the sessions they leave empty and waiting identities, and nothing else', async () => {
    const both = sessionName();
    for (let n = 0; n < 4; n++) await clickOf(OLD + n);
    await clickOf(OLD + 5, both);
    await clickOf(OLD + 4, both);
    const kept = sessionName();
    await clickOf(OLD, kept);
    await clickOf(YOUNG, kept);
    await clickOf(1);
    for (const age of [6, 8, 9, 10]) await pendingOf(age);

    const expected = { clicks: 7, sessions: 5, pendingIdentities: 3 };
    const before = await left();
    expect(await counted('--dry-run')).toEqual(expected);
    expect(await left()).toEqual(before);
    expect(await counted('')).toEqual(expected);
    expect(await left()).toEqual({ clicks: 2, sessions: 2, directory: 2, pending: 1 });
    expect(await counted('')).toEqual({ clicks: 0, sessions: 0, pendingIdentities: 0 });
  });

  it('deletes events and deliveries after 30 days, with their tries, and nothing younger', async () => {
    await openFeed(app, merchant.test);
    const { endpointId } = await app.make.endpoint(merchant.test);
    const paused = { as: merchant.test, path: { endpointId }, body: { status: 'PAUSED' as const } };
    await app.api.expect('updateEndpoint', 200, paused);
    for (let order = 0; order < 5; order++)
      await app.api.expect('recordPostback', 201, { as: merchant.test, body: app.make.order() });
    await numbered(app);
    await app.make.delivery(merchant.test, endpointId);
    const old = daysAgo(31);
    await app.rows.query(`update events set numbered_at = $1 where position <= 3`, [old]);
    await app.rows.query(
      `update webhook_deliveries d set id = o.id from (
         select id as was, overlay(overlay(id::text placing $1 from 1) placing '-7' from 14) :: uuid as id from webhook_deliveries
         where event_position <= 3 or kind = 'TEST') o where d.id = o.was`,
      [newIdAt(old).slice(0, 13)],
    );
    const [tested] = await app.rows.query<{ id: string }>(
      `select id from webhook_deliveries where kind = 'TEST'`,
    );
    await app.rows.query('update webhook_attempts set delivery_id = $1', [tested!.id]);
    const told = async (args: string) => {
      const { events, deliveries } = JSON.parse((await prune(`--json ${args}`)).stdout) as Record<
        string,
        number
      >;
      return { events, deliveries };
    };
    expect(await told('--dry-run')).toEqual({ events: 3, deliveries: 4 });
    expect(await told('')).toEqual({ events: 3, deliveries: 4 });
    expect([
      await app.rows.count('events'),
      await app.rows.count('webhook_deliveries'),
      await app.rows.count('webhook_attempts'),
    ]).toEqual([2, 2, 0]);
    expect(await told('')).toEqual({ events: 0, deliveries: 0 });
  });

  it('leaves a conversion that a pruned click attributed as it reads', async () => {
    const { sessionId, clickId } = await clickOf(300);
    const occurredAt = daysAgo(100).toISOString();
    const body = app.make.order({ sessionId, occurredAt });
    const { data } = (await app.api.expect('recordPostback', 201, { as: merchant.test, body })).body;
    expect(data).toMatchObject({ status: 'UNATTRIBUTED' }); // the campaign's window is over
    const { sessionId: inTime } = await clickOf(40);
    const order = app.make.order({ sessionId: inTime, occurredAt: daysAgo(39).toISOString() });
    const recorded = (await app.api.expect('recordPostback', 201, { as: merchant.test, body: order })).body
      .data;
    expect(recorded).toMatchObject({ status: 'ATTRIBUTED', commissionAmount: 499 });
    const paths = [data, recorded].map((one) => ({ conversionId: one.conversionId as string }));
    const read = () =>
      Promise.all(paths.map((path) => app.api.expect('getConversion', 200, { as: merchant.test, path })));
    const before = (await read()).map((reply) => reply.body.data);
    expect(JSON.stringify(before)).toContain(clickId);
    expect(await counted('', { CLICK_RETENTION_DAYS: '20' })).toMatchObject({ clicks: 3 });
    expect((await read()).map((reply) => reply.body.data)).toEqual(before);
    const again = await app.api.expect('recordPostback', 200, { as: merchant.test, body: order });
    expect(again.body.data).toMatchObject({ status: 'ATTRIBUTED', replayed: true, ignored: [] });
  });

  it('may run beside itself and beside visitors: each row goes once, no new one is lost', async () => {
    for (let n = 0; n < 20; n++) await clickOf(OLD + n);
    const [one, other, ...clicks] = await Promise.all([
      counted(''),
      counted(''),
      ...Array.from({ length: 20 }, () => app.make.click(link)),
    ]);
    expect((one.clicks ?? 0) + (other.clicks ?? 0)).toBe(20);
    expect((one.sessions ?? 0) + (other.sessions ?? 0)).toBe(20);
    const sessions = clicks.map(({ sessionId }) => sessionId);
    const found = await app.rows.query('select id from sessions where id = any($1)', [sessions]);
    expect(found).toHaveLength(20);
  });

  it('says in words what it did', async () => {
    await clickOf(OLD);
    expect((await prune('--dry-run')).stdout).toMatch(/^Would delete:\n {2}1 clicks from before \d{4}-/);
    expect((await prune('')).stdout).toMatch(
      /^Deleted:\n {2}1 clicks [^]*\n {2}1 sessions [^]*\n {2}0 ident/,
    );
  });

  it.each(['--dry', 'everything', '--days 3'])('%s was called wrongly: 2', async (args) => {
    const { code, stdout } = await prune(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });

  it('a time that is none is refused before anything is deleted', async () => {
    const { code, stderr } = await prune('', { CLICK_RETENTION_DAYS: '0' });
    expect(code).toBe(1);
    expect(stderr).toMatch(/^prune: .*CLICK_RETENTION_DAYS/);
  });
});

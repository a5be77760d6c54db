// A programme to look at, made by the service itself: what is in it reads like anything else.
import { demoCommand } from '#cli/demo.command.js';
import { run } from '#cli/command-line.js';
import { startApp, type TestApp } from '../../support/app.js';
import { callCommand, urlOf, type Ended } from './calling.js';

interface Report {
  merchantId: string;
  clicks: number;
  orders: { matchedBy: string | null; count: number }[];
  commissions: { currency: string; count: number; amount: number }[];
  refunds: number;
  approved: number;
  payouts: number;
  key: string;
  firstKeys: { live: string; test: string } | null;
}

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const environment = () => ({ DATABASE_URL: urlOf(app.gate.address) });
const demo = (args: string): Promise<Ended> => callCommand(demoCommand, args, environment());

async function fill(args: string): Promise<Report> {
  const { code, stdout, stderr } = await demo(`${args} --json`);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Report;
}

const counts = async () => ({
  campaigns: await app.rows.count('campaigns'),
  affiliates: await app.rows.count('affiliates'),
  conversions: await app.rows.count('conversions'),
  clicks: await app.rows.count('clicks'),
});

describe('npm run demo', () => {
  let report: Report;

  it('fills the demo merchant beside a running service, in the past, attributed by every evidence', async () => {
    report = await fill('--orders 400 --seed 7');
    const total = report.orders.reduce((sum, { count }) => sum + count, 0);
    const nobody = report.orders.find(({ matchedBy }) => matchedBy === null)!.count;
    expect(total).toBe(400);
    expect(1 - nobody / total).toBeGreaterThan(0.62);
    expect(1 - nobody / total).toBeLessThan(0.82);
    expect(new Set(report.orders.map(({ matchedBy }) => matchedBy))).toEqual(
      new Set(['SESSION', 'CLICK', 'CODE', 'EMAIL', 'CUSTOMER', null]),
    );
    expect(report.commissions.length).toBeGreaterThan(2);
    expect(await counts()).toMatchObject({ conversions: 400, clicks: report.clicks });
    const [span] = await app.rows.query<{ days: number; merchants: number; ids: number }>(
      `select extract(day from max(c.occurred_at) - min(c.occurred_at))::int as days,
         (select count(distinct merchant_id)::int from conversions) as merchants,
         (select count(*)::int from clicks a join clicks b on a.id > b.id and a.clicked_at < b.clicked_at - interval '1 s') as ids
       from conversions c`,
    );
    expect(span).toEqual({ days: expect.any(Number) as number, merchants: 1, ids: 0 });
    expect(span!.days).toBeGreaterThan(60);
  });

  it('prints a key that opens what was made, and every reply keeps the contract', async () => {
    const { key, firstKeys } = report;
    expect(firstKeys).not.toBeNull(); // made by the first run of all
    const { body } = await app.api.expect('listConversions', 200, { as: key, query: { limit: 100 } });
    expect(body.data).toHaveLength(100);
    expect((await app.api.expect('listAffiliates', 200, { as: key })).body.data.length).toBeGreaterThan(10);
  });

  it('refunds some orders, approves what is a month old and pays what is two months old, and the books agree', async () => {
    const { key } = report;
    expect(report.refunds).toBe(await app.rows.count('refunds'));
    expect(report.refunds).toBeGreaterThan(5);
    const payouts = (await app.api.expect('listPayouts', 200, { as: key, query: { limit: 100 } })).body.data;
    expect(payouts).toHaveLength(report.payouts);
    expect(new Set(payouts.map(({ status }) => status))).toEqual(new Set(['PENDING', 'PAID']));
    const [books] = await app.rows.query<Record<string, number>>(
      `select (select count(*)::int from commissions where status = 'PENDING') as waiting,
         (select count(*)::int from conversion_history where event = 'COMMISSION_APPROVED') as approved,
         (select count(*)::int from commissions m join conversions c on c.id = m.conversion_id
           where (m.status = 'PENDING') <> (c.occurred_at >= now() - interval '30 days') and m.status <> 'REJECTED') as wrong,
         (select count(*)::int from commissions where payout_id is not null and settled_amount <> balance) as unsettled`,
    );
    expect(books).toEqual({
      waiting: expect.any(Number) as number,
      approved: report.approved,
      wrong: 0,
      unsettled: 0,
    });
    expect(books!['waiting']).toBeGreaterThan(0);
  });

  it('adds other orders the second time, with the campaigns and affiliates that are there', async () => {
    const before = await counts();
    const one = await fill('--orders 250 --seed 3');
    const other = await fill('--orders 250 --seed 3');
    expect(other.orders).toEqual(one.orders);
    expect(other.refunds).toBe(one.refunds);
    expect(await counts()).toMatchObject({
      campaigns: before.campaigns,
      affiliates: before.affiliates,
      conversions: before.conversions + 500,
    });
  });

  it('fills the live world when told', async () => {
    const { key } = await fill('--orders 10 --mode live');
    expect(key).toMatch(/^rc_live_/);
    expect((await app.api.expect('listConversions', 200, { as: key })).body.data).toHaveLength(10);
  });

  it('says in words what it made and how to look at it, and shows how far it is to who watches', async () => {
    let [stdout, stderr] = ['', ''];
    const line = {
      environment: environment(),
      stdout: (text: string) => void (stdout += text),
      stderr: (text: string) => void (stderr += text),
      isTerminal: true,
    };
    expect(await run(demoCommand(line), ['--orders', '210'], line)).toBe(0);
    expect(stdout).toMatch(/^210 orders and \d+ clicks of 90 days in [\d.]+ s, for mer_/);
    expect(stdout).toMatch(/\nSince then: \d+ refunds, \d+ commissions approved, \d+ payouts\.\n/);
    expect(stdout).toMatch(
      /curl -s '[^']+\/api\/v1\/conversions\?limit=3' -H 'Authorization: Bearer rc_test_/,
    );
    expect(stderr).toMatch(/^\r█+░ 200 of 210 orders.*\r.\[K$/);
  });

  it.each([
    '--orders 0',
    '--orders many',
    '--orders 1000001',
    '--mode both',
    '--seed -1',
    '--merchant mer_1',
    'twice',
  ])('%s was called wrongly: 2', async (args) => {
    const { code, stdout } = await demo(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});

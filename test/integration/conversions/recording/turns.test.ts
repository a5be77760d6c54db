// One merchant's late evidence and kept refunds do not make another merchant's orders wait: portions, in turns, on one replica.
import type { components } from '#generated/schema.js';
import { AwaitingRepository, LONGEST_WINDOW_DAYS } from '#conversions/recording/awaiting.repository.js';
import { hashEmail } from '#conversions/recording/email.js';
import { Database, type Queryable } from '#platform/database/database.js';
import { DAY_MS, MINUTE_MS } from '#platform/time/time-units.js';
import { newId } from '#platform/values/ids.js';
import { NOT_BEGUN } from '#platform/jobs/progress.js';
import type { JobRow } from '#platform/jobs/job.js';
import { startApp, type TestApp } from '../../../support/app.js';
import { sessionName, unique, type TestMerchant } from '../../../support/makers.js';
import { Commits } from './commits.js';
import { anEmail, anOrder } from './shop.js';
import { readFileSync } from 'node:fs';

type Body = Partial<components['schemas']['RecordPostbackBody']>;

let app: TestApp;
let commits: Commits;
beforeAll(async () => {
  app = await startApp();
  commits = await Commits.watch(app.rows);
});
afterAll(() => app.close());

async function recordAll(merchant: TestMerchant, orders: readonly Body[]): Promise<void> {
  const body = { conversions: orders.map((order) => app.make.order(order)) };
  await app.api.expect('recordBatch', 200, { as: merchant.test, body });
}

const identify = (sessionId: string, email: string) =>
  app.api.expect('identify', 200, {
    body: { session_id: sessionId, customer_email_hash: hashEmail(email) },
  });

/** What happened to orders of two merchants, in the order in which it was written. */
async function matchedIn(merchants: readonly TestMerchant[]): Promise<string[]> {
  const rows = await app.rows.query<{ merchant_id: string }>(
    `select merchant_id from conversion_history where event = 'MATCHED' and merchant_id = any($1) order by id`,
    [merchants.map(({ id }) => id)],
  );
  return rows.map((row) => row.merchant_id);
}

it("a late match comes after one portion of another merchant's orders, though hundreds wait for one email", async () => {
  const [a, b] = [await app.make.merchant(), await app.make.merchant()];
  const [linkA, linkB] = [await app.make.link(a.test), await app.make.link(b.test)];
  const [email, sessionId, externalId] = [anEmail(), sessionName(), anOrder()];
  const names = Array.from({ length: 900 }, anOrder);
  await recordAll(
    a,
    names.map((name) => ({ externalId: name, customerEmail: email })),
  );
  await recordAll(b, [{ externalId, sessionId }]);
  await app.settled();
  const [first] = await app.rows.query<{ external_id: string }>(
    'select external_id from conversions where merchant_id = $1 order by id limit 1',
    [a.id],
  );
  const held = await commits.hold(`UPDATE conversions ${first!.external_id}`);
  const visit = await app.make.click(linkA);
  await identify(visit.sessionId, email);
  await held.reached(); // the first of them are decided, and not yet committed
  await app.make.click(linkB, sessionId);
  await held.release();
  await app.settled();
  const matched = await matchedIn([a, b]);
  expect(matched).toHaveLength(901);
  // A look that was large enough for all that was known when it began, and the turn of each merchant in the next.
  expect(matched.indexOf(b.id)).toBeLessThanOrEqual(2 * 256);
});

describe('orders that wait for what a click tells', () => {
  const MINUTES = [-12 * 24 * 60, -6, -4, 60, 9 * 24 * 60];

  /** Orders around a click of ten days ago, in minutes after it, that wait for the same session and email. */
  async function around(): Promise<{ find: (job: 'CLICK' | 'EMAIL' | 'CUSTOMER') => Promise<number[]> }> {
    const merchant = await app.make.merchant();
    const link = await app.make.link(merchant.test, { attributionWindowDays: 5 });
    const [email, customerId] = [anEmail(), unique()];
    const at = new Date(Date.now() - 10 * DAY_MS);
    const sessionId = sessionName();
    await recordAll(
      merchant,
      MINUTES.map((minutes) => ({
        externalId: `at ${minutes} ${sessionId}`,
        sessionId,
        customerEmail: email,
        customerId,
        occurredAt: new Date(at.getTime() + minutes * MINUTE_MS).toISOString(),
      })),
    );
    await app.settled();
    const { clickId } = await app.make.clickAt(merchant, 'test', link, at, sessionId);
    await app.rows.query(
      `update sessions set email_hash = decode($2, 'hex'), vouched = true, identified_at = now() where id = $1`,
      [sessionId, hashEmail(email)],
    );
    const subjects = { CLICK: clickId, EMAIL: hashEmail(email), CUSTOMER: customerId };
    const awaiting = app.service.app.get(AwaitingRepository, { strict: false });
    const database = app.service.app.get(Database, { strict: false });
    return {
      find: async (kind) => {
        const tenant = { merchantId: merchant.id, mode: 'test' as const };
        const job: JobRow = { ...tenant, kind, subject: subjects[kind], id: newId(), ...NOT_BEGUN };
        const { reached, unfinished } = await awaiting.find(database.atOnce, [job], 50);
        expect(unfinished).toEqual([]);
        const rows = await app.rows.query<{ external_id: string }>(
          'select external_id from conversions where id = any($1) order by occurred_at',
          [reached.map(({ id }) => id)],
        );
        return rows.map((row) => Number(row.external_id.split(' ')[1]));
      },
    };
  }

  it('are those that it can be credited with: five minutes before it at most, and within its window', async () => {
    const { find } = await around();
    expect(await find('CLICK')).toEqual([-4, 60]);
  });

  it('are for an email those that no click of its sessions is too late for', async () => {
    const { find } = await around();
    expect(await find('EMAIL')).toEqual([-4, 60, 9 * 24 * 60]);
  });

  it('are for a customer all, whenever they happened', async () => {
    const { find } = await around();
    expect(await find('CUSTOMER')).toEqual(MINUTES);
  });

  it('were recorded before it by hours: not even their index is read', async () => {
    const merchant = await app.make.merchant();
    const link = await app.make.link(merchant.test);
    const email = anEmail();
    await recordAll(merchant, [{ customerEmail: email }]);
    await app.settled();
    const later = new Date(Date.now() + DAY_MS);
    const { sessionId } = await app.make.clickAt(merchant, 'test', link, later);
    await app.rows.query(
      `update sessions set email_hash = decode($2, 'hex'), vouched = true, identified_at = now() where id = $1`,
      [sessionId, hashEmail(email)],
    );
    const asked: unknown[][] = [];
    const database = app.service.app.get(Database, { strict: false });
    const spying = {
      query: async <Row>(...sent: Parameters<Database['query']>) => {
        const rows = await database.query<Row>(...sent);
        asked.push(rows);
        return rows;
      },
    } as Queryable;
    const tenant = { merchantId: merchant.id, mode: 'test' as const };
    const job: JobRow = { ...tenant, kind: 'EMAIL', subject: hashEmail(email), id: newId(), ...NOT_BEGUN };
    await app.service.app.get(AwaitingRepository, { strict: false }).find(spying, [job], 50);
    expect(asked).toEqual([[]]);
  });
});

it('the longest window that is reckoned with is the longest that a campaign may have', () => {
  const contract = readFileSync(new URL('../../../../openapi/campaigns.yaml', import.meta.url), 'utf8');
  const longest = [...contract.matchAll(/attributionWindowDays:\n(?:\s+.*\n){1,4}?\s+maximum: (\d+)/g)];
  expect(longest.length).toBeGreaterThan(0);
  expect(new Set(longest.map(([, days]) => Number(days)))).toEqual(new Set([LONGEST_WINDOW_DAYS]));
});

describe('kept refunds', () => {
  const keep = (merchant: TestMerchant, body: components['schemas']['RefundConversionBody']) =>
    app.api.expect('refundConversion', 202, { as: merchant.test, body: { ...body, ifUnknown: 'keep' } });

  it('of many orders are applied in few transactions, each once', async () => {
    const merchant = await app.make.merchant();
    const link = await app.make.link(merchant.test);
    const names = Array.from({ length: 200 }, anOrder);
    await Promise.all(names.map((externalId) => keep(merchant, { externalId, amount: 990 })));
    await recordAll(
      merchant,
      names.map((externalId) => ({ externalId, affiliateCode: link.code })),
    );
    await app.settled();
    const [sums] = await app.rows.query<Record<string, string>>(
      `select count(*) as refunds, sum(r.amount) as refunded, count(distinct r.conversion_id) as orders,
         count(distinct r.xmin::text) as transactions, (select sum(balance) from commissions where merchant_id = $1) as earned,
         (select count(*) from kept_refunds where merchant_id = $1) as kept,
         (select count(*) from conversion_history where merchant_id = $1 and event = 'REFUNDED') as told
       from refunds r where merchant_id = $1`,
      [merchant.id],
    );
    const { transactions, ...rest } = sums!;
    expect(rest).toEqual({
      refunds: '200',
      refunded: '198000',
      orders: '200',
      earned: '80000',
      kept: '0',
      told: '200',
    });
    expect(Number(transactions)).toBeLessThanOrEqual(10);
  });

  it('of one order, applied together, are each told with what was left after it', async () => {
    const merchant = await app.make.merchant();
    const link = await app.make.link(merchant.test);
    const externalId = anOrder();
    await keep(merchant, { externalId, amount: 1000, refundId: 'a' });
    await keep(merchant, { externalId, amount: 990, refundId: 'b' });
    await keep(merchant, { externalId, amount: 9000, refundId: 'too much' });
    await keep(merchant, { externalId, amount: 1, refundId: 'nothing left' });
    await recordAll(merchant, [{ externalId, affiliateCode: link.code }]);
    await app.settled();
    const told = await app.rows.query<{ details: unknown }>(
      `select h.details from conversion_history h where h.merchant_id = $1 and h.event = 'REFUNDED' order by h.id`,
      [merchant.id],
    );
    expect(told.map((row) => row.details)).toEqual(
      [
        ['a', 1000, 1000, -100],
        ['b', 990, 1990, -99],
        ['too much', 3000, 4990, -300],
      ].map(([refundId, amount, refundedAmount, commissionChange]) => ({
        refundId,
        amount,
        refundedAmount,
        commissionChange,
        reason: null,
      })),
    );
    const [commission] = await app.rows.query(
      `select m.balance, m.status, array(select e.amount from commission_entries e where e.commission_id = m.id order by e.id) as entries
       from commissions m where m.merchant_id = $1`,
      [merchant.id],
    );
    expect(commission).toEqual({ balance: '0', status: 'REJECTED', entries: ['-100', '-99', '-300'] });
  });
});

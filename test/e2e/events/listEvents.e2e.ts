// listEvents: each thing that happened, once, in an order that a reader can follow without missing any.
import { createHash } from 'node:crypto';
import { sharedApp, startApp, type SharedApp } from '../../support/app.js';
import { approve, earn, reject } from '../../support/commissions.js';
import { eventsAfter, numbered, openFeed, type Event } from '../../support/events.js';
import { until } from '../../support/until.js';
import { unique, type TestLink } from '../../support/makers.js';
import { markPaid, payOut } from '../../support/payouts.js';
import { Database } from '#platform/database/database.js';
import { EventOutbox } from '#platform/events/event-outbox.service.js';
import { fromPublicId } from '#platform/values/ids.js';

const uuidOf = (conversionId: string) => fromPublicId('cnv', conversionId) as string;

let app: SharedApp;
beforeAll(async () => {
  app = await sharedApp();
});

async function programme(): Promise<{ key: string; link: TestLink; start: string }> {
  const { test: key } = await app.make.merchant();
  const link = await app.make.link(key);
  return { key, link, start: await openFeed(app, key) };
}

const names = (events: readonly Event[]) => events.map(({ event }) => event);

async function record(as: string, fields: Parameters<typeof app.make.order>[0] = {}): Promise<string> {
  const reply = await app.api.expect('recordPostback', 201, { as, body: app.make.order(fields) });
  return reply.body.data.conversionId as string;
}

it('a feed that begins while somebody looks who has one holds what happens next', async () => {
  const merchant = await app.make.merchant();
  const outbox = app.service.app.get(EventOutbox, { strict: false });
  const database = app.service.app.get(Database, { strict: false });
  await database.transaction(async (tx) => {
    await outbox.openFeed(tx, { merchantId: merchant.id, mode: 'test' });
    await outbox.poll.tick(); // does not see it, for it is not committed
  });
  const start = await openFeed(app, merchant.test);
  await record(merchant.test);
  expect(names(await eventsAfter(app, merchant.test, start))).toEqual(['conversion.created']);
});

describe('what is told', () => {
  it('of an order: that it came, was refunded, decided about and paid, each once and numbered', async () => {
    const { key, link, start } = await programme();
    const earned = await earn(app, link);
    const again = app.make.order({ affiliateCode: link.code, amount: 4990, externalId: earned.externalId });
    await app.api.expect('recordPostback', 200, { as: key, body: again });
    const refund = { externalId: earned.externalId, amount: 1000, refundId: 'first', reason: 'returned' };
    await app.api.expect('refundConversion', 200, { as: key, body: refund });
    await app.api.expect('refundConversion', 200, { as: key, body: refund });
    const path = { commissionId: earned.commissionId };
    const bonus = { type: 'BONUS' as const, amount: 100, reason: 'thanks' };
    await app.api.expect('adjustCommission', 200, { as: key, path, body: bonus });
    await approve(app, key, earned.commissionId);
    const { payoutId } = await payOut(app, link);
    await markPaid(app, key, payoutId);
    const events = await eventsAfter(app, key, start);
    expect(names(events)).toEqual([
      'conversion.created',
      'conversion.refunded',
      'commission.adjusted',
      'commission.approved',
      'payout.created',
      'conversion.commission_paid',
      'payout.paid',
    ]);
    const ofOrder = events.filter(({ event }) => !event.startsWith('payout.'));
    expect(ofOrder.map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4, 5]);
    expect(new Set(events.map(({ id }) => id)).size).toBe(7);
    const { conversionId, commissionId } = earned;
    expect(events.map(({ idempotencyKey }) => idempotencyKey)).toEqual([
      `conversion.created:conversion:${conversionId}`,
      `conversion.refunded:refund:${conversionId}:first`,
      `commission.adjusted:event:${events[2]!.id}`,
      `commission.approved:commission:${commissionId}`,
      `payout.created:payout:${payoutId}`,
      `conversion.commission_paid:payout:${payoutId}:${commissionId}`,
      `payout.paid:payout:${payoutId}`,
    ]);
    expect(events[1]).toMatchObject({
      mode: 'test',
      data: { conversionId, refundedAmount: 1000 },
      details: { refundId: 'first', amount: 1000, reason: 'returned' },
    });
    expect(events[3]).toMatchObject({ data: { commissionId, status: 'APPROVED', balance: 499 } });
    expect(events[6]).toMatchObject({ data: { payoutId, status: 'PAID' } });
  });

  it('an affiliate who was found later, when it was known whose session it was', async () => {
    const { key, link, start } = await programme();
    const { sessionId } = await app.make.click(link);
    const customerEmailHash = createHash('sha256').update(unique()).digest('hex');
    const conversionId = await record(key, { customerEmailHash });
    const before = await eventsAfter(app, key, start);
    expect(before).toMatchObject([{ event: 'conversion.created', data: { status: 'UNATTRIBUTED' } }]);
    const body = { session_id: sessionId, customer_email_hash: customerEmailHash };
    await app.api.expect('identify', 200, { as: key, body });
    await app.settled();
    const events = await eventsAfter(app, key, start);
    expect(events[1]).toMatchObject({
      event: 'conversion.attributed',
      sequence: 2,
      data: { conversionId, status: 'ATTRIBUTED', affiliateId: link.affiliateId },
      details: { matchedBy: 'EMAIL' },
    });
  });

  it('a refund that was kept until its order came, behind the order', async () => {
    const { key, start } = await programme();
    const externalId = `order-${unique()}`;
    await app.api.expect('refundConversion', 202, {
      as: key,
      body: { externalId, amount: 100, refundId: 'early', ifUnknown: 'keep' },
    });
    await record(key, { externalId });
    await app.settled();
    const events = await eventsAfter(app, key, start);
    expect(events.map(({ event, sequence }) => [event, sequence])).toEqual([
      ['conversion.created', 1],
      ['conversion.refunded', 2],
    ]);
  });

  it('a hundred decisions at once are a hundred events, and one that is refused is none', async () => {
    const { key, link } = await programme();
    const earned = await Promise.all(Array.from({ length: 100 }, () => earn(app, link)));
    const start = (await app.api.expect('listEvents', 200, { as: key, query: { limit: 100 } })).body.data;
    await numbered(app);
    const ids = earned.map(({ commissionId }) => commissionId);
    const before = await eventsAfter(app, key, start.cursor);
    await app.api.expect('bulkRejectCommissions', 404, {
      as: key,
      body: { commissionIds: [...ids, 'cmm_01h455vb4pex5vsknk084sn02q'] },
    });
    await approve(app, key, ...ids);
    const all = await eventsAfter(app, key, start.cursor, 7);
    const decided = all.slice(before.length);
    expect(new Set(names(decided))).toEqual(new Set(['commission.approved']));
    expect(new Set(decided.map(({ details }) => details['commissionId']))).toEqual(new Set(ids));
    expect(decided).toHaveLength(100);
    await reject(app, key, ids[0]!).catch(() => undefined);
  });

  it('that an affiliate was suspended, once, without the email', async () => {
    const { key, link, start } = await programme();
    const path = { affiliateId: link.affiliateId };
    const suspend = () =>
      app.api.expect('updateAffiliate', 200, { as: key, path, body: { status: 'SUSPENDED' } });
    const { email } = (await suspend()).body.data;
    await suspend();
    await app.api.expect('updateAffiliate', 200, { as: key, path, body: { status: 'ACTIVE' } });
    const events = await eventsAfter(app, key, start);
    expect(events).toMatchObject([{ event: 'affiliate.suspended', data: { ...path, status: 'SUSPENDED' } }]);
    expect(JSON.stringify(events)).not.toContain(email);
  });

  it('never an email, nor its hash', async () => {
    const { key, start } = await programme();
    const customerEmail = `${unique()}@example.com`;
    await record(key, { customerEmail });
    const [event] = await eventsAfter(app, key, start);
    const hash = (
      await app.rows.query<{ hash: string }>(`select encode(sha256($1), 'hex') as hash`, [
        Buffer.from(customerEmail),
      ])
    )[0]!.hash;
    const text = JSON.stringify(event);
    expect([text.includes(customerEmail), text.includes(hash)]).toEqual([false, false]);
  });
});

describe('reading on', () => {
  it('a change that is committed late is behind what was read meanwhile, and not missed', async () => {
    const { key, start } = await programme();
    const [{ merchant_id: merchantId }] = (await app.rows.query<{ merchant_id: string }>(
      `select merchant_id from event_feeds order by created_at desc limit 1`,
    )) as [{ merchant_id: string }];
    const [early, late] = [await record(key), await record(key)];
    await eventsAfter(app, key, start);
    const cursor = (await app.api.expect('listEvents', 200, { as: key, query: { after: start } })).body.data
      .cursor;
    // The outbox row of a transaction that is slow to commit, older than that of one that is not.
    const slow = await app.rows.session();
    const happening = (conversionId: string) =>
      JSON.stringify([
        {
          id: crypto.randomUUID(),
          event: 'conversion.attributed',
          subjectId: uuidOf(conversionId),
          at: new Date().toISOString(),
          details: {},
          data: null,
        },
      ]);
    const write = `insert into event_outbox (merchant_id, mode, id, written_at, happenings) values ($1, 'test', $2, clock_timestamp(), $3)`;
    await slow.query('begin');
    await slow.query(write, [merchantId, crypto.randomUUID(), happening(early)]);
    await app.rows.query(write, [merchantId, crypto.randomUUID(), happening(late)]);
    const first = await eventsAfter(app, key, cursor);
    expect(first.map(({ data }) => data['conversionId'])).toEqual([late]);
    const next = (await app.api.expect('listEvents', 200, { as: key, query: { after: cursor } })).body.data;
    await slow.query('commit');
    const second = await eventsAfter(app, key, next.cursor);
    expect(second.map(({ data }) => data['conversionId'])).toEqual([early]);
  });

  it('holds still without news, and knows no place that it did not give', async () => {
    const { key, start } = await programme();
    const { data } = (await app.api.expect('listEvents', 200, { as: key, query: { after: start } })).body;
    expect(data).toEqual({ events: [], cursor: start, hasMore: false, missed: 0 });
    const reply = await app.api.expect('listEvents', 422, { as: key, query: { after: 'elsewhere' } });
    expect(reply.body.error.details).toEqual([
      { path: ['after'], message: 'must be a cursor of an earlier reply, or now' },
    ]);
  });

  it('from now on leaves out what was before, and misses nothing that comes', async () => {
    const { key, start } = await programme();
    await record(key);
    await eventsAfter(app, key, start);
    const { data } = (await app.api.expect('listEvents', 200, { as: key, query: { after: 'now' } })).body;
    expect(data).toMatchObject({ events: [], hasMore: false, missed: 0 });
    const conversionId = await record(key);
    const events = await eventsAfter(app, key, data.cursor);
    expect(events.map(({ data: about }) => about['conversionId'])).toEqual([conversionId]);
  });

  it('tells how many are not kept any more', async () => {
    const { key, start } = await programme();
    for (let order = 0; order < 3; order++) await record(key);
    await eventsAfter(app, key, start);
    const [{ merchant_id: merchantId }] = (await app.rows.query<{ merchant_id: string }>(
      `select merchant_id from event_feeds order by created_at desc limit 1`,
    )) as [{ merchant_id: string }];
    await app.rows.query(`update events set body = null where merchant_id = $1 and position <= 2`, [
      merchantId,
    ]);
    const { data } = (await app.api.expect('listEvents', 200, { as: key, query: { after: start } })).body;
    expect(data).toMatchObject({ missed: 2, events: [{ event: 'conversion.created' }] });
    await app.rows.query(`update events set body = null where merchant_id = $1`, [merchantId]);
    const after = (await app.api.expect('listEvents', 200, { as: key, query: { after: start } })).body.data;
    expect(after).toMatchObject({ missed: 3, events: [] });
  });

  it('shows nothing of the other mode, nor of another merchant', async () => {
    const { test, live } = await app.make.merchant();
    const [inTest, inLive] = [await openFeed(app, test), await openFeed(app, live)];
    await record(test);
    expect(names(await eventsAfter(app, test, inTest))).toEqual(['conversion.created']);
    expect(await eventsAfter(app, live, inLive)).toEqual([]);
  });
});

it('of a merchant of whom nobody asks, nothing is kept', async () => {
  const { test } = await app.make.merchant();
  await numbered(app);
  const before = await app.rows.count('event_outbox');
  const conversionId = await record(test);
  const found = await app.rows.query(`select 1 from events where subject_id = $1`, [uuidOf(conversionId)]);
  expect([await app.rows.count('event_outbox'), found]).toEqual([before, []]);
});

it('two replicas number together, each event once and without a gap', async () => {
  const own = await startApp();
  const other = await startApp({ sharing: own });
  try {
    const { test: key } = await own.make.merchant();
    const start = await openFeed(own, key);
    await other.service.app.get(EventOutbox, { strict: false }).poll.tick();
    const orders = Array.from({ length: 60 }, (_, index) => {
      const { api } = index % 2 ? own : other;
      return api.expect('recordPostback', 201, { as: key, body: own.make.order() });
    });
    const looks = Array.from({ length: 20 }, (_, index) => numbered(index % 2 ? own : other));
    await Promise.all([...orders, ...looks]);
    // While the other one gives the numbers, this one leaves them to it.
    await until(async () => (await own.rows.count('event_outbox')) === 0);
    const events = await eventsAfter(own, key, start);
    expect(new Set(events.map(({ data }) => data['conversionId'])).size).toBe(60);
    const positions = await own.rows.query<{ position: string }>(
      'select position from events order by position',
    );
    expect(positions.map(({ position }) => Number(position))).toEqual(events.map((_, index) => index + 1));
  } finally {
    await other.close();
    await own.close();
  }
});

// Refunds at once: with each other, with the order they are of, and with what would match it. Each pair is held before its commit.
import type { components } from '#generated/schema.js';
import { sessionName, unique } from '../../../support/makers.js';
import { anOrder, Shop } from './shop.js';

type Body = components['schemas']['RefundConversionBody'];

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

const sell = (externalId = anOrder()) => shop.record({ externalId, affiliateCode: shop.link.code });

async function refund(externalId: string, fields: Partial<Body> = {}, replica: 0 | 1 = 0) {
  const body = { externalId, ...fields };
  const reply = await shop.replicas[replica].api.call('refundConversion', { as: shop.merchant.test, body });
  return {
    status: reply.status,
    data: (reply.body as { data?: components['schemas']['RefundResult'] }).data,
  };
}

async function stored(externalId: string) {
  const [row] = await shop.replicas[0].rows.query<Record<string, number | string>>(
    `select c.status, c.refunded_amount::int as refunded, m.balance::int as balance, m.amount::int as amount,
       (select count(*)::int from refunds r where r.conversion_id = c.id) as refunds,
       (select coalesce(sum(r.amount), 0)::int from refunds r where r.conversion_id = c.id) as "refundSum",
       (select coalesce(sum(e.amount), 0)::int from commission_entries e where e.commission_id = m.id) as entries,
       (select count(*)::int from conversion_history h where h.conversion_id = c.id and h.event = 'REFUNDED') as history
     from conversions c left join commissions m on m.conversion_id = c.id where c.external_id = $1`,
    [externalId],
  );
  return row;
}

/** What the order's transaction writes when it finds kept refunds. */
async function addKeptWork(externalId: string): Promise<void> {
  await shop.replicas[0].rows.query(
    `insert into work (merchant_id, mode, id, kind, subject, created_at, due_at, attempts)
     values ($1, 'test', gen_random_uuid(), 'KEPT_REFUND', $2, now(), now(), 0)`,
    [shop.merchant.id, externalId],
  );
}

const all = [...Array(50).keys()];

it('fifty equal refunds at once subtract once', async () => {
  for (const fields of [{ amount: 1000, refundId: unique() }, { amount: 990 }, {}]) {
    const { externalId } = await sell();
    const replies = await Promise.all(all.map((n) => refund(externalId, fields, n % 2 === 0 ? 0 : 1)));
    expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
    expect(replies.filter(({ data }) => data?.alreadyRefunded === false)).toHaveLength(1);
    const amount = fields.amount ?? 4990;
    const left = { remainingAmount: 4990 - amount, commissionAmount: Math.round((4990 - amount) / 10) };
    for (const { data } of replies) expect(data).toMatchObject(left); // also those that waited for the one
    expect(await stored(externalId)).toMatchObject({
      refunded: amount,
      refundSum: amount,
      refunds: 1,
      history: 1,
    });
  }
});

it('fifty different parts at once never give back more than was paid', async () => {
  const { externalId } = await sell();
  const replies = await Promise.all(
    all.map((n) => refund(externalId, { amount: 150, refundId: `part-${n}` }, n % 2 === 0 ? 0 : 1)),
  );
  // 33 parts of 150 fit into 4990; 40 are left then, which is less than a part.
  expect(replies.filter(({ status }) => status === 200)).toHaveLength(33);
  expect(replies.filter(({ status }) => status === 409)).toHaveLength(17);
  const row = await stored(externalId);
  expect(row).toMatchObject({ refunded: 4950, refundSum: 4950, refunds: 33, balance: 4, entries: -495 });
});

describe('a refund and its order at once', () => {
  it('if the order commits last, the refund waits for it and is applied at once', async () => {
    const externalId = anOrder();
    const order = await shop.commits.hold(`INSERT conversions ${externalId}`);
    const selling = sell(externalId);
    await order.reached();
    const refunding = refund(externalId, { ifUnknown: 'keep', amount: 990 }, 1);
    await shop.commits.blocked(2);
    await order.release();
    await selling;
    expect(await refunding).toMatchObject({ status: 200, data: { kept: false, refundedAmount: 990 } });
    expect(await stored(externalId)).toMatchObject({ refunded: 990, refunds: 1 });
  });

  it('if the order is rolled back, the refund is kept for the next try', async () => {
    const externalId = anOrder();
    const order = await shop.commits.hold(`INSERT conversions ${externalId}`);
    const selling = sell(externalId);
    await order.reached();
    const refunding = refund(externalId, { ifUnknown: 'keep', amount: 990 }, 1);
    await shop.commits.blocked(2);
    await shop.commits.cut();
    await order.release();
    expect([200, 202]).toContain((await refunding).status);
    await selling; // the service repeats what was cut off
    await shop.settle();
    expect(await stored(externalId)).toMatchObject({ refunded: 990, refunds: 1 });
  });

  it('if the kept refund commits last, the order waits for it and the refund is applied within a second', async () => {
    const externalId = anOrder();
    const kept = await shop.commits.hold(`INSERT kept_refunds ${externalId}`);
    const refunding = refund(externalId, { ifUnknown: 'keep', amount: 990 });
    await kept.reached();
    const selling = shop.record({ externalId, affiliateCode: shop.link.code }, { replica: 1 });
    await shop.commits.blocked(2);
    await kept.release();
    expect(await refunding).toMatchObject({ status: 202, data: { kept: true } });
    await selling;
    await shop.settle();
    expect(await stored(externalId)).toMatchObject({ refunded: 990, refunds: 1, balance: 400 });
  });

  it('a kept refund that was sent again before it was applied counts once, and stands in nobody’s way', async () => {
    const externalId = anOrder();
    await refund(externalId, { ifUnknown: 'keep', amount: 3000 });
    await refund(externalId, { ifUnknown: 'keep', amount: 500 });
    await shop.commits.lose('KEPT_REFUND');
    await sell(externalId);
    expect(await refund(externalId, { amount: 3000 })).toMatchObject({ data: { alreadyRefunded: false } });
    await shop.commits.lose(null);
    await addKeptWork(externalId);
    await shop.settle();
    expect(await stored(externalId)).toMatchObject({ refunded: 3500, refunds: 2, balance: 149 });
  });

  it('kept refunds are applied however many there are, in the order in which they came', async () => {
    const externalId = anOrder();
    await shop.replicas[0].rows.query(
      `insert into kept_refunds (merchant_id, mode, external_id, name, id, refund_id, amount, created_at)
       select $1, 'test', $2, 'id:r' || i, lpad(i::text, 32, '0')::uuid, 'r' || i, case when i > 250 then 1000 else 10 end, now()
       from generate_series(1, 260) i`,
      [shop.merchant.id, externalId],
    );
    await sell(externalId);
    await shop.settle();
    expect(await stored(externalId)).toMatchObject({ refunded: 4990, refunds: 253, balance: 0 });
  });

  it('a work row that is done twice applies the kept refund once', async () => {
    const externalId = anOrder();
    await refund(externalId, { ifUnknown: 'keep', amount: 990 });
    await sell(externalId);
    await shop.settle();
    await addKeptWork(externalId);
    await shop.settle();
    expect(await stored(externalId)).toMatchObject({ refunded: 990, refunds: 1 });
  });

  it('twenty of each at once: whatever came first, all orders end refunded', async () => {
    const names = Array.from({ length: 20 }, () => anOrder());
    await Promise.all(
      names.flatMap((externalId, n) => [
        refund(externalId, { ifUnknown: 'keep' }, n % 2 === 0 ? 0 : 1),
        shop.record({ externalId, affiliateCode: shop.link.code }, { replica: n % 3 === 0 ? 0 : 1 }),
      ]),
    );
    await shop.settle();
    for (const externalId of names) {
      expect(await stored(externalId)).toMatchObject({ refunded: 4990, refunds: 1, balance: 0 });
    }
  });
});

describe('a refund of an unattributed order and the click that would match it', () => {
  it('if the refund commits first, the click matches nothing any more', async () => {
    const [externalId, sessionId] = [anOrder(), sessionName()];
    await shop.record({ externalId, sessionId });
    const held = await shop.commits.hold(`INSERT refunds ${externalId}`);
    const refunding = refund(externalId, { refundId: externalId, amount: 1 });
    await held.reached();
    await shop.click(sessionId, { replica: 1 });
    await shop.commits.blocked(2); // the re-match waits for the order's row
    await held.release();
    await refunding;
    await shop.settle();
    expect(await stored(externalId)).toMatchObject({ status: 'UNATTRIBUTED', balance: null });
  });

  it('if the match commits first, the refund reduces what it earned, and says so', async () => {
    const [externalId, sessionId] = [anOrder(), sessionName()];
    await shop.record({ externalId, sessionId });
    const held = await shop.commits.hold(`UPDATE conversions ${externalId}`);
    await shop.click(sessionId);
    await held.reached();
    const refunding = refund(externalId, { amount: 990 }, 1);
    await shop.commits.blocked(2); // the refund waits for the order's row
    await held.release();
    expect(await refunding).toMatchObject({ status: 200, data: { commissionAmount: 400 } });
    expect(await stored(externalId)).toMatchObject({ status: 'ATTRIBUTED', balance: 400, entries: -99 });
  });
});

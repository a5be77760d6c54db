// refundConversion: money given back, once, and what becomes of the commission.
import type { components } from '#generated/schema.js';
import { fromPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { unique, type TestLink, type TestMerchant } from '../../support/makers.js';
import { difference, notFoundError } from '../../support/failures.js';

type Body = components['schemas']['RefundConversionBody'];
type Order = Parameters<SharedApp['make']['order']>[0];

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test, { commissionRecurring: true });
});

/** An order of 49.90 EUR that earned 4.99 EUR. */
async function sell(fields: Order = {}) {
  const body = app.make.order({ affiliateCode: link.code, ...fields });
  return (await app.api.expect('recordPostback', 201, { as: merchant.test, body })).body.data;
}

async function refund(externalId: string, fields: Partial<Body> = {}) {
  const body = { externalId, ...fields };
  return (await app.api.expect('refundConversion', 200, { as: merchant.test, body })).body.data;
}

async function refused(externalId: string, fields: Partial<Body>) {
  const body = { externalId, ...fields };
  return (await app.api.expect('refundConversion', 409, { as: merchant.test, body })).body.error;
}

async function conversion(conversionId: string | null) {
  const path = { conversionId: conversionId as string };
  return (await app.api.expect('getConversion', 200, { as: merchant.test, path })).body.data;
}

async function commissionOf(commissionId: string | null) {
  const [row] = await app.rows.query<{ status: string; balance: string; entries: string[] }>(
    `select m.status, m.balance,
       array(select e.amount::text from commission_entries e where e.commission_id = m.id order by e.id) as entries
     from commissions m where m.id = $1`,
    [uuidOf(commissionId)],
  );
  return row && { status: row.status, balance: Number(row.balance), entries: row.entries.map(Number) };
}

const uuidOf = (commissionId: string | null) => fromPublicId('cmm', commissionId as string);

describe('a refund', () => {
  it('without an amount gives everything back; the commission is rejected, and the history says so', async () => {
    const { externalId, conversionId, commissionId } = await sell();
    expect(await refund(externalId, { reason: 'Returned' })).toEqual({
      success: true,
      externalId,
      conversionId,
      alreadyRefunded: false,
      kept: false,
      ignored: [],
      refundId: expect.stringMatching(/^rfd_/) as string,
      amount: 4990,
      refundedAmount: 4990,
      remainingAmount: 0,
      currency: 'EUR',
      commissionId,
      commissionAmount: 0,
    });
    const now = await conversion(conversionId);
    expect(now).toMatchObject({ refundedAmount: 4990, commissionAmount: 0, status: 'ATTRIBUTED' });
    expect(now.refundedAt).not.toBeNull();
    expect(now.history.map(({ event }) => event)).toEqual(['RECORDED', 'REFUNDED']);
    expect(now.history[1]?.details).toMatchObject({
      amount: 4990,
      refundedAmount: 4990,
      commissionChange: -499,
      reason: 'Returned',
    });
    expect(await commissionOf(commissionId)).toEqual({ status: 'REJECTED', balance: 0, entries: [-499] });
  });

  it('in parts reduces the commission by the totals, so that parts round as the whole does', async () => {
    const { externalId, commissionId } = await sell({ amount: 1005 }); // earned 101, 100.5 rounded
    const amounts = [];
    for (let part = 0; part < 5; part++) {
      const { commissionAmount } = await refund(externalId, { amount: 201, refundId: `part-${part}` });
      amounts.push(commissionAmount);
    }
    expect(amounts).toEqual([81, 61, 40, 20, 0]);
    expect(await commissionOf(commissionId)).toEqual({
      status: 'REJECTED',
      balance: 0,
      entries: [-20, -20, -21, -20, -20],
    });
  });

  it('is named alike in the reply, in the history and in the ledger of the commission', async () => {
    const { externalId, conversionId, commissionId } = await sell();
    const ours = await refund(externalId, { amount: 10 });
    const yours = await refund(externalId, { amount: 20, refundId: 're_1' });
    const names = [ours.refundId, yours.refundId];
    expect(names).toEqual([expect.stringMatching(/^rfd_/), 're_1']);
    const { history } = await conversion(conversionId);
    expect(history.slice(1).map(({ details }) => details['refundId'])).toEqual(names);
    const path = { commissionId: commissionId as string };
    const { data } = (await app.api.expect('getCommission', 200, { as: merchant.test, path })).body;
    expect(data.ledger.slice(1).map(({ refundId }) => refundId)).toEqual(names);
  });

  it('of a flat commission follows the same share', async () => {
    const fixed = await app.make.link(merchant.test, { commissionType: 'FIXED', commissionRate: 700 });
    const { externalId } = await sell({ affiliateCode: fixed.code, amount: 1000, currency: 'USD' });
    expect(await refund(externalId, { amount: 250 })).toMatchObject({
      commissionAmount: 525,
      currency: 'USD',
    });
  });

  it('of an approved commission reduces it, to 0: rejected', async () => {
    const { externalId, commissionId } = await sell();
    await app.rows.query(`update commissions set status = 'APPROVED' where id = $1`, [uuidOf(commissionId)]);
    await refund(externalId, { amount: 490, refundId: 'a' });
    expect(await commissionOf(commissionId)).toEqual({ status: 'APPROVED', balance: 450, entries: [-49] });
    await refund(externalId);
    expect(await commissionOf(commissionId)).toMatchObject({ status: 'REJECTED', balance: 0 });
  });

  it('of a commission that was paid leaves it paid, with a negative entry', async () => {
    const { externalId, commissionId } = await sell();
    await app.rows.query(
      `update commissions set status = 'PAID', payout_id = gen_random_uuid(), settled_amount = balance where id = $1`,
      [uuidOf(commissionId)],
    );
    expect(await refund(externalId)).toMatchObject({ commissionAmount: 0 });
    expect(await commissionOf(commissionId)).toEqual({ status: 'PAID', balance: 0, entries: [-499] });
  });

  it('never takes more than deductions have left, nor anything of a rejected commission', async () => {
    const deducted = await sell();
    await app.rows.query(
      `insert into commission_entries (merchant_id, mode, commission_id, id, type, amount, reason, created_at)
       select merchant_id, mode, id, gen_random_uuid(), 'DEDUCTION', -400, 'x', now() from commissions where id = $1`,
      [uuidOf(deducted.commissionId)],
    );
    await app.rows.query('update commissions set balance = balance - 400 where id = $1', [
      uuidOf(deducted.commissionId),
    ]);
    expect(await refund(deducted.externalId)).toMatchObject({ commissionAmount: 0 });
    expect(await commissionOf(deducted.commissionId)).toMatchObject({ status: 'REJECTED', balance: 0 });
    const rejected = await sell();
    await app.rows.query(`update commissions set status = 'REJECTED' where id = $1`, [
      uuidOf(rejected.commissionId),
    ]);
    expect(await refund(rejected.externalId)).toMatchObject({ refundedAmount: 4990, commissionAmount: 499 });
    expect(await commissionOf(rejected.commissionId)).toEqual({
      status: 'REJECTED',
      balance: 499,
      entries: [],
    });
  });

  it('of an order that earned nothing gives the money back all the same', async () => {
    const { externalId } = await sell({ affiliateCode: 'nobody-has-this' });
    expect(await refund(externalId, { amount: 90 })).toMatchObject({
      refundedAmount: 90,
      remainingAmount: 4900,
      commissionId: null,
      commissionAmount: null,
    });
    const synthetic = await sell({ isSynthetic: true });
    expect(await refund(synthetic.externalId)).toMatchObject({ refundedAmount: 4990, commissionId: null });
  });

  it('of an order of amount 0 cancels it: its commission becomes 0', async () => {
    const fixed = await app.make.link(merchant.test, { commissionType: 'FIXED', commissionRate: 700 });
    const { externalId, conversionId, commissionId } = await sell({
      conversionType: 'LEAD',
      amount: 0,
      affiliateCode: fixed.code,
    });
    expect(await refund(externalId)).toMatchObject({
      alreadyRefunded: false,
      amount: 0,
      commissionAmount: 0,
    });
    expect(await refund(externalId)).toMatchObject({ alreadyRefunded: true, amount: null });
    expect(await commissionOf(commissionId)).toMatchObject({ status: 'REJECTED', balance: 0 });
    expect((await conversion(conversionId)).refundedAt).not.toBeNull();
  });

  it('lowers what counts for tiers, for later orders only', async () => {
    const tiers = [{ threshold: 10_000, commissionRate: 20 }];
    const tiered = await app.make.link(merchant.test, { commissionRecurring: true, tiers });
    const first = await sell({ affiliateCode: tiered.code, amount: 10_000 });
    const second = await sell({ affiliateCode: tiered.code, amount: 1_000 });
    expect(second.commissionAmount).toBe(200);
    await refund(first.externalId, { amount: 2_000 });
    expect((await conversion(second.conversionId)).commissionAmount).toBe(200);
    const third = await sell({ affiliateCode: tiered.code, amount: 1_000 });
    expect(third.attribution.commission).toMatchObject({ commissionRate: 10, revenueBefore: 9_000 });
  });
});

describe('a repeat', () => {
  it('of a refundId changes nothing, whether it repeats the amount or leaves it out', async () => {
    const { externalId } = await sell();
    const first = await refund(externalId, { amount: 1000, refundId: 're_1' });
    for (const amount of [1000, null]) {
      expect(await refund(externalId, { amount, refundId: 're_1' })).toEqual({
        ...first,
        alreadyRefunded: true,
        message: 'This refund was recorded before',
      });
    }
  });

  it('is told from a second refund of the same amount by its refundId', async () => {
    const { externalId } = await sell();
    await refund(externalId, { amount: 1000, refundId: 're_1' });
    expect(await refund(externalId, { amount: 1000, refundId: 're_2' })).toMatchObject({
      alreadyRefunded: false,
      refundedAmount: 2000,
    });
  });

  it('without a refundId is the same amount; another amount counts', async () => {
    const { externalId } = await sell();
    const { refundId } = await refund(externalId, { amount: 1000 });
    expect(await refund(externalId, { amount: 1000 })).toMatchObject({
      alreadyRefunded: true,
      refundId,
      refundedAmount: 1000,
    });
    expect(await refund(externalId, { amount: 990 })).toMatchObject({ refundedAmount: 1990 });
  });

  it('when nothing is left is every call, in the words of the official API', async () => {
    const { externalId } = await sell();
    await refund(externalId);
    for (const fields of [{}, { amount: 17 }, { refundId: 're_9' }, { amount: 10 ** 12 }]) {
      expect(await refund(externalId, fields)).toMatchObject({
        success: true,
        alreadyRefunded: true,
        message: 'Conversion already refunded',
        refundedAmount: 4990,
      });
    }
  });

  it('of a refundId names one order: the same id on another order is another refund', async () => {
    const [one, other] = [await sell(), await sell()];
    await refund(one.externalId, { amount: 10, refundId: 're_1' });
    expect(await refund(other.externalId, { amount: 20, refundId: 're_1' })).toMatchObject({
      alreadyRefunded: false,
    });
  });
});

it.each(['0', '-1', 'null', 'none', 'undefined'])(
  'a refundId %j is a name like any other: it is shared by nobody, being of one order',
  async (refundId) => {
    const [{ externalId }, other] = [await sell(), await sell()];
    expect(await refund(externalId, { amount: 990, refundId })).toMatchObject({
      refundId,
      refundedAmount: 990,
    });
    expect(await refund(externalId, { amount: 990, refundId })).toMatchObject({ alreadyRefunded: true });
    await refused(externalId, { amount: 991, refundId });
    expect(await refund(other.externalId, { amount: 991, refundId })).toMatchObject({
      alreadyRefunded: false,
    });
  },
);

describe('refused', () => {
  it('is more than is left, and nothing is changed', async () => {
    const { externalId, conversionId } = await sell();
    await refund(externalId, { amount: 4000 });
    expect((await refused(externalId, { amount: 991 })).details).toEqual([
      difference('amount', 991, 990, 'is more than is left of the order'),
    ]);
    expect(await conversion(conversionId)).toMatchObject({ refundedAmount: 4000 });
  });

  it('is a refundId with another amount, also when nothing is left', async () => {
    const { externalId } = await sell();
    await refund(externalId, { amount: 100, refundId: 're_1' });
    const details = [difference('amount', 101, 100)];
    expect((await refused(externalId, { amount: 101, refundId: 're_1' })).details).toEqual(details);
    await refund(externalId);
    expect((await refused(externalId, { amount: 101, refundId: 're_1' })).details).toEqual(details);
  });

  it('is an order that is not known, of another merchant or of the other mode', async () => {
    const { externalId } = await sell();
    const stranger = await app.make.merchant();
    for (const [as, name] of [
      [merchant.test, `order-${unique()}`],
      [merchant.live, externalId],
      [stranger.test, externalId],
    ] as const) {
      const reply = await app.api.expect('refundConversion', 404, { as, body: { externalId: name } });
      expect(reply.body.error).toEqual(notFoundError('UNKNOWN_ORDER', 'externalId'));
    }
  });

  it.each([
    [{ amount: 0 }, 'amount'],
    [{ amount: 49.5 }, 'amount'],
    [{ amount: '100' }, 'amount'],
    [{ amount: 10 ** 12 + 1 }, 'amount'],
    [{ refundId: 'caf\ud83d' }, 'refundId'],
    [{ refundId: 42 }, 'refundId'],
    [{ refundId: '' }, 'refundId'],
    [{ ifUnknown: 'create' }, 'ifUnknown'],
    [{ refundID: 'x' }, 'refundID'],
  ])('is what the contract does not allow: %j', async (fields, field) => {
    const body = invalid({ externalId: 'x', ...fields });
    const { error } = (await app.api.expect('refundConversion', 422, { as: merchant.test, body })).body;
    expect(error.details.map(({ path }) => path)).toEqual([[field]]);
  });
});

describe('before its order', () => {
  const keep = async (externalId: string, fields: Partial<Body> = {}) => {
    const body = { externalId, ifUnknown: 'keep', ...fields } as Body;
    return (await app.api.expect('refundConversion', 202, { as: merchant.test, body })).body.data;
  };

  it('a refund is kept if asked for, and applied by itself once the order is there', async () => {
    const externalId = `order-${unique()}`;
    expect(await keep(externalId, { amount: 990, refundId: 're_1' })).toMatchObject({
      kept: true,
      alreadyRefunded: false,
      refundId: 're_1',
      amount: 990,
    });
    const { conversionId } = await sell({ externalId });
    await app.settled();
    const now = await conversion(conversionId);
    expect(now).toMatchObject({ refundedAmount: 990, commissionAmount: 400 });
    expect(now.history[1]).toMatchObject({ event: 'REFUNDED', details: { refundId: 're_1', amount: 990 } });
    expect(await refund(externalId, { amount: 990, refundId: 're_1' })).toMatchObject({
      alreadyRefunded: true,
    });
    expect(await app.rows.query('select * from kept_refunds where external_id = $1', [externalId])).toEqual(
      [],
    );
  });

  it('a repeat is kept once; another amount under its refundId is refused', async () => {
    const externalId = `order-${unique()}`;
    await keep(externalId, { amount: 990, refundId: 're_1' });
    expect(await keep(externalId, { amount: 990, refundId: 're_1' })).toMatchObject({
      alreadyRefunded: true,
    });
    await refused(externalId, { amount: 991, refundId: 're_1', ifUnknown: 'keep' });
    await refused(externalId, { amount: 991, refundId: 're_1', ifUnknown: 'keep' });
    const { conversionId } = await sell({ externalId });
    await app.settled();
    expect(await conversion(conversionId)).toMatchObject({ refundedAmount: 990 });
  });

  it('several are applied in the order in which they came; what exceeds the order counts as all of it', async () => {
    const externalId = `order-${unique()}`;
    await keep(externalId, { amount: 4000, refundId: 're_1' });
    await keep(externalId, { amount: 4000, refundId: 're_2' });
    await keep(externalId);
    const { conversionId } = await sell({ externalId });
    await app.settled();
    const now = await conversion(conversionId);
    expect(now).toMatchObject({ refundedAmount: 4990, commissionAmount: 0 });
    const refunds = now.history.filter(({ event }) => event === 'REFUNDED');
    expect(refunds.map(({ details }) => details['amount'])).toEqual([4000, 990]);
  });

  it.each([{}, { refundId: 're_1' }])(
    'one that exceeded the order is repeated as it was sent, once the order is there: %j',
    async (fields) => {
      const externalId = `order-${unique()}`;
      await keep(externalId, { amount: 6000, ...fields });
      await sell({ externalId });
      await app.settled();
      const again = await refund(externalId, { amount: 6000, ifUnknown: 'keep', ...fields });
      expect(again).toMatchObject({ alreadyRefunded: true, refundedAmount: 4990 });
      if (fields.refundId) await refused(externalId, { amount: 6001, ...fields });
    },
  );

  it.each([{}, { ifUnknown: 'fail' as const }, { ifUnknown: null }])(
    'without asking for it, it is 404: %j',
    async (fields) => {
      await app.api.expect('refundConversion', 404, {
        as: merchant.test,
        body: { externalId: `order-${unique()}`, ...fields },
      });
    },
  );
});

describe('an unattributed order that was refunded, be it in part', () => {
  it('is never matched and never earns, whatever comes later', async () => {
    const externalId = `order-${unique()}`;
    const sessionId = `s_${unique()}`;
    const { conversionId } = await sell({ affiliateCode: null, externalId, sessionId });
    await refund(externalId, { amount: 1 });
    await app.make.click(link, sessionId);
    await app.settled();
    const body = app.make.order({ externalId, sessionId, affiliateCode: link.code });
    const replay = await app.api.expect('recordPostback', 200, { as: merchant.test, body });
    expect(replay.body.data).toMatchObject({ status: 'UNATTRIBUTED', commissionId: null });
    expect(replay.body.data.ignored.map(({ path }) => path)).toEqual([['affiliateCode']]);
    await app.settled();
    expect(await conversion(conversionId)).toMatchObject({ status: 'UNATTRIBUTED', commissionId: null });
    const waiting = await app.rows.query('select from awaiting_evidence where value = $1', [sessionId]);
    expect(waiting).toEqual([]);
  });
});

// createPayout: everything one affiliate is owed in one currency, once.
import { startApp, type TestApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { commissionOf, earn, earnApproved, reject } from '../../support/commissions.js';
import { unique, type TestLink, type TestMerchant } from '../../support/makers.js';
import { bookkeepingFaults, itemsOf, markPaid, payOut } from '../../support/payouts.js';
import { difference, errorOf, notFoundError } from '../../support/failures.js';

let app: TestApp;
let merchant: TestMerchant;
let key: string;
let link: TestLink;

beforeAll(async () => {
  app = await startApp();
  merchant = await app.make.merchant();
  key = merchant.test;
});
afterAll(() => app.close());
beforeEach(async () => {
  link = await app.make.link(key);
});
afterEach(async () => {
  expect(await bookkeepingFaults(app)).toEqual([]);
});

const body = (fields: object = {}) => ({ affiliateId: link.affiliateId, currency: 'EUR', ...fields });

async function refused(fields: object = {}) {
  const reply = await app.api.expect('createPayout', 409, { as: key, body: body(fields) });
  return reply.body.error;
}

async function adjust(commissionId: string, type: 'BONUS' | 'DEDUCTION', amount: number) {
  const path = { commissionId };
  await app.api.expect('adjustCommission', 200, { as: key, path, body: { type, amount, reason: 'x' } });
}

const NOTHING = (ours: number) => errorOf('NOTHING_TO_PAY', [difference('amount', null, ours, 'is below 1')]);

it('takes every approved commission of the affiliate in the currency, and no other', async () => {
  const [one, two] = [await earnApproved(app, link, 300), await earnApproved(app, link, 450)];
  const left = [await earn(app, link, 1000), await earn(app, link, 2000)];
  await reject(app, key, left[1]?.commissionId as string);
  await earnApproved(app, link, 70, { currency: 'JPY' });
  await earnApproved(app, await app.make.affiliate(key, link.campaignId), 9);
  const payout = await payOut(app, link, { currency: 'eur' });
  expect(payout).toEqual({
    payoutId: expect.stringMatching(/^pay_/) as string,
    payoutKey: null,
    affiliateId: link.affiliateId,
    amount: 750,
    currency: 'EUR',
    commissionCount: 2,
    status: 'PENDING',
    createdAt: expect.any(String) as string,
    paidAt: null,
    method: null,
    reference: null,
    replayed: false,
  });
  for (const [{ commissionId }, settledAmount] of [
    [one, 300],
    [two, 450],
  ] as const) {
    const { payoutId } = payout;
    expect(await commissionOf(app, key, commissionId)).toMatchObject({
      status: 'APPROVED',
      payoutId,
      settledAmount,
    });
  }
  for (const { commissionId } of left)
    expect(await commissionOf(app, key, commissionId)).toMatchObject({ payoutId: null, settledAmount: 0 });
  expect(await refused()).toEqual(NOTHING(0));
  expect(await payOut(app, link, { currency: 'JPY' })).toMatchObject({ amount: 70, currency: 'JPY' });
});

it('carries what changed on commissions of earlier payouts, paid or not', async () => {
  const [one, two] = [await earnApproved(app, link, 300), await earnApproved(app, link, 450)];
  const first = await payOut(app, link);
  await adjust(one.commissionId, 'BONUS', 25);
  await markPaid(app, key, first.payoutId);
  await adjust(two.commissionId, 'DEDUCTION', 20);
  const three = await earnApproved(app, link, 100);
  const second = await payOut(app, link);
  expect(second).toMatchObject({ amount: 105, commissionCount: 3 });
  const items = await itemsOf(app, key, second.payoutId);
  expect(items.map(({ commissionId, amount, isCarried }) => [commissionId, amount, isCarried])).toEqual([
    [three.commissionId, 100, false],
    [two.commissionId, -20, true],
    [one.commissionId, 25, true],
  ]);
  expect(await commissionOf(app, key, one.commissionId)).toMatchObject({
    status: 'PAID',
    payoutId: first.payoutId,
    balance: 325,
    settledAmount: 325,
  });
});

it('a negative difference waits for later commissions, and a sum of 0 too', async () => {
  const { commissionId } = await earnApproved(app, link, 300);
  await markPaid(app, key, (await payOut(app, link)).payoutId);
  await adjust(commissionId, 'DEDUCTION', 100);
  expect(await refused()).toEqual(NOTHING(-100));
  await earnApproved(app, link, 100);
  expect(await refused()).toEqual(NOTHING(0));
  await earnApproved(app, link, 1);
  expect(await payOut(app, link)).toMatchObject({ amount: 1, commissionCount: 3 });
});

it('takes commissions of 0 along, so that they are done with', async () => {
  const { commissionId } = await earnApproved(app, link, 300);
  const nothing = await earnApproved(app, link, 5);
  await adjust(nothing.commissionId, 'DEDUCTION', 5);
  const { payoutId } = await payOut(app, link);
  await markPaid(app, key, payoutId);
  for (const id of [commissionId, nothing.commissionId])
    expect(await commissionOf(app, key, id)).toMatchObject({ status: 'PAID', payoutId });
});

describe('with a payoutKey', () => {
  it('the same again is the same payout as it is now, and takes nothing more', async () => {
    const payoutKey = `key-${unique()}`;
    await earnApproved(app, link, 300);
    const { replayed, ...payout } = await payOut(app, link, { payoutKey });
    expect([replayed, payout.payoutKey]).toEqual([false, payoutKey]);
    await earnApproved(app, link, 400);
    const again = async () =>
      (await app.api.expect('createPayout', 200, { as: key, body: body({ payoutKey, currency: 'eur' }) }))
        .body.data;
    expect(await again()).toEqual({ ...payout, replayed: true });
    const paid = await markPaid(app, key, payout.payoutId);
    expect(await again()).toEqual({ ...paid, replayed: true });
    expect((await payOut(app, link)).amount).toBe(400);
  });

  it('another affiliate or currency under the name is 409 naming what differs', async () => {
    const payoutKey = `key-${unique()}`;
    await earnApproved(app, link, 300);
    await payOut(app, link, { payoutKey });
    expect(await refused({ payoutKey, currency: 'JPY' })).toEqual(
      errorOf(
        'DIFFERENT_PAYOUT',
        [difference('currency', 'JPY', 'EUR')],
        'This payoutKey stands for a payout with another currency. Nothing was changed.',
      ),
    );
    const { affiliateId } = await app.make.affiliate(key, link.campaignId);
    expect((await refused({ payoutKey, affiliateId, currency: 'JPY' })).details).toEqual([
      difference('affiliateId', null, null),
      difference('currency', 'JPY', 'EUR'),
    ]);
  });

  it('a call that had nothing to pay leaves the name free', async () => {
    const payoutKey = `key-${unique()}`;
    expect(await refused({ payoutKey })).toEqual(NOTHING(0));
    await earnApproved(app, link, 300);
    expect((await payOut(app, link, { payoutKey })).amount).toBe(300);
  });

  it('another merchant and the other mode have names of their own', async () => {
    const payoutKey = `key-${unique()}`;
    for (const as of [key, merchant.live, (await app.make.merchant()).test]) {
      const own = await app.make.link(as);
      await earnApproved(app, own, 300);
      expect(await payOut(app, own, { payoutKey })).toMatchObject({ amount: 300, replayed: false });
    }
  });

  it('twenty equal calls at once make one payout: one 201, nineteen 200', async () => {
    const payoutKey = `key-${unique()}`;
    for (let times = 0; times < 3; times++) await earnApproved(app, link, 100);
    const calls = Array.from({ length: 20 }, () =>
      app.api.call('createPayout', { as: key, body: body({ payoutKey }) }),
    );
    const replies = await Promise.all(calls);
    expect(replies.map(({ status }) => status).sort()).toEqual([...Array<number>(19).fill(200), 201]);
    const ids = replies.map((reply) => (reply.body as { data: { payoutId: string; amount: number } }).data);
    expect(new Set(ids.map(({ payoutId, amount }) => `${payoutId} ${amount}`)).size).toBe(1);
  });
});

it('an affiliate that is not there, here or in this mode, is 404', async () => {
  const stranger = await app.make.merchant();
  for (const [as, affiliateId] of [
    [stranger.test, link.affiliateId],
    [merchant.live, link.affiliateId],
    [key, 'nonsense'],
    [key, 'aff_01m1kt8ebremxv7sqjtdnxdx18'],
  ] as const) {
    const reply = await app.api.expect('createPayout', 404, { as, body: { affiliateId, currency: 'EUR' } });
    expect(reply.body.error).toEqual(notFoundError('UNKNOWN_AFFILIATE', 'affiliateId'));
  }
});

it.each([
  [{ currency: 'EURO' }, 'currency'],
  [{ currency: null }, 'currency'],
  [{ affiliateId: 5 }, 'affiliateId'],
  [{ payoutKey: '' }, 'payoutKey'],
  [{ payoutKey: 'x'.repeat(256) }, 'payoutKey'],
  [{ amount: 5 }, 'amount'],
])('refuses %j with 422', async (fields, field) => {
  const reply = await app.api.expect('createPayout', 422, { as: key, body: invalid(body(fields)) });
  expect(reply.body.error.details.map(({ path }) => path)).toEqual([[field]]);
});

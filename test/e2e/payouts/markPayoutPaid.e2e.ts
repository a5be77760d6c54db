// markPayoutPaid: the payout and its commissions are paid, once and in one way.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { commissionOf, earnApproved, historyOf } from '../../support/commissions.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { payOut } from '../../support/payouts.js';
import { difference, errorOf } from '../../support/failures.js';

let app: SharedApp;
let merchant: TestMerchant;
let key: string;
let link: TestLink;
let payoutId: string;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  key = merchant.test;
});

interface Said {
  paidAt?: string;
  method: string;
  reference?: string | null;
}

const said = { paidAt: '2026-12-02T01:00:00+01:00', method: 'SEPA', reference: 'RC-1' };

async function mark(body: Said) {
  return (await app.api.expect('markPayoutPaid', 200, { as: key, path: { payoutId }, body })).body.data;
}

async function refused(body: Said) {
  return (await app.api.expect('markPayoutPaid', 409, { as: key, path: { payoutId }, body })).body.error;
}

beforeEach(async () => {
  link = await app.make.link(key);
  await earnApproved(app, link, 300);
  ({ payoutId } = await payOut(app, link));
});

it('says how and when, and moves its commissions to PAID, which their conversions remember', async () => {
  const [one, two] = [await earnApproved(app, link, 100), await earnApproved(app, link, 200)];
  const created = await payOut(app, link);
  payoutId = created.payoutId;
  const paid = await mark(said);
  const { replayed, ...payout } = created;
  expect(replayed).toBe(false);
  expect(paid).toEqual({
    ...payout,
    status: 'PAID',
    paidAt: '2026-12-02T00:00:00.000Z',
    method: 'SEPA',
    reference: 'RC-1',
  });
  expect((await app.api.expect('getPayout', 200, { as: key, path: { payoutId } })).body.data).toEqual(paid);
  for (const [{ commissionId, conversionId }, amount] of [
    [one, 100],
    [two, 200],
  ] as const) {
    expect((await commissionOf(app, key, commissionId)).status).toBe('PAID');
    expect((await historyOf(app, key, conversionId)).at(-1)).toEqual({
      event: 'COMMISSION_PAID',
      details: { commissionId, payoutId, amount },
    });
  }
});

it('without paidAt it was paid now, without reference there is none', async () => {
  const before = Date.now();
  const { paidAt, reference } = await mark({ method: 'cash' });
  expect(reference).toBeNull();
  expect(Date.parse(paidAt as string)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(paidAt as string)).toBeLessThanOrEqual(Date.now());
});

it('may be repeated with the same values, with others it is 409 naming them; nothing changes', async () => {
  const paid = await mark(said);
  expect(await mark({ ...said, paidAt: '2026-12-02T00:00:00Z' })).toEqual(paid);
  expect(await mark({ method: 'SEPA', reference: 'RC-1' })).toEqual(paid);
  expect(await refused({ ...said, reference: 'RC-2' })).toEqual(
    errorOf(
      'ALREADY_PAID',
      [difference('reference', 'RC-2', 'RC-1')],
      'This payout was marked as paid before with another reference. Nothing was changed.',
    ),
  );
  expect((await refused({ method: 'cash', paidAt: '2026-12-03T00:00:00Z' })).details).toEqual([
    difference('paidAt', '2026-12-03T00:00:00.000Z', '2026-12-02T00:00:00.000Z'),
    difference('method', 'cash', 'SEPA'),
    difference('reference', null, 'RC-1'),
  ]);
  const { data } = (await app.api.expect('getPayout', 200, { as: key, path: { payoutId } })).body;
  expect(data).toEqual(paid);
});

it('a difference that was carried leaves the commission to the payout that took it first', async () => {
  const first = payoutId;
  const { data } = (await app.api.expect('listPayoutItems', 200, { as: key, path: { payoutId } })).body;
  const [{ commissionId, conversionId }] = data as [(typeof data)[number]];
  const body = { type: 'BONUS', amount: 7, reason: 'x' } as const;
  await app.api.expect('adjustCommission', 200, { as: key, path: { commissionId }, body });
  ({ payoutId } = await payOut(app, link));
  await mark(said);
  expect((await commissionOf(app, key, commissionId)).status).toBe('APPROVED');
  expect((await historyOf(app, key, conversionId)).at(-1)?.details).toEqual({
    commissionId,
    payoutId,
    amount: 7,
  });
  payoutId = first;
  await mark(said);
  expect((await commissionOf(app, key, commissionId)).status).toBe('PAID');
});

it('twenty equal calls at once mark it once', async () => {
  const [item] = (await app.api.expect('listPayoutItems', 200, { as: key, path: { payoutId } })).body.data;
  const all = await Promise.all(Array.from({ length: 20 }, () => mark(said)));
  expect(new Set(all.map((payout) => JSON.stringify(payout))).size).toBe(1);
  const history = await historyOf(app, key, item?.conversionId as string);
  expect(history.filter(({ event }) => event === 'COMMISSION_PAID')).toHaveLength(1);
});

it("another merchant's, the other mode's and an unknown payout is 404, and stays as it is", async () => {
  const stranger = await app.make.merchant();
  for (const [as, id] of [
    [stranger.test, payoutId],
    [merchant.live, payoutId],
    [key, 'export'],
    [key, 'pay_01m9h2c4nqe8wrv5t3k7x1d6zb'],
  ] as const)
    await app.api.expect('markPayoutPaid', 404, { as, path: { payoutId: id }, body: said });
  const { data } = (await app.api.expect('getPayout', 200, { as: key, path: { payoutId } })).body;
  expect(data.status).toBe('PENDING');
});

it.each([
  [{ method: undefined }, 'method'],
  [{ method: '' }, 'method'],
  [{ method: 'x'.repeat(101) }, 'method'],
  [{ paidAt: null }, 'paidAt'],
  [{ paidAt: '2026-12-02' }, 'paidAt'],
  [{ paidAt: '2999-01-01T00:00:00Z' }, 'paidAt'],
  [{ paidAt: '0000-01-01T00:00:00+23:59' }, 'paidAt'],
  [{ reference: '' }, 'reference'],
  [{ amount: 5 }, 'amount'],
])('refuses %j with 422', async (fields, field) => {
  const body = invalid({ ...said, ...fields });
  const { error } = (await app.api.expect('markPayoutPaid', 422, { as: key, path: { payoutId }, body })).body;
  expect(error.details.map(({ path }) => path)).toEqual([[field]]);
});

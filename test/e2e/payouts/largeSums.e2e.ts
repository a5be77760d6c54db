// Sums that not every reader of JSON holds: a payout stays below them, balances and the timeline say "as much, or more".
import { fromPublicId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../../support/app.js';
import { earnApproved } from '../../support/commissions.js';
import { difference, errorOf } from '../../support/failures.js';
import type { TestLink } from '../../support/makers.js';
import { balancesOf, bookkeepingFaults, itemsOf, payOut } from '../../support/payouts.js';

/** 2^53 - 1 */
const LARGEST = 9007199254740991;

let app: TestApp;
let link: TestLink;

beforeAll(async () => {
  app = await startApp(); // of its own: the books of all merchants are looked at
});
afterAll(() => app.close());
beforeEach(async () => {
  link = await app.make.link((await app.make.merchant()).test);
});

/** Approved commissions of these amounts, which no single order earns: nine thousand of the largest would. */
async function owe(...amounts: (number | bigint)[]) {
  const ids: string[] = [];
  for (const amount of amounts) {
    const { commissionId, conversionId } = await earnApproved(app, link, 1);
    ids.push(commissionId);
    const sized = [fromPublicId('cmm', commissionId), String(amount)];
    await app.rows.query('update commissions set amount = $2, balance = $2 where id = $1', sized);
    const order = [fromPublicId('cnv', conversionId), String(amount)];
    await app.rows.query('update conversions set amount = $2 where id = $1', order);
  }
  return ids;
}

it('a payout takes the oldest commissions that add up to no more than 2^53 - 1, digit for digit; the rest is for the next', async () => {
  const ids = await owe(4_000_000_000_000_000, 5_000_000_000_000_001, 7_199_254_740_990, 1, 2);
  const first = await payOut(app, link);
  expect(first).toMatchObject({ amount: 9_007_199_254_740_991, commissionCount: 3 });
  expect((await itemsOf(app, link.key, first.payoutId)).map((item) => item.commissionId)).toEqual(
    ids.slice(0, 3).toReversed(),
  );
  expect(await payOut(app, link)).toMatchObject({ amount: 3, commissionCount: 2 });
  expect(await bookkeepingFaults(app)).toEqual([]);
});

it('what would not fit ends the payout, whatever smaller or negative comes behind it', async () => {
  const [paid] = await owe(1000);
  await payOut(app, link);
  await owe(LARGEST, 1, 5);
  const body = { type: 'DEDUCTION', amount: 400, reason: 'x' } as const;
  await app.api.expect('adjustCommission', 200, {
    as: link.key,
    path: { commissionId: paid as string },
    body,
  });
  // The oldest is the deduction, so that 400 more would fit.
  expect(await payOut(app, link)).toMatchObject({ amount: LARGEST - 394, commissionCount: 4 });
  await owe(LARGEST, 1);
  expect(await payOut(app, link)).toMatchObject({ amount: LARGEST, commissionCount: 1 });
  expect(await payOut(app, link)).toMatchObject({ amount: 1, commissionCount: 1 });
  const nothing = await app.api.expect('createPayout', 409, {
    as: link.key,
    body: { affiliateId: link.affiliateId, currency: 'EUR' },
  });
  expect(nothing.body.error).toMatchObject(
    errorOf('NOTHING_TO_PAY', [difference('amount', null, 0, 'is below 1')]),
  );
  expect(await bookkeepingFaults(app)).toEqual([]);
});

it('a balance beyond 2^53 - 1 is told as that, and as what it is once it is below', async () => {
  await owe(LARGEST, LARGEST - 1);
  expect(await balancesOf(app, link)).toEqual([
    { currency: 'EUR', pending: 0, approved: LARGEST, inPayouts: 0, paid: 0 },
  ]);
  await payOut(app, link);
  expect(await balancesOf(app, link)).toEqual([
    { currency: 'EUR', pending: 0, approved: LARGEST - 1, inPayouts: LARGEST, paid: 0 },
  ]);
  await payOut(app, link);
  expect(await balancesOf(app, link)).toEqual([
    { currency: 'EUR', pending: 0, approved: 0, inPayouts: LARGEST, paid: 0 },
  ]);
});

it("so are a timeline's amounts and commissions", async () => {
  await owe(LARGEST, 1, 1);
  const path = { campaignId: link.campaignId };
  const { series } = (await app.api.expect('getConversionsTimeline', 200, { as: link.key, path })).body.data;
  const filled = series.flatMap(({ buckets }) => buckets.filter((bucket) => bucket.conversions > 0));
  expect(filled).toMatchObject([{ conversions: 3, amount: LARGEST, refundedAmount: 0, commission: LARGEST }]);
});

it('a bonus that would bring a commission above 2^53 - 1 is refused', async () => {
  const [commissionId] = await owe(LARGEST - 5);
  const call = (amount: number) => ({
    as: link.key,
    path: { commissionId: commissionId as string },
    body: { type: 'BONUS', amount, reason: 'x' } as const,
  });
  const { error } = (await app.api.expect('adjustCommission', 422, call(6))).body;
  expect(error.details).toEqual([
    { path: ['amount'], message: `must not bring the balance above ${LARGEST}` },
  ]);
  const { data } = (await app.api.expect('adjustCommission', 200, call(5))).body;
  expect(data.balance).toBe(LARGEST);
});

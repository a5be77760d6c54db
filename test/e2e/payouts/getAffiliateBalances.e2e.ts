// getAffiliateBalances: what an affiliate earned and was paid, each currency alone.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { earn, earnApproved, reject } from '../../support/commissions.js';
import { balancesOf, markPaid, payOut } from '../../support/payouts.js';
import { notFoundError } from '../../support/failures.js';

let app: SharedApp;

beforeAll(async () => {
  app = await sharedApp();
});

it('follows every commission from pending to paid, by currency', async () => {
  const link = await app.make.link((await app.make.merchant()).test);
  expect(await balancesOf(app, link)).toEqual([]);
  await earn(app, link, 300);
  const rejected = await earn(app, link, 5000);
  await reject(app, link.key, rejected.commissionId);
  await earnApproved(app, link, 70, { currency: 'JPY' });
  const { commissionId } = await earnApproved(app, link, 450);
  expect(await balancesOf(app, link)).toEqual([
    { currency: 'EUR', pending: 300, approved: 450, inPayouts: 0, paid: 0 },
    { currency: 'JPY', pending: 0, approved: 70, inPayouts: 0, paid: 0 },
  ]);
  const { payoutId } = await payOut(app, link);
  const yen = { currency: 'JPY', pending: 0, approved: 70, inPayouts: 0, paid: 0 };
  expect(await balancesOf(app, link)).toEqual([
    { currency: 'EUR', pending: 300, approved: 0, inPayouts: 450, paid: 0 },
    yen,
  ]);
  await markPaid(app, link.key, payoutId);
  const body = { type: 'DEDUCTION', amount: 50, reason: 'x' } as const;
  await app.api.expect('adjustCommission', 200, { as: link.key, path: { commissionId }, body });
  expect(await balancesOf(app, link)).toEqual([
    { currency: 'EUR', pending: 300, approved: -50, inPayouts: 0, paid: 450 },
    yen,
  ]);
});

it("another merchant's, the other mode's, a malformed and an unknown affiliate is 404", async () => {
  const merchant = await app.make.merchant();
  const { affiliateId } = await app.make.link(merchant.test);
  const stranger = await app.make.merchant();
  for (const [as, id] of [
    [stranger.test, affiliateId],
    [merchant.live, affiliateId],
    [merchant.test, 'nonsense'],
    [merchant.test, 'aff_01m1kt8ebremxv7sqjtdnxdx18'],
  ] as const) {
    const reply = await app.api.expect('getAffiliateBalances', 404, { as, path: { affiliateId: id } });
    expect(reply.body.error).toEqual(notFoundError('UNKNOWN_AFFILIATE', 'affiliateId'));
  }
});

// getPayout: one payout, for whom it belongs to.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { earnApproved } from '../../support/commissions.js';
import { payOut } from '../../support/payouts.js';
import { notFoundError } from '../../support/failures.js';

let app: SharedApp;

beforeAll(async () => {
  app = await sharedApp();
});

it('shows the payout as it was created', async () => {
  const link = await app.make.link((await app.make.merchant()).test);
  await earnApproved(app, link, 300);
  const { replayed, ...payout } = await payOut(app, link, { payoutKey: 'november' });
  expect(replayed).toBe(false);
  const path = { payoutId: payout.payoutId };
  expect((await app.api.expect('getPayout', 200, { as: link.key, path })).body.data).toEqual(payout);
});

it("another merchant's, the other mode's, a malformed and an unknown id are one and the same 404", async () => {
  const merchant = await app.make.merchant();
  const link = await app.make.link(merchant.test);
  const { commissionId } = await earnApproved(app, link);
  const { payoutId } = await payOut(app, link);
  const stranger = await app.make.merchant();
  for (const [as, id] of [
    [stranger.test, payoutId],
    [merchant.live, payoutId],
    [merchant.test, commissionId],
    [merchant.test, 'nonsense'],
    [merchant.test, 'pay_01m9h2c4nqe8wrv5t3k7x1d6zb'],
  ] as const) {
    for (const operation of ['getPayout', 'listPayoutItems'] as const) {
      const { error } = (await app.api.expect(operation, 404, { as, path: { payoutId: id } })).body;
      expect(error).toEqual(notFoundError('UNKNOWN_PAYOUT', 'payoutId'));
    }
  }
});

// getCommission: one commission with the whole ledger that its balance is the sum of.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { commissionOf, earn } from '../../support/commissions.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { notFoundError } from '../../support/failures.js';

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
});

it('shows what the order earned, as the first entry of its ledger', async () => {
  const { commissionId, conversionId, externalId } = await earn(app, link, 499);
  const commission = await commissionOf(app, merchant.test, commissionId);
  expect(commission).toEqual({
    commissionId,
    conversionId,
    externalId,
    affiliateId: link.affiliateId,
    campaignId: link.campaignId,
    amount: 499,
    balance: 499,
    settledAmount: 0,
    currency: 'EUR',
    status: 'PENDING',
    payoutId: null,
    createdAt: expect.any(String) as string,
    ledger: [
      {
        type: 'EARNED',
        amount: 499,
        reason: null,
        adjustmentId: null,
        refundId: null,
        createdAt: commission.createdAt,
      },
    ],
  });
});

it('shows a commission of 0, whose ledger begins with an entry of 0', async () => {
  const { data } = (
    await app.api.expect('recordPostback', 201, {
      as: merchant.test,
      body: app.make.order({ affiliateCode: link.code, conversionType: 'LEAD', amount: 0, currency: 'JPY' }),
    })
  ).body;
  const commission = await commissionOf(app, merchant.test, data.commissionId as string);
  expect(commission).toMatchObject({ amount: 0, balance: 0, currency: 'JPY' });
  expect(commission.ledger.map(({ type, amount }) => [type, amount])).toEqual([['EARNED', 0]]);
});

it("another merchant's, the other mode's, a malformed and an unknown id are one and the same 404", async () => {
  const { commissionId, conversionId } = await earn(app, link);
  const stranger = await app.make.merchant();
  for (const [as, id] of [
    [stranger.test, commissionId],
    [merchant.live, commissionId],
    [merchant.test, conversionId],
    [merchant.test, 'nonsense'],
    [merchant.test, 'cmm_01m7w78fvceys9vdr954b8kvm0'],
  ] as const) {
    const path = { commissionId: id };
    const { error } = (await app.api.expect('getCommission', 404, { as, path })).body;
    expect(error).toEqual(notFoundError('UNKNOWN_COMMISSION', 'commissionId'));
  }
});

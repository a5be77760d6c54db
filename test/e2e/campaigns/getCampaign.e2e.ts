// getCampaign: one campaign, to who may see it.
import { sharedApp, type SharedApp } from '../../support/app.js';
import type { TestMerchant } from '../../support/makers.js';
import { notFoundError } from '../../support/failures.js';

let app: SharedApp;
let merchant: TestMerchant;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
});

it('is the campaign as it is now', async () => {
  const made = await app.make.campaign(merchant.test);
  const path = { campaignId: made.campaignId };
  expect((await app.api.expect('getCampaign', 200, { as: merchant.test, path })).body.data).toEqual(made);
  await app.make.affiliate(merchant.test, made.campaignId);
  const { data } = (await app.api.expect('getCampaign', 200, { as: merchant.test, path })).body;
  expect(data).toEqual({ ...made, termsFrozen: true });
});

it("another merchant's, the other mode's, a malformed and an unknown id are one and the same 404", async () => {
  const { campaignId } = await app.make.campaign(merchant.test);
  const { affiliateId } = await app.make.affiliate(merchant.test, campaignId);
  const stranger = await app.make.merchant();
  const attempts = [
    [stranger.test, campaignId],
    [stranger.live, campaignId],
    [merchant.live, campaignId],
    [merchant.test, 'cmp_01m1dzpw00e67v766vvtayqg9r'],
    [merchant.test, affiliateId],
    [merchant.test, campaignId.replace('cmp_', 'aff_')],
    [merchant.test, campaignId.toUpperCase()],
    [merchant.test, `${campaignId} `],
    [merchant.test, `${campaignId}\u0000`],
    [merchant.test, "' or 1=1 --"],
    [merchant.test, 'x'.repeat(2000)],
  ] as const;
  const errors = [];
  for (const [as, id] of attempts) {
    errors.push((await app.api.expect('getCampaign', 404, { as, path: { campaignId: id } })).body.error);
  }
  for (const error of errors) expect(error).toEqual(notFoundError('UNKNOWN_CAMPAIGN', 'campaignId'));
});

it('leaves an unknown query alone', async () => {
  const { campaignId } = await app.make.campaign(merchant.test);
  await app.api.expect('getCampaign', 200, {
    as: merchant.test,
    path: { campaignId },
    query: 'fields=name&fields=x',
  });
});

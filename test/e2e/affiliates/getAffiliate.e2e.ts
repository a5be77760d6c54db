// getAffiliate: one affiliate, to who may see it.
import { sharedApp, type SharedApp } from '../../support/app.js';
import type { TestMerchant } from '../../support/makers.js';
import { notFoundError } from '../../support/failures.js';

let app: SharedApp;
let merchant: TestMerchant;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
});

it('is the affiliate as it was created', async () => {
  const { campaignId } = await app.make.campaign(merchant.test);
  const body = { email: 'mila@example.com', firstName: 'Mila', campaignId };
  const made = (await app.api.expect('createAffiliate', 201, { as: merchant.test, body })).body.data;
  const path = { affiliateId: made.affiliateId };
  expect(
    (await app.api.expect('getAffiliate', 200, { as: merchant.test, path, query: 'x=1' })).body.data,
  ).toEqual(made);
});

it("another merchant's, the other mode's, a malformed and an unknown id are one and the same 404", async () => {
  const { affiliateId, campaignId } = await app.make.link(merchant.test);
  const stranger = await app.make.merchant();
  for (const [as, id] of [
    [stranger.test, affiliateId],
    [stranger.live, affiliateId],
    [merchant.live, affiliateId],
    [merchant.test, 'aff_01m1kt8ebremxv7sqjtdnxdx18'],
    [merchant.test, campaignId],
    [merchant.test, affiliateId.slice(0, -1)],
    [merchant.test, `${affiliateId}\u0000`],
    [merchant.test, 'mila@example.com'],
  ] as const) {
    const { error } = (await app.api.expect('getAffiliate', 404, { as, path: { affiliateId: id } })).body;
    expect(error).toEqual(notFoundError('UNKNOWN_AFFILIATE', 'affiliateId'));
  }
});

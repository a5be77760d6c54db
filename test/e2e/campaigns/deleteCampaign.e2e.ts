// deleteCampaign: archived, for good, and nothing is erased.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { unique, type TestMerchant } from '../../support/makers.js';
import { difference, notFoundError } from '../../support/failures.js';

let app: SharedApp;
let merchant: TestMerchant;
let key: string;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  key = merchant.test;
});

async function archive(campaignId: string) {
  return (await app.api.expect('deleteCampaign', 200, { as: key, path: { campaignId } })).body.data;
}

async function get(campaignId: string) {
  return (await app.api.expect('getCampaign', 200, { as: key, path: { campaignId } })).body.data;
}

it.each(['DRAFT', 'ACTIVE', 'PAUSED'] as const)('archives a campaign that is %s', async (status) => {
  const made = await app.make.campaign(key, { status });
  const archived = await archive(made.campaignId);
  expect(archived).toEqual({ ...made, status: 'ARCHIVED', updatedAt: expect.any(String) as string });
  expect(Date.parse(archived.updatedAt)).toBeGreaterThan(Date.parse(made.updatedAt));
  expect(await get(made.campaignId)).toEqual(archived);
});

it('may be repeated: the same campaign both times, and after an update to ARCHIVED', async () => {
  const { campaignId } = await app.make.link(key);
  const once = await archive(campaignId);
  expect(await archive(campaignId)).toEqual(once);
  const other = await app.make.campaign(key);
  const path = { campaignId: other.campaignId };
  const body = { status: 'ARCHIVED' } as const;
  const updated = (await app.api.expect('updateCampaign', 200, { as: key, path, body })).body.data;
  expect(await archive(other.campaignId)).toEqual(updated);
});

it('ten calls at once archive it once', async () => {
  const { campaignId } = await app.make.campaign(key);
  const archived = await Promise.all(Array.from({ length: 10 }, () => archive(campaignId)));
  for (const each of archived) expect(each).toEqual(archived[0]);
});

it('while an affiliate joins: either the join comes first, or it is refused', async () => {
  for (let round = 0; round < 5; round++) {
    const { campaignId } = await app.make.campaign(key);
    const body = { email: `late-${unique()}@example.com`, campaignId };
    const [joined, archived] = await Promise.all([
      app.api.call('createAffiliate', { as: key, body }),
      archive(campaignId),
    ]);
    expect([201, 409]).toContain(joined.status);
    expect(archived.termsFrozen).toBe(joined.status === 201);
    expect(await get(campaignId)).toEqual(archived);
  }
});

it('is final: nothing makes it active again', async () => {
  const { campaignId } = await app.make.campaign(key);
  const archived = await archive(campaignId);
  for (const status of ['DRAFT', 'ACTIVE', 'PAUSED'] as const) {
    const reply = await app.api.expect('updateCampaign', 409, {
      as: key,
      path: { campaignId },
      body: { status },
    });
    expect(reply.body.error.details).toEqual([difference('status', status, 'ARCHIVED')]);
  }
  expect(await get(campaignId)).toEqual(archived);
});

it('erases nothing: it is still listed, and its conversions and commissions stay', async () => {
  const link = await app.make.link(key);
  const body = app.make.order({ affiliateCode: link.code });
  const order = (await app.api.expect('recordPostback', 201, { as: key, body })).body.data;
  await archive(link.campaignId);
  const listed = await app.api.expect('listCampaigns', 200, { as: key, query: { status: 'ARCHIVED' } });
  expect(listed.body.data.map(({ campaignId }) => campaignId)).toContain(link.campaignId);
  const path = { conversionId: order.conversionId as string };
  const kept = (await app.api.expect('getConversion', 200, { as: key, path })).body.data;
  expect(kept).toMatchObject({ status: 'ATTRIBUTED', campaignId: link.campaignId, commissionAmount: 499 });
});

it("another merchant's or the other mode's campaign is 404 like one that never existed, and stays as it is", async () => {
  const made = await app.make.campaign(key);
  const stranger = await app.make.merchant();
  for (const [as, campaignId] of [
    [stranger.test, made.campaignId],
    [merchant.live, made.campaignId],
    [key, 'cmp_01m1dzpw00e67v766vvtayqg9r'],
    [key, made.campaignId.toUpperCase()],
    [key, 'nonsense'],
  ] as const) {
    const { error } = (await app.api.expect('deleteCampaign', 404, { as, path: { campaignId } })).body;
    expect(error).toEqual(notFoundError('UNKNOWN_CAMPAIGN', 'campaignId'));
  }
  expect(await get(made.campaignId)).toEqual(made);
});

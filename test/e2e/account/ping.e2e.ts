// ping: whose key is this?
import { sharedApp, type SharedApp } from '../../support/app.js';
import type { TestMerchant } from '../../support/makers.js';
import { send } from '../../support/call.js';

let app: SharedApp;
let merchant: TestMerchant;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant('Kaffee Größenwahn 日本 🚀');
});

it("names the merchant as a text, with no Stripe connected, as RefCampaign's clients expect", async () => {
  const { body } = await app.api.expect('ping', 200, { as: merchant.live });
  expect(body.data).toEqual({
    valid: true,
    merchant: 'Kaffee Größenwahn 日本 🚀',
    activeCampaigns: 0,
    stripe: { connected: false, mode: 'unknown' },
  });
});

it("counts the active campaigns of the key's own mode and merchant", async () => {
  const activeOf = async (as: string): Promise<number> =>
    (await app.api.expect('ping', 200, { as })).body.data.activeCampaigns;
  const { campaignId } = await app.make.campaign(merchant.test);
  await app.make.campaign(merchant.test);
  for (const status of ['DRAFT', 'PAUSED'] as const) await app.make.campaign(merchant.test, { status });
  const other = await app.make.merchant();
  expect(await activeOf(merchant.test)).toBe(2);
  expect(await activeOf(merchant.live)).toBe(0);
  expect(await activeOf(other.test)).toBe(0);
  const path = { campaignId };
  await app.api.expect('updateCampaign', 200, { as: merchant.test, path, body: { status: 'ARCHIVED' } });
  expect(await activeOf(merchant.test)).toBe(1);
});

it('leaves an unknown query alone', async () => {
  await app.api.expect('ping', 200, { as: merchant.test, query: 'sdk=1.2.3' });
});

it('knows the key from its header alone', async () => {
  const url = new URL(`/api/v1/ping?key=${merchant.test}&access_token=${merchant.test}`, app.api.baseUrl);
  const reply = await send(url, {
    method: 'GET',
    headers: { 'x-api-key': merchant.test, cookie: `key=${merchant.test}` },
  });
  expect(reply.status).toBe(401);
});

// getPublicCampaign and its preflight: what everybody may know of a campaign, and nothing else.
import { fromPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { expectForAnyPage } from '../tracking/visits.js';
import { notFoundError } from '../../support/failures.js';

let app: SharedApp;

beforeAll(async () => {
  app = await sharedApp();
});

async function expectNone(campaignId: string): Promise<void> {
  const reply = await app.api.expect('getPublicCampaign', 404, { path: { campaignId } });
  expect(reply.body.error).toEqual(notFoundError('UNKNOWN_CAMPAIGN', 'campaignId'));
  expectForAnyPage(reply.headers);
}

const tiers = [{ threshold: 1_000_000, commissionRate: 12.5 }];

it('shows what an affiliate needs to know, to anybody and to any page, and nothing private', async () => {
  const merchant = await app.make.merchant('Acme Shop');
  const made = await app.make.campaign(merchant.live, {
    tiers,
    commissionRecurring: true,
    recurringMonthsLimit: 6,
  });
  const { headers, body } = await app.api.expect('getPublicCampaign', 200, {
    path: { campaignId: made.campaignId },
  });
  expect(body.data).toEqual({
    campaignId: made.campaignId,
    name: made.name,
    merchantName: 'Acme Shop',
    status: 'ACTIVE',
    landingUrl: made.landingUrl,
    commissionType: 'PERCENTAGE',
    commissionRate: 10,
    tiers,
    currency: 'EUR',
    commissionRecurring: true,
    recurringMonthsLimit: 6,
    attributionWindowDays: 90,
  });
  expectForAnyPage(headers);
});

it('is the same with a key, whosever it is, and with one that is none', async () => {
  const [merchant, stranger] = [await app.make.merchant(), await app.make.merchant()];
  const { campaignId } = await app.make.campaign(merchant.test);
  const path = { campaignId };
  const { data } = (await app.api.expect('getPublicCampaign', 200, { path })).body;
  for (const as of [merchant.test, merchant.live, stranger.live, 'nonsense']) {
    expect((await app.api.expect('getPublicCampaign', 200, { as, path })).body.data).toEqual(data);
  }
});

it('is as the campaign is now', async () => {
  const { test } = await app.make.merchant();
  const { campaignId } = await app.make.campaign(test);
  const path = { campaignId };
  const body = { name: 'Renamed', status: 'PAUSED', landingUrl: 'https://shop.example.com/new' } as const;
  await app.api.expect('updateCampaign', 200, { as: test, path, body });
  expect((await app.api.expect('getPublicCampaign', 200, { path })).body.data).toMatchObject(body);
});

it('drafts, archived and unknown campaigns, and ids that cannot exist, are one and the same 404', async () => {
  const { test } = await app.make.merchant();
  const draft = await app.make.campaign(test, { status: 'DRAFT' });
  const archived = await app.make.campaign(test);
  await app.api.expect('deleteCampaign', 200, { as: test, path: { campaignId: archived.campaignId } });
  const { affiliateId } = await app.make.link(test);
  for (const id of [
    draft.campaignId,
    archived.campaignId,
    'cmp_01m1dzpw00e67v766vvtayqg9r',
    affiliateId,
    draft.campaignId.toUpperCase(),
    'nonsense',
    'cmp_\u0000',
    'x'.repeat(2000),
  ]) {
    await expectNone(id);
  }
});

it('a locked merchant’s campaigns are hidden until it is unlocked', async () => {
  const merchant = await app.make.merchant();
  const { campaignId } = await app.make.campaign(merchant.live);
  const set = (lockedAt: Date | null) =>
    app.rows.query('update merchants set locked_at = $2, changed_at = now() where id = $1', [
      merchant.id,
      lockedAt,
    ]);
  await set(new Date());
  await expectNone(campaignId);
  await set(null);
  await app.api.expect('getPublicCampaign', 200, { path: { campaignId } });
});

it('a campaign is in the directory from its first moment, once; an entry without a campaign means not found', async () => {
  const merchant = await app.make.merchant();
  const { campaignId } = await app.make.campaign(merchant.test);
  const id = fromPublicId('cmp', campaignId);
  const entries = await app.rows.query(
    'select merchant_id, mode from campaign_directory where campaign_id = $1',
    [id],
  );
  expect(entries).toEqual([{ merchant_id: merchant.id, mode: 'test' }]);
  await app.rows.query('delete from campaigns where id = $1', [id]);
  await expectNone(campaignId);
});

it('ignores an unknown query', async () => {
  const { test } = await app.make.merchant();
  const { campaignId } = await app.make.campaign(test);
  await app.api.expect('getPublicCampaign', 200, {
    path: { campaignId },
    query: 'utm_source=x&utm_source=y',
  });
});

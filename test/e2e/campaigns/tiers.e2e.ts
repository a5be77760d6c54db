// Tiers of a campaign: said, changed, frozen. What they pay is tested with the postback.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { difference } from '../../support/failures.js';

let app: SharedApp;
let key: string;

beforeAll(async () => {
  app = await sharedApp();
  key = (await app.make.merchant()).test;
});

const tiers = [
  { threshold: 1_000_000, commissionRate: 12 },
  { threshold: 5_000_000, commissionRate: 15.25 },
];
const least = {
  name: 'Partners',
  landingUrl: 'https://shop.example.com/',
  commissionType: 'PERCENTAGE',
  commissionRate: 10,
};

type Body = NonNullable<Parameters<typeof app.api.expect<'updateCampaign', 200>>[2]>['body'];

async function get(campaignId: string) {
  return (await app.api.expect('getCampaign', 200, { as: key, path: { campaignId } })).body.data;
}

async function update(campaignId: string, body: Body) {
  return (await app.api.expect('updateCampaign', 200, { as: key, path: { campaignId }, body })).body.data;
}

/** Where an update is refused with 422; and nothing was changed. */
async function refusedAt(campaignId: string, body: object): Promise<string[]> {
  const before = await get(campaignId);
  const input = { as: key, path: { campaignId }, body: invalid(body) };
  const { error } = (await app.api.expect('updateCampaign', 422, input)).body;
  expect(await get(campaignId)).toEqual(before);
  return error.details.map(({ path }) => path.join('.'));
}

it('are null unless sent, and come back as they were sent', async () => {
  expect((await app.make.campaign(key)).tiers).toBeNull();
  expect((await app.make.campaign(key, { tiers: null })).tiers).toBeNull();
  const made = await app.make.campaign(key, { tiers });
  expect(made.tiers).toEqual(tiers);
  expect(await get(made.campaignId)).toEqual(made);
  const listed = await app.api.expect('listCampaigns', 200, { as: key, query: { limit: 1 } });
  expect(listed.body.data).toEqual([made]);
});

it('may be ten, from the smallest threshold to the largest, with every percent above the base', async () => {
  const ten = Array.from({ length: 10 }, (_, index) => ({
    threshold: index === 9 ? 1_000_000_000_000 : index + 1,
    commissionRate: index === 9 ? 100 : 0.02 + index / 100,
  })).map(({ threshold, commissionRate }) => ({
    threshold,
    commissionRate: Number(commissionRate.toFixed(2)),
  }));
  expect((await app.make.campaign(key, { commissionRate: 0.01, tiers: ten })).tiers).toEqual(ten);
});

it('lie in the row as thresholds and basis points', async () => {
  const { campaignId } = await app.make.campaign(key, { name: 'To be looked up', tiers });
  expect(campaignId).toMatch(/^cmp_/);
  const rows = await app.rows.query(`select tiers from campaigns where name = 'To be looked up'`);
  expect(rows).toEqual([
    {
      tiers: [
        { threshold: 1_000_000, rate: 1200 },
        { threshold: 5_000_000, rate: 1525 },
      ],
    },
  ]);
});

const tier = (threshold: unknown, commissionRate: unknown) => ({ threshold, commissionRate });

it.each([
  [[], 'tiers'],
  [Array.from({ length: 11 }, (_, index) => tier(index + 1, 11 + index)), 'tiers'],
  ['x', 'tiers'],
  [{ threshold: 1, commissionRate: 12 }, 'tiers'],
  [[null], 'tiers.0'],
  [[{ threshold: 1 }], 'tiers.0.commissionRate'],
  [[{ commissionRate: 12 }], 'tiers.0.threshold'],
  [[{ ...tier(1, 12), rate: 1200 }], 'tiers.0.rate'],
  [[tier(0, 12)], 'tiers.0.threshold'],
  [[tier(1.5, 12)], 'tiers.0.threshold'],
  [[tier('1', 12)], 'tiers.0.threshold'],
  [[tier(1_000_000_000_001, 12)], 'tiers.0.threshold'],
  [[tier(1, 12.345)], 'tiers.0.commissionRate'],
  [[tier(1, 100.01)], 'tiers.0.commissionRate'],
  [[tier(1, 0)], 'tiers.0.commissionRate'],
  [[tier(1, '12')], 'tiers.0.commissionRate'],
  [[tier(1, 10)], 'tiers.0.commissionRate'],
  [[tier(1, 9)], 'tiers.0.commissionRate'],
  [[tier(2, 12), tier(2, 13)], 'tiers.1.threshold'],
  [[tier(2, 12), tier(1, 13)], 'tiers.1.threshold'],
  [[tier(1, 12), tier(2, 12)], 'tiers.1.commissionRate'],
  [[tier(1, 12), tier(2, 11)], 'tiers.1.commissionRate'],
])('%j is refused with 422 at %s, once, when created and when updated', async (sent, field) => {
  const before = await app.rows.count('campaigns');
  const body = invalid({ ...least, tiers: sent });
  const { error } = (await app.api.expect('createCampaign', 422, { as: key, body })).body;
  expect(error.details.map(({ path }) => path.join('.'))).toEqual([field]);
  expect(await app.rows.count('campaigns')).toBe(before);
  const { campaignId } = await app.make.campaign(key, { commissionRate: 10 });
  expect(await refusedAt(campaignId, { tiers: sent })).toEqual([field]);
});

it('all faults of all tiers are named at once, beside those of other fields', async () => {
  const body = invalid({ ...least, name: '', tiers: [tier(0, 9), tier(5, 12.345), tier(5, 8)] });
  const { error } = (await app.api.expect('createCampaign', 422, { as: key, body })).body;
  expect(error.details.map(({ path }) => path.join('.')).sort()).toEqual([
    'name',
    'tiers.0.commissionRate',
    'tiers.0.threshold',
    'tiers.1.commissionRate',
    'tiers.2.commissionRate',
    'tiers.2.threshold',
  ]);
});

it('a FIXED campaign has none', async () => {
  const body = invalid({ ...least, commissionType: 'FIXED', commissionRate: 800, tiers });
  const { error } = (await app.api.expect('createCampaign', 422, { as: key, body })).body;
  expect(error.details).toEqual([
    { path: ['tiers'], message: 'must be null unless commissionType is PERCENTAGE' },
  ]);
  const fixed = { commissionType: 'FIXED', commissionRate: 800 } as const;
  expect((await app.make.campaign(key, { ...fixed, tiers: null })).tiers).toBeNull();
  const { campaignId } = await app.make.campaign(key, fixed);
  expect(await refusedAt(campaignId, { tiers })).toEqual(['tiers']);
});

describe('before the first affiliate joins', () => {
  it('they may be added, changed and removed; what is left out stays', async () => {
    const { campaignId } = await app.make.campaign(key);
    expect((await update(campaignId, { tiers })).tiers).toEqual(tiers);
    expect((await update(campaignId, { name: 'Other' })).tiers).toEqual(tiers);
    const [first] = tiers;
    expect((await update(campaignId, { tiers: [first!] })).tiers).toEqual([first]);
    expect((await update(campaignId, { tiers: null })).tiers).toBeNull();
  });

  it('nothing changes when they are the same: the call may be repeated', async () => {
    const { campaignId } = await app.make.campaign(key, { tiers });
    const once = await get(campaignId);
    expect(await update(campaignId, { tiers })).toEqual(once);
  });

  it('a new base rate must stay below them, and a new type must take them away', async () => {
    const { campaignId } = await app.make.campaign(key, { commissionRate: 10, tiers });
    expect(await refusedAt(campaignId, { commissionRate: 12 })).toEqual(['commissionRate']);
    expect(await refusedAt(campaignId, { commissionRate: 20, tiers })).toEqual(['tiers.0.commissionRate']);
    const fixed = { commissionType: 'FIXED', commissionRate: 800 } as const;
    expect(await refusedAt(campaignId, fixed)).toEqual(['tiers']);
    expect(await update(campaignId, { commissionRate: 11.99 })).toMatchObject({
      commissionRate: 11.99,
      tiers,
    });
    expect(await update(campaignId, { ...fixed, tiers: null })).toMatchObject({ ...fixed, tiers: null });
    expect(
      await update(campaignId, { commissionType: 'PERCENTAGE', commissionRate: 5, tiers }),
    ).toMatchObject({ commissionRate: 5, tiers });
  });
});

describe('once an affiliate has joined', () => {
  it('other tiers are 409, which names them; the same ones are accepted', async () => {
    const { campaignId } = await app.make.link(key, { tiers });
    const before = await get(campaignId);
    const others = [null, tiers.slice(1), [...tiers, tier(9_000_000, 20)], [tier(999_999, 12), tiers[1]]];
    for (const sent of others) {
      const body = invalid({ tiers: sent, name: 'Not this' });
      const { error } = (await app.api.expect('updateCampaign', 409, { as: key, path: { campaignId }, body }))
        .body;
      expect(error.message).toBe('The campaign has affiliates; its terms are frozen.');
      expect(error.details).toEqual([difference('tiers', null, null)]);
    }
    expect(await get(campaignId)).toEqual(before);
    expect(await update(campaignId, { tiers, name: 'This' })).toMatchObject({ tiers, name: 'This' });
  });

  it('none can be added', async () => {
    const { campaignId } = await app.make.link(key);
    const { error } = (
      await app.api.expect('updateCampaign', 409, { as: key, path: { campaignId }, body: { tiers } })
    ).body;
    expect(error.details).toEqual([difference('tiers', null, null)]);
  });

  it('whoever is first of a join and a change at the same moment, nobody joins for tiers that change afterwards', async () => {
    for (let round = 0; round < 5; round++) {
      const { campaignId } = await app.make.campaign(key, { tiers });
      const [, changed] = await Promise.all([
        app.make.affiliate(key, campaignId),
        app.api.call('updateCampaign', { as: key, path: { campaignId }, body: { tiers: null } }),
      ]);
      expect([200, 409]).toContain(changed.status);
      expect((await get(campaignId)).tiers).toEqual(changed.status === 200 ? null : tiers);
    }
  });
});

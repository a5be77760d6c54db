// updateCampaign: what may change, until when, and what says no.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { difference } from '../../support/failures.js';

let app: SharedApp;
let merchant: TestMerchant;
let key: string;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  key = merchant.test;
});

type Body = Parameters<typeof update>[1];

async function update(
  campaignId: string,
  body: NonNullable<Parameters<typeof app.api.expect<'updateCampaign', 200>>[2]>['body'],
) {
  return (await app.api.expect('updateCampaign', 200, { as: key, path: { campaignId }, body })).body.data;
}

async function conflict(campaignId: string, body: Body) {
  const reply = await app.api.expect('updateCampaign', 409, { as: key, path: { campaignId }, body });
  expect(reply.body.error.code).toBe('ALREADY_EXISTS');
  return reply.body.error;
}

async function get(campaignId: string) {
  return (await app.api.expect('getCampaign', 200, { as: key, path: { campaignId } })).body.data;
}

describe('before the first affiliate joins', () => {
  it('every field may change; what is left out stays', async () => {
    const { campaignId, ...made } = await app.make.campaign(key);
    const changes = {
      name: 'Another',
      landingUrl: 'https://shop.example.com/other',
      commissionType: 'FIXED',
      commissionRate: 800,
      currency: 'jpy',
      commissionRecurring: true,
      recurringMonthsLimit: 12,
      attributionWindowDays: 1,
      status: 'DRAFT',
    } as const;
    const changed = await update(campaignId, changes);
    expect(changed).toMatchObject({ ...changes, currency: 'JPY', createdAt: made.createdAt });
    expect(Date.parse(changed.updatedAt)).toBeGreaterThan(Date.parse(made.updatedAt));
    expect(await update(campaignId, { name: 'Once more' })).toMatchObject({
      ...changes,
      currency: 'JPY',
      name: 'Once more',
    });
    expect(await update(campaignId, { recurringMonthsLimit: null })).toMatchObject({
      recurringMonthsLimit: null,
    });
  });

  it('a new type must come with its rate, and a rate must fit the type that there is', async () => {
    const { campaignId } = await app.make.campaign(key, { commissionRate: 10 });
    for (const body of [
      { commissionType: 'FIXED' },
      { commissionRate: 101 },
      { commissionType: 'FIXED', commissionRate: 1.5 },
    ] as Body[]) {
      const reply = await app.api.expect('updateCampaign', 422, { as: key, path: { campaignId }, body });
      expect(reply.body.error.details.map(({ path }) => path)).toEqual([['commissionRate']]);
    }
    expect(await update(campaignId, { commissionType: 'PERCENTAGE' })).toMatchObject({ commissionRate: 10 });
    expect(await update(campaignId, { commissionType: 'FIXED', commissionRate: 101 })).toMatchObject({
      commissionRate: 101,
    });
  });
});

it('changes nothing when nothing differs: the call may be repeated', async () => {
  const { campaignId } = await app.make.campaign(key);
  const once = await update(campaignId, { name: 'Renamed', attributionWindowDays: 120 });
  expect(await update(campaignId, { name: 'Renamed', attributionWindowDays: 120 })).toEqual(once);
  expect(await update(campaignId, {})).toEqual(once);
});

describe('once an affiliate has joined', () => {
  let link: TestLink;
  beforeAll(async () => {
    link = await app.make.link(key, {
      commissionRate: 10,
      commissionRecurring: true,
      recurringMonthsLimit: 12,
    });
  });

  it.each([
    ['commissionRate', 12.5, 10],
    ['currency', 'USD', 'EUR'],
    ['commissionRecurring', false, true],
    ['recurringMonthsLimit', null, 12],
    ['recurringMonthsLimit', 24, 12],
  ])('%s %j is 409, which names the field and both values', async (field, yours, ours) => {
    const before = await get(link.campaignId);
    const error = await conflict(link.campaignId, { [field]: yours });
    expect(error.message).toBe('The campaign has affiliates; its terms are frozen.');
    expect(error.details).toEqual([difference(field, yours, ours)]);
    expect(await get(link.campaignId)).toEqual(before);
  });

  it('all differing terms are named at once, and nothing else of the call is done', async () => {
    const before = await get(link.campaignId);
    const { details } = await conflict(link.campaignId, {
      commissionType: 'FIXED',
      commissionRate: 500,
      name: 'Not this',
      status: 'PAUSED',
    });
    expect(details).toEqual([
      difference('commissionType', 'FIXED', 'PERCENTAGE'),
      difference('commissionRate', 500, 10),
    ]);
    expect(await get(link.campaignId)).toEqual(before);
  });

  it('the same terms are accepted, and name, URL, window and state still change', async () => {
    const body = {
      commissionType: 'PERCENTAGE',
      commissionRate: 10,
      currency: 'eur',
      commissionRecurring: true,
      recurringMonthsLimit: 12,
      name: 'Winter',
      landingUrl: 'https://shop.example.com/winter',
      attributionWindowDays: 200,
      status: 'PAUSED',
    } as const;
    expect(await update(link.campaignId, body)).toMatchObject({
      ...body,
      currency: 'EUR',
      termsFrozen: true,
    });
  });
});

it('an affiliate joining and a change of terms at the same moment: one of the two is refused, or comes first', async () => {
  for (let round = 0; round < 5; round++) {
    const { campaignId } = await app.make.campaign(key, { commissionRate: 10 });
    const [joined, changed] = await Promise.all([
      app.make.affiliate(key, campaignId),
      app.api.call('updateCampaign', { as: key, path: { campaignId }, body: { commissionRate: 20 } }),
    ]);
    expect(joined.code).toBeTruthy();
    expect([200, 409]).toContain(changed.status);
    expect((await get(campaignId)).commissionRate).toBe(changed.status === 200 ? 20 : 10);
  }
});

describe('the state', () => {
  it('moves between DRAFT, ACTIVE and PAUSED in any order before the first affiliate', async () => {
    const { campaignId } = await app.make.campaign(key, { status: 'DRAFT' });
    for (const status of ['ACTIVE', 'PAUSED', 'DRAFT', 'PAUSED', 'ACTIVE', 'DRAFT', 'ACTIVE'] as const) {
      expect((await update(campaignId, { status })).status).toBe(status);
    }
  });

  it('ARCHIVED is final: any change is 409, archiving again is 200', async () => {
    const { campaignId } = await app.make.campaign(key, { name: 'Old' });
    const archived = await update(campaignId, { status: 'ARCHIVED' });
    for (const body of [
      { status: 'ACTIVE' },
      { status: 'PAUSED' },
      { name: 'New' },
      { attributionWindowDays: 1 },
    ] as Body[]) {
      const error = await conflict(campaignId, body);
      expect(error.message).toBe('The campaign is archived and cannot be changed any more.');
      expect(error.details).toHaveLength(1);
    }
    expect((await conflict(campaignId, { status: 'ACTIVE' })).details).toEqual([
      difference('status', 'ACTIVE', 'ARCHIVED'),
    ]);
    expect(await update(campaignId, { status: 'ARCHIVED' })).toEqual(archived);
    expect(await update(campaignId, { name: 'Old' })).toEqual(archived);
  });
});

it.each([
  ['name', ''],
  ['name', null],
  ['landingUrl', 'http://shop.example.com/'],
  ['commissionType', null],
  ['currency', 'XXXX'],
  ['attributionWindowDays', 401],
  ['recurringMonthsLimit', 0],
  ['status', 'DELETED'],
  ['campaignId', 'cmp_01m1dzpw00e67v766vvtayqg9r'],
  ['termsFrozen', false],
  ['createdAt', '2026-01-01T00:00:00Z'],
])('refuses %s %j with 422 and changes nothing', async (field, value) => {
  const made = await app.make.campaign(key);
  const body = invalid({ name: 'Not this', [field]: value });
  const reply = await app.api.expect('updateCampaign', 422, {
    as: key,
    path: { campaignId: made.campaignId },
    body,
  });
  expect(reply.body.error.details.map(({ path }) => path)).toContainEqual([field]);
  expect(await get(made.campaignId)).toEqual(made);
});

it("another merchant's or the other mode's campaign is 404 like one that never existed, and stays as it is", async () => {
  const made = await app.make.campaign(key);
  const stranger = await app.make.merchant();
  const errors = [];
  for (const [as, campaignId] of [
    [stranger.test, made.campaignId],
    [merchant.live, made.campaignId],
    [key, 'cmp_01m1dzpw00e67v766vvtayqg9r'],
    [key, 'nonsense'],
  ] as const) {
    const reply = await app.api.expect('updateCampaign', 404, {
      as,
      path: { campaignId },
      body: { name: 'Mine' },
    });
    errors.push(reply.body.error);
  }
  for (const error of errors) expect(error).toEqual(errors[0]);
  expect(await get(made.campaignId)).toEqual(made);
});

it('concerns later visits at once: the link leads to the new landing page', async () => {
  const link = await app.make.link(key);
  await app.api.expect('followLink', 302, { path: { code: link.code } });
  await update(link.campaignId, { landingUrl: 'https://shop.example.com/new' });
  const { headers } = await app.api.expect('followLink', 302, { path: { code: link.code } });
  expect(headers.location).toMatch(/^https:\/\/shop\.example\.com\/new\?rcsid=/);
});

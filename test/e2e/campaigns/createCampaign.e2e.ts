// createCampaign: what a campaign may be, and what it is when little is said.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import { unique } from '../../support/makers.js';

let app: SharedApp;
let key: string;

beforeAll(async () => {
  app = await sharedApp();
  key = (await app.make.merchant()).test;
});

const least = {
  name: 'Autumn launch',
  landingUrl: 'https://shop.example.com/autumn',
  commissionType: 'PERCENTAGE',
  commissionRate: 10,
} as const;

/** Refused with 422 at exactly these fields, and no row. */
async function expectRefused(fields: object, ...names: string[]): Promise<string[]> {
  const before = await app.rows.count('campaigns');
  const { body } = await app.api.expect('createCampaign', 422, {
    as: key,
    body: invalid({ ...least, ...fields }),
  });
  expect([...new Set(body.error.details.map(({ path }) => path.join('.')))]).toEqual(names);
  expect(await app.rows.count('campaigns')).toBe(before);
  return body.error.details.map(({ message }) => message);
}

it('fills in the defaults: active, EUR, first purchase only, 90 days', async () => {
  const { body } = await app.api.expect('createCampaign', 201, { as: key, body: least });
  const { campaignId, createdAt, updatedAt, ...rest } = body.data;
  expect(campaignId).toMatch(/^cmp_[0-9a-z]{26}$/);
  expect(updatedAt).toBe(createdAt);
  expect(rest).toEqual({
    ...least,
    status: 'ACTIVE',
    tiers: null,
    currency: 'EUR',
    commissionRecurring: false,
    recurringMonthsLimit: null,
    attributionWindowDays: 90,
    termsFrozen: false,
  });
});

it('keeps every field as it was sent, and is durable', async () => {
  const sent = {
    name: '日本 🚀 "quoted"',
    landingUrl: 'http://localhost:8080/a?b=c#d',
    commissionType: 'FIXED',
    commissionRate: 1_000_000_000_000,
    currency: 'KWD',
    commissionRecurring: true,
    recurringMonthsLimit: 1200,
    attributionWindowDays: 400,
    status: 'DRAFT',
  } as const;
  const { body } = await app.api.expect('createCampaign', 201, { as: key, body: sent });
  expect(body.data).toMatchObject(sent);
  const path = { campaignId: body.data.campaignId };
  expect((await app.api.expect('getCampaign', 200, { as: key, path })).body.data).toEqual(body.data);
});

it('is not idempotent: the same again is a second campaign', async () => {
  const [one, two] = [await app.make.campaign(key, least), await app.make.campaign(key, least)];
  expect(two.campaignId).not.toBe(one.campaignId);
});

describe('the rate', () => {
  it.each([0.01, 0.07, 7.25, 8.29, 33.33, 99.99, 100])('of PERCENTAGE may be %d', async (commissionRate) => {
    expect((await app.make.campaign(key, { commissionRate })).commissionRate).toBe(commissionRate);
  });

  it.each([0, 0.001, 0.005, 7.255, 10.001, 100.01, 101, 1e-9])(
    'of PERCENTAGE may not be %d',
    async (commissionRate) => {
      const [message] = await expectRefused({ commissionRate }, 'commissionRate');
      expect(message).toBe('must be a percent from 0.01 to 100 with at most two decimals');
    },
  );

  it.each([0, 1, 800, 1_000_000_000_000])('of FIXED may be %d minor units', async (commissionRate) => {
    const { commissionRate: kept } = await app.make.campaign(key, {
      commissionType: 'FIXED',
      commissionRate,
    });
    expect(kept).toBe(commissionRate);
  });

  it.each([0.5, 7.25, 1e-7])('of FIXED may not be %d', async (commissionRate) => {
    await expectRefused({ commissionType: 'FIXED', commissionRate }, 'commissionRate');
  });

  it.each([-1, 1_000_000_000_001, 1e300, '10', null, true, [10]])(
    'may be %j of neither',
    async (commissionRate) => {
      for (const commissionType of ['PERCENTAGE', 'FIXED']) {
        await expectRefused({ commissionType, commissionRate }, 'commissionRate');
      }
    },
  );
});

describe('the landing URL', () => {
  it.each([
    'https://shop.example.com',
    'https://shop.example.com:8443/a/b?c=d&e=%20#f',
    'http://localhost:3000/',
    'http://127.0.0.1/',
    'http://[::1]:8080/',
    'http://shop.localhost/',
    'https://läden.example/größe',
  ])('may be %s', async (landingUrl) => {
    expect((await app.make.campaign(key, { landingUrl })).landingUrl).toBe(landingUrl);
  });

  it.each([
    'http://shop.example.com/',
    'http://localhost.example.com/',
    'http://10.0.0.1/',
    'ftp://shop.example.com/',
    'javascript:alert(1)',
    'data:text/html,x',
    '//shop.example.com/',
    '/relative',
    'shop.example.com',
    'https://user:secret@shop.example.com/',
    'https:shop.example.com',
    'https:///shop.example.com',
    'https://',
    'https://shop.example.com/a b',
    'https://shop.example.com/a\r\nSet-Cookie: x=1',
    ' https://shop.example.com/',
    `https://shop.example.com/${'x'.repeat(2048)}`,
    '',
    null,
    17,
  ])('may not be %j', async (landingUrl) => {
    await expectRefused({ landingUrl }, 'landingUrl');
  });
});

it.each([
  ['name', ''],
  ['name', 'x'.repeat(101)],
  ['name', null],
  ['commissionType', 'percentage'],
  ['commissionType', 'TIERED'],
  ['currency', 'EURO'],
  ['currency', 'ZZZ'],
  ['currency', 'DEM'],
  ['currency', null],
  ['commissionRecurring', 'true'],
  ['commissionRecurring', null],
  ['recurringMonthsLimit', 0],
  ['recurringMonthsLimit', 1201],
  ['recurringMonthsLimit', 1.5],
  ['attributionWindowDays', 0],
  ['attributionWindowDays', 401],
  ['attributionWindowDays', 30.5],
  ['attributionWindowDays', null],
  ['status', 'ARCHIVED'],
  ['status', 'active'],
])('%s may not be %j', async (field, value) => {
  await expectRefused({ [field]: value }, field);
});

it('takes a currency in either case and a name of 100 characters, counted as people count', async () => {
  const name = '🚀'.repeat(100);
  const made = await app.make.campaign(key, { name, currency: 'jpy' });
  expect([made.name, made.currency]).toEqual([name, 'JPY']);
  await expectRefused({ name: `${name}x` }, 'name');
});

it.each(['name', 'landingUrl', 'commissionType', 'commissionRate'])('needs %s', async (field) => {
  const rest = Object.fromEntries(Object.entries(least).filter(([name]) => name !== field));
  const { body } = await app.api.expect('createCampaign', 422, { as: key, body: invalid(rest) });
  expect(body.error.details).toContainEqual({ path: [field], message: 'is required' });
});

it('belongs to the merchant and mode of the key', async () => {
  const merchant = await app.make.merchant();
  const { campaignId } = await app.make.campaign(merchant.live, { name: unique() });
  const rows = await app.rows.query<{ mode: string }>('select mode from campaigns where merchant_id = $1', [
    merchant.id,
  ]);
  expect(rows).toEqual([{ mode: 'live' }]);
  await app.api.expect('getCampaign', 404, { as: merchant.test, path: { campaignId } });
});

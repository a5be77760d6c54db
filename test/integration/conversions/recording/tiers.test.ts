// Tiers: an affiliate who has brought enough earns more on the orders that follow. Who was before whom is decided by one locked row.
import type { components } from '#generated/schema.js';
import { anOrder, Shop } from './shop.js';
import { unique, type TestLink } from '../../../support/makers.js';

type Body = components['schemas']['RecordPostbackBody'];

let shop: Shop;
beforeAll(async () => {
  shop = await Shop.open();
});
afterAll(() => shop.close());

/** 10 %; from 100.00 EUR on 15 %, from 200.00 EUR on 20 %. */
const tiers = [
  { threshold: 10_000, commissionRate: 15 },
  { threshold: 20_000, commissionRate: 20 },
];

const tieredLink = (commissionRecurring = true): Promise<TestLink> =>
  shop.make.link(shop.merchant.test, { commissionRecurring, tiers });

const sell = (link: TestLink, amount: number, fields: Partial<Body> = {}) =>
  shop.record({ affiliateCode: link.code, amount, ...fields });

const revenueOf = async () =>
  (
    await shop.replicas[0].rows.query<{ revenue: string }>(
      'select revenue from tier_counters order by campaign_id, affiliate_id',
    )
  ).map(({ revenue }) => Number(revenue));

describe('an order in a tiered campaign', () => {
  it('earns by what the affiliate brought before it: the one that crosses a threshold earns the old rate, on all of it', async () => {
    const link = await tieredLink();
    const earned = [];
    for (const amount of [9_999, 1, 5_000, 5_000, 1_000]) {
      const { commissionAmount, attribution } = await sell(link, amount);
      const { commissionRate, revenueBefore } = attribution.commission;
      earned.push([revenueBefore, commissionRate, commissionAmount]);
    }
    expect(earned).toEqual([
      [0, 10, 1000],
      [9_999, 10, 0],
      [10_000, 15, 750],
      [15_000, 15, 750],
      [20_000, 20, 200],
    ]);
  });

  it('says how it was computed, and keeps saying so', async () => {
    const link = await tieredLink();
    await sell(link, 10_000);
    const { conversionId, attribution } = await sell(link, 4_990);
    expect(attribution.commission).toEqual({
      result: 'EARNED',
      amount: 749,
      currency: 'EUR',
      commissionRate: 15,
      revenueBefore: 10_000,
      explanation:
        '15 % (the rate at a revenue of 10000 EUR before this order) of 4990 EUR rounds, half away from zero, to 749 EUR (minor units).',
    });
    expect(attribution.terms?.tiers).toEqual(tiers);
    await sell(link, 50_000);
    const { body } = await shop.replicas[0].api.expect('getConversion', 200, {
      as: shop.merchant.test,
      path: { conversionId: conversionId as string },
    });
    expect(body.data.attribution).toEqual(attribution);
  });

  it('in another currency earns the base rate and counts for no tier', async () => {
    const link = await tieredLink();
    await sell(link, 10_000);
    const dollars = await sell(link, 50_000, { currency: 'USD' });
    expect(dollars).toMatchObject({ commissionAmount: 5000, commissionCurrency: 'USD' });
    expect(dollars.attribution.commission).toMatchObject({ commissionRate: 10, revenueBefore: null });
    expect((await sell(link, 1_000)).attribution.commission.revenueBefore).toBe(10_000);
  });

  it('that is a test order is shown at its rate and counts for no tier, and a dry run neither', async () => {
    const link = await tieredLink();
    await sell(link, 10_000);
    const synthetic = await sell(link, 50_000, { isSynthetic: true });
    expect(synthetic.attribution.commission).toMatchObject({
      result: 'SYNTHETIC',
      commissionRate: 15,
      amount: 7500,
    });
    const { body } = await shop.replicas[0].api.expect('recordPostback', 200, {
      as: shop.merchant.test,
      query: { dryRun: true },
      body: shop.make.order({ affiliateCode: link.code, amount: 90_000 }),
    });
    expect(body.data).toMatchObject({ commissionAmount: 13_500 });
    expect((await sell(link, 1_000)).attribution.commission.revenueBefore).toBe(10_000);
  });

  it('counts for its own affiliate only', async () => {
    const link = await tieredLink();
    const other = await shop.make.affiliate(shop.merchant.test, link.campaignId);
    await sell(link, 30_000);
    expect((await sell(other, 1_000)).attribution.commission).toMatchObject({
      commissionRate: 10,
      revenueBefore: 0,
    });
  });

  it('counts once, however often it is repeated', async () => {
    const link = await tieredLink();
    const externalId = anOrder();
    const first = await sell(link, 10_000, { externalId });
    const again = await shop.record(
      { affiliateCode: link.code, amount: 10_000, externalId },
      { status: 200 },
    );
    expect(again.attribution).toEqual(first.attribution);
    expect((await sell(link, 1_000)).attribution.commission.revenueBefore).toBe(10_000);
  });

  it('that is matched later counts then', async () => {
    const link = await tieredLink();
    const externalId = anOrder();
    const sessionId = `s_${unique()}`;
    await shop.record({ sessionId, externalId, amount: 12_000 });
    await shop.click(sessionId, { link });
    await shop.matched(externalId);
    expect((await sell(link, 1_000)).attribution.commission).toMatchObject({
      commissionRate: 15,
      revenueBefore: 12_000,
    });
  });

  it('that earns nothing, since the customer was there before, counts all the same', async () => {
    const link = await tieredLink(false);
    const customerId = unique();
    await sell(link, 6_000, { customerId });
    expect((await sell(link, 6_000, { customerId })).attribution.commission.result).toBe('ALREADY_EARNED');
    expect((await sell(link, 1_000)).attribution.commission).toMatchObject({
      commissionRate: 15,
      revenueBefore: 12_000,
    });
  });
});

it('of sixty orders at once on two replicas each finds the revenue that others left, and none finds the same', async () => {
  const link = await tieredLink();
  const results = await Promise.all(
    Array.from({ length: 60 }, (_, n) =>
      shop.record({ affiliateCode: link.code, amount: 500 }, { replica: n % 2 === 0 ? 0 : 1 }),
    ),
  );
  const seen = results.map(({ attribution, commissionAmount }) => {
    const { revenueBefore, commissionRate } = attribution.commission;
    const rate = revenueBefore! >= 20_000 ? 20 : revenueBefore! >= 10_000 ? 15 : 10;
    expect([commissionRate, commissionAmount]).toEqual([rate, (500 * rate) / 100]);
    return revenueBefore!;
  });
  expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: 60 }, (_, n) => n * 500));
  expect(await revenueOf()).toContain(30_000);
  const stored = await Promise.all(
    results.map(({ conversionId }) =>
      shop.replicas[0].api.expect('getConversion', 200, {
        as: shop.merchant.test,
        path: { conversionId: conversionId as string },
      }),
    ),
  );
  expect(stored.map(({ body }) => body.data.attribution)).toEqual(
    results.map(({ attribution }) => attribution),
  );
});

it('a campaign without tiers has no counter', async () => {
  const before = (await revenueOf()).length;
  await sell(shop.link, 1_000);
  expect(await revenueOf()).toHaveLength(before);
});

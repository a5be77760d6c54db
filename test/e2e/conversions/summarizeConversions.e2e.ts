// summarizeConversions: what the conversions of a filter are worth and earned, by currency.
import { MOST_ADDED_UP } from '#conversions/recording/summarize-conversions.service.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { insertManyConversions } from '../../support/many-conversions.js';
import { readCsv } from '../../support/read-csv.js';

type Filter = Record<string, string>;

let app: SharedApp;
let key: string;

beforeAll(async () => {
  app = await sharedApp();
});

beforeEach(async () => {
  key = (await app.make.merchant()).test;
});

async function summary(query: Filter = {}) {
  return (await app.api.expect('summarizeConversions', 200, { as: key, query })).body.data;
}

async function record(fields: Parameters<typeof app.make.order>[0] = {}, as = key) {
  return (await app.api.expect('recordPostback', 201, { as, body: app.make.order(fields) })).body.data;
}

const NOTHING = {
  conversions: 0,
  attributed: 0,
  synthetic: 0,
  isComplete: true,
  countedSince: null,
  currencies: [],
};

it('of nothing is nothing, also for an id that cannot exist', async () => {
  expect(await summary()).toEqual(NOTHING);
  await record();
  expect(await summary({ affiliateId: 'aff_nobody' })).toEqual(NOTHING);
});

it('adds up each currency by itself, as amounts, refunds and balances are now', async () => {
  const link = await app.make.link(key);
  const refunded = await record({ affiliateCode: link.code, amount: 4000 });
  await record({ affiliateCode: link.code, amount: 1000, currency: 'JPY' });
  await record({ amount: 500 });
  const body = { externalId: refunded.externalId, amount: 1000, refundId: 'part' };
  await app.api.expect('refundConversion', 200, { as: key, body });
  expect(await summary()).toEqual({
    conversions: 3,
    attributed: 2,
    synthetic: 0,
    isComplete: true,
    countedSince: null,
    currencies: [
      { currency: 'EUR', conversions: 2, amount: 4500, refundedAmount: 1000, commission: 300 },
      { currency: 'JPY', conversions: 1, amount: 1000, refundedAmount: 0, commission: 100 },
    ],
  });
});

it('a FIXED commission is in the currency of its campaign, a rejected one in none', async () => {
  const link = await app.make.link(key, { commissionType: 'FIXED', commissionRate: 800, currency: 'JPY' });
  await record({ affiliateCode: link.code });
  const { commissionId } = await record({ affiliateCode: link.code });
  const body = { commissionIds: [commissionId as string], reason: 'Not a customer of ours.' };
  await app.api.expect('bulkRejectCommissions', 200, { as: key, body });
  expect((await summary()).currencies).toEqual([
    { currency: 'EUR', conversions: 2, amount: 2 * 4990, refundedAmount: 0, commission: 0 },
    { currency: 'JPY', conversions: 0, amount: 0, refundedAmount: 0, commission: 800 },
  ]);
});

it('synthetic conversions are counted apart and are in no sum', async () => {
  await record({ isSynthetic: true });
  expect(await summary()).toEqual({ ...NOTHING, synthetic: 1 });
});

it('takes the filters of the list, and adds up what the export of the same filter has', async () => {
  const links = [await app.make.link(key), await app.make.link(key)] as const;
  const day = (number: number) => new Date(Date.now() - number * 86_400_000).toISOString();
  for (const [index, days] of [30, 20, 10, 5].entries()) {
    await record({
      affiliateCode: links[index % 2]?.code ?? '',
      occurredAt: day(days),
      amount: 1000 + 37 * index,
    });
    await record({ occurredAt: day(days), amount: 100 + index });
  }
  const { externalId } = await record();
  const filters: Filter[] = [
    {},
    { externalId },
    { status: 'ATTRIBUTED' },
    { affiliateId: links[0].affiliateId },
    { campaignId: links[1].campaignId },
    { from: day(15) },
    { to: day(15) },
    { from: day(25), to: day(7), status: 'UNATTRIBUTED' },
  ];
  for (const query of filters) {
    const { text } = await app.api.expect('exportConversions', 200, { as: key, query });
    const [names = [], ...rows] = readCsv(text);
    const sum = (name: string) =>
      rows.reduce((total, row) => total + Number(row[names.indexOf(name)] || 0), 0);
    expect([query, (await summary(query)).currencies]).toEqual([
      query,
      [
        {
          currency: 'EUR',
          conversions: rows.length,
          amount: sum('amount'),
          refundedAmount: 0,
          commission: sum('commissionAmount'),
        },
      ],
    ]);
  }
});

it('nothing of the other mode and of other merchants is in it', async () => {
  const other = await app.make.merchant();
  await record({}, other.test);
  await record({}, other.live);
  expect(await summary()).toEqual(NOTHING);
});

it('of more than twenty thousand the last recorded ones are added up, and since when is told', async () => {
  const { id, test } = await app.make.merchant();
  key = test;
  await insertManyConversions(app.rows, id, 'test', MOST_ADDED_UP + 2, 0);
  const data = await summary();
  // many-1 and many-2 are the oldest: many-3 is of the third second.
  expect(data).toMatchObject({
    conversions: MOST_ADDED_UP,
    isComplete: false,
    attributed: MOST_ADDED_UP / 2,
  });
  expect(Date.parse(data.countedSince ?? '')).toBe(Date.parse('2026-01-01T00:00:03Z'));
  expect((await summary({ to: '2026-01-01T00:01:00Z' })).isComplete).toBe(true);
});

it('a period that ends before it begins is refused', async () => {
  const query = { from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' };
  const { body } = await app.api.expect('summarizeConversions', 422, { as: key, query });
  expect(body.error.details).toEqual([expect.objectContaining({ path: ['to'] })]);
});

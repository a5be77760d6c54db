// getConversionsTimeline: what a campaign brought, bucket by bucket and currency by currency.
import { fromPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { notFoundError } from '../../support/failures.js';

let app: SharedApp;
let merchant: TestMerchant;
let key: string;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  key = merchant.test;
  link = await app.make.link(key);
});

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Noon of the day before yesterday: whole days lie on both sides, all in the past. */
const noon = new Date(Math.floor(Date.now() / DAY - 2) * DAY + 12 * HOUR).getTime();
const iso = (moment: number): string => new Date(moment).toISOString();

async function timeline(of: TestLink, query: Record<string, string> = {}) {
  const input = { as: key, path: { campaignId: of.campaignId }, query };
  return (await app.api.expect('getConversionsTimeline', 200, input)).body.data;
}

async function record(of: TestLink, at: number, fields: Parameters<typeof app.make.order>[0] = {}) {
  const body = app.make.order({ affiliateCode: of.code, occurredAt: iso(at), ...fields });
  return (await app.api.expect('recordPostback', 201, { as: key, body })).body.data;
}

/** The buckets in which something is, by how-maniest: conversions, amount, refundedAmount, commission. */
function filled(series: Awaited<ReturnType<typeof timeline>>['series'], currency: string) {
  const { buckets } = series.find((each) => each.currency === currency) ?? { buckets: [] };
  const sums = buckets.map((one) => [one.conversions, one.amount, one.refundedAmount, one.commission]);
  return Object.fromEntries([...sums.entries()].filter(([, each]) => each.some((sum) => sum !== 0)));
}

it('of a campaign without orders is thirty days of zeros in its currency, up to now', async () => {
  const quiet = await app.make.link(key, { currency: 'JPY' });
  const before = Date.now();
  const data = await timeline(quiet);
  expect(Date.parse(data.to)).toBeGreaterThanOrEqual(before);
  expect(Date.parse(data.to)).toBeLessThanOrEqual(Date.now());
  expect(Date.parse(data.to) - Date.parse(data.from)).toBe(30 * DAY);
  expect([data.campaignId, data.granularity]).toEqual([quiet.campaignId, 'DAY']);
  expect(data.series.map(({ currency }) => currency)).toEqual(['JPY']);
  const [{ buckets }] = data.series as [(typeof data.series)[number]];
  expect(buckets).toHaveLength(31);
  const today = Math.floor(Date.parse(data.to) / DAY) * DAY;
  expect(buckets).toEqual(
    Array.from({ length: 31 }, (_, index) => ({
      start: iso(today - (30 - index) * DAY),
      conversions: 0,
      amount: 0,
      refundedAmount: 0,
      commission: 0,
    })),
  );
});

it('counts each order in the bucket in which it occurred, each currency by itself', async () => {
  const of = await app.make.link(key);
  await record(of, noon, { amount: 1000 });
  await record(of, noon + HOUR, { amount: 2000 });
  await record(of, noon, { amount: 500, currency: 'JPY' });
  await record(of, noon - DAY, { amount: 4000 });
  await record(of, noon - 3 * DAY, { amount: 0, conversionType: 'LEAD' });
  const midnight = noon - 12 * HOUR;
  const days = await timeline(of, { from: iso(midnight - 3 * DAY), to: iso(midnight + DAY) });
  expect(days.granularity).toBe('DAY');
  expect(days.series.map(({ currency, buckets }) => [currency, buckets.length])).toEqual([
    ['EUR', 4],
    ['JPY', 4],
  ]);
  expect(filled(days.series, 'EUR')).toEqual({ 0: [1, 0, 0, 0], 2: [1, 4000, 0, 400], 3: [2, 3000, 0, 300] });
  expect(filled(days.series, 'JPY')).toEqual({ 3: [1, 500, 0, 50] });
  const hours = await timeline(of, { from: iso(midnight), to: iso(midnight + DAY) });
  expect(hours.granularity).toBe('HOUR');
  expect(filled(hours.series, 'EUR')).toEqual({ 12: [1, 1000, 0, 100], 13: [1, 2000, 0, 200] });
});

it('the window includes its beginning and not its end, also within a bucket', async () => {
  const of = await app.make.link(key);
  for (const at of [-1, 0, 1, HOUR - 1, HOUR]) await record(of, noon + at);
  const data = await timeline(of, { from: iso(noon), to: iso(noon + HOUR) });
  expect(filled(data.series, 'EUR')).toEqual({ 0: [3, 3 * 4990, 0, 3 * 499] });
  const inner = await timeline(of, { from: iso(noon + 1), to: iso(noon + HOUR - 1) });
  expect(inner.series[0]?.buckets.map(({ start, conversions }) => [start, conversions])).toEqual([
    [iso(noon), 1],
  ]);
});

it('weeks begin on Monday and months on the first, in UTC', async () => {
  const of = await app.make.link(key);
  await record(of, noon);
  const weeks = await timeline(of, { from: iso(noon - 200 * DAY), to: iso(noon + DAY) });
  expect(weeks.granularity).toBe('WEEK');
  for (const { start } of weeks.series[0]?.buckets ?? []) {
    expect([new Date(start).getUTCDay(), start.slice(10)]).toEqual([1, 'T00:00:00.000Z']);
  }
  const months = await timeline(of, { from: iso(noon - 1000 * DAY), to: iso(noon + DAY) });
  expect(months.granularity).toBe('MONTH');
  for (const { start } of months.series[0]?.buckets ?? []) expect(start).toMatch(/-01T00:00:00\.000Z$/);
  for (const { series } of [weeks, months]) {
    expect(Object.values(filled(series, 'EUR'))).toEqual([[1, 4990, 0, 499]]);
  }
});

it('offsets in from and to are read, and answered in UTC', async () => {
  const data = await timeline(link, { from: '2026-03-01T01:00:00+01:00', to: '2026-03-02T00:00:00-01:00' });
  expect([data.from, data.to]).toEqual(['2026-03-01T00:00:00.000Z', '2026-03-02T01:00:00.000Z']);
  expect(data.series[0]?.buckets).toHaveLength(25);
});

it('counts no unattributed and no synthetic order, and none of another campaign', async () => {
  const [of, other] = [await app.make.link(key), await app.make.link(key)];
  await record(of, noon, { isSynthetic: true });
  await record(of, noon, { affiliateCode: 'no-such-code' });
  await record(other, noon);
  expect(filled((await timeline(of)).series, 'EUR')).toEqual({});
});

it('an order that earns nothing counts with its amount alone', async () => {
  const of = await app.make.link(key, { commissionRecurring: false });
  const customerId = 'one-and-the-same';
  await record(of, noon, { customerId });
  await record(of, noon, { customerId });
  expect(Object.values(filled((await timeline(of)).series, 'EUR'))).toEqual([[2, 2 * 4990, 0, 499]]);
});

it('a FIXED commission is in the currency of the campaign, the order in its own', async () => {
  const of = await app.make.link(key, { commissionType: 'FIXED', commissionRate: 800, currency: 'JPY' });
  await record(of, noon);
  const { series } = await timeline(of);
  expect(Object.values(filled(series, 'EUR'))).toEqual([[1, 4990, 0, 0]]);
  expect(Object.values(filled(series, 'JPY'))).toEqual([[0, 0, 0, 800]]);
});

it('shows refunds and balances as they are now, and leaves out rejected commissions', async () => {
  const of = await app.make.link(key);
  const [refunded, rejected] = [await record(of, noon), await record(of, noon)];
  const idOf = (publicId: string | null) => fromPublicId('cnv', publicId ?? '');
  await app.rows.query('update conversions set refunded_amount = 990 where id = $1', [
    idOf(refunded.conversionId),
  ]);
  await app.rows.query('update commissions set balance = 400 where conversion_id = $1', [
    idOf(refunded.conversionId),
  ]);
  await app.rows.query(`update commissions set status = 'REJECTED' where conversion_id = $1`, [
    idOf(rejected.conversionId),
  ]);
  expect(Object.values(filled((await timeline(of)).series, 'EUR'))).toEqual([[2, 2 * 4990, 990, 400]]);
});

it('finds orders reported as late as can be, and those that lie a little ahead', async () => {
  const of = await app.make.link(key);
  await record(of, Date.now() - 400 * DAY + HOUR);
  await record(of, Date.now() + 4 * 60_000);
  const old = await timeline(of, { from: iso(Date.now() - 400 * DAY), to: iso(Date.now() - 399 * DAY) });
  expect(Object.values(filled(old.series, 'EUR'))).toEqual([[1, 4990, 0, 499]]);
  const ahead = await timeline(of, { from: iso(Date.now()), to: iso(Date.now() + DAY) });
  expect(Object.values(filled(ahead.series, 'EUR'))).toEqual([[1, 4990, 0, 499]]);
});

it.each([
  [{ from: '2026-11-02T00:00:00Z', to: '2026-11-02T00:00:00Z' }, 'to'],
  [{ from: '2026-11-02T00:00:00Z', to: '2026-11-01T00:00:00Z' }, 'to'],
  [{ from: '9000-01-01T00:00:00Z' }, 'from'],
  [{ from: '2000-01-01T00:00:00Z', to: '2026-01-01T00:00:00Z' }, 'from'],
  [{ from: '1969-01-01T00:00:00Z', to: '1970-06-01T00:00:00Z' }, 'from'],
  [{ to: '0000-01-01T00:00:00Z' }, 'to'],
  [{ from: '2026-11-01' }, 'from'],
  [{ to: 'yesterday' }, 'to'],
  [{ granularity: 'DAY' }, 'granularity'],
])('refuses %j with 422', async (query, field) => {
  const input = { as: key, path: { campaignId: link.campaignId }, query: query as Record<string, string> };
  const { error } = (await app.api.expect('getConversionsTimeline', 422, input)).body;
  expect(error.details.map(({ path }) => path)).toEqual([[field]]);
});

it('takes the outermost windows there are', async () => {
  for (const query of [
    { to: '1970-01-01T00:00:00Z' },
    { from: '1970-01-01T00:00:00Z', to: '1970-01-01T00:00:00.001Z' },
    { from: '9998-12-30T00:00:00Z', to: '9998-12-31T23:59:59.999Z' },
  ]) {
    expect(filled((await timeline(link, query as Record<string, string>)).series, 'EUR')).toEqual({});
  }
});

it("another merchant's or the other mode's campaign is 404 like one that never existed", async () => {
  const stranger = await app.make.merchant();
  for (const [as, campaignId] of [
    [stranger.test, link.campaignId],
    [merchant.live, link.campaignId],
    [key, 'cmp_01m1dzpw00e67v766vvtayqg9r'],
    [key, 'nonsense'],
  ] as const) {
    const { error } = (await app.api.expect('getConversionsTimeline', 404, { as, path: { campaignId } }))
      .body;
    expect(error).toEqual(notFoundError('UNKNOWN_CAMPAIGN', 'campaignId'));
  }
});

it('can be asked of an archived campaign', async () => {
  const of = await app.make.link(key);
  await record(of, noon);
  await app.api.expect('deleteCampaign', 200, { as: key, path: { campaignId: of.campaignId } });
  expect(Object.values(filled((await timeline(of)).series, 'EUR'))).toEqual([[1, 4990, 0, 499]]);
});

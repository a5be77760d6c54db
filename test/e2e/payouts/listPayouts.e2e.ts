// listPayouts: newest first, filtered, in pages.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { earnApproved } from '../../support/commissions.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { markPaid, payOut } from '../../support/payouts.js';

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;
let other: TestLink;
/** Newest first. */
let ids: string[];

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
  other = await app.make.link(merchant.test);
  const made = [];
  for (const [of, currency] of [
    [link, 'EUR'],
    [link, 'JPY'],
    [other, 'EUR'],
    [link, 'EUR'],
  ] as const) {
    await earnApproved(app, of, 300, { currency });
    made.push((await payOut(app, of, { currency })).payoutId);
  }
  ids = made.reverse();
  await markPaid(app, merchant.test, ids[3] as string);
});

type Query = Record<string, string | number>;

async function list(query: Query = {}, as = merchant.test) {
  const { data, meta } = (await app.api.expect('listPayouts', 200, { as, query })).body;
  return { ids: data.map(({ payoutId }) => payoutId), data, page: meta.page };
}

it('shows each payout as getPayout does, newest first', async () => {
  const { data } = await list();
  expect(data.map(({ payoutId }) => payoutId)).toEqual(ids);
  for (const payout of data) {
    const path = { payoutId: payout.payoutId };
    expect((await app.api.expect('getPayout', 200, { as: merchant.test, path })).body.data).toEqual(payout);
  }
});

it('pages by cursor and by offset', async () => {
  const first = await list({ limit: 3 });
  expect(first.page.hasMore).toBe(true);
  const rest = await list({ limit: 3, cursor: first.page.nextCursor as string });
  expect([...first.ids, ...rest.ids]).toEqual(ids);
  expect((await list({ offset: 2 })).ids).toEqual(ids.slice(2));
});

it('filters by state, affiliate and currency; filters add up', async () => {
  const [newest, others, yen, paid] = ids;
  expect((await list({ status: 'PAID' })).ids).toEqual([paid]);
  expect((await list({ status: 'PENDING' })).ids).toEqual([newest, others, yen]);
  expect((await list({ affiliateId: other.affiliateId })).ids).toEqual([others]);
  expect((await list({ currency: 'jpy' })).ids).toEqual([yen]);
  expect((await list({ affiliateId: link.affiliateId, currency: 'EUR', status: 'PENDING' })).ids).toEqual([
    newest,
  ]);
  expect((await list({ affiliateId: 'nonsense' })).ids).toEqual([]);
});

it('never shows what belongs to another merchant or to the other mode', async () => {
  for (const as of [merchant.live, (await app.make.merchant()).test])
    expect((await list({}, as)).ids).toEqual([]);
});

it.each([
  [{ limit: 0 }, 'limit'],
  [{ status: 'APPROVED' }, 'status'],
  [{ currency: 'XXX' }, 'currency'],
  [{ cursor: 'nonsense' }, 'cursor'],
])('refuses %j with 422', async (query, field) => {
  const given = query as unknown as Query;
  const { error } = (await app.api.expect('listPayouts', 422, { as: merchant.test, query: given })).body;
  expect(error.details.map(({ path }) => path)).toEqual([[field]]);
});

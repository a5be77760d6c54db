// listPayoutItems: what a payout consists of, page by page.
import { sharedApp, type SharedApp } from '../../support/app.js';
import { earnApproved } from '../../support/commissions.js';
import type { TestLink } from '../../support/makers.js';
import { itemsOf, payOut } from '../../support/payouts.js';

let app: SharedApp;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  link = await app.make.link((await app.make.merchant()).test);
});

it('shows each commission with what was taken of it, the last earned first, in pages', async () => {
  const earned = [];
  for (let amount = 1; amount <= 5; amount++) earned.push(await earnApproved(app, link, amount * 100));
  const { payoutId, amount } = await payOut(app, link);
  const items = await itemsOf(app, link.key, payoutId);
  expect(items).toEqual(
    earned
      .map((one, at) => ({ ...one, amount: (at + 1) * 100, isCarried: false }))
      .reverse()
      .map((item) => expect.objectContaining(item) as object),
  );
  expect(items.reduce((sum, item) => sum + item.amount, 0)).toBe(amount);
  const page = async (query: Record<string, string | number>) =>
    (await app.api.expect('listPayoutItems', 200, { as: link.key, path: { payoutId }, query })).body;
  const first = await page({ limit: 2 });
  const second = await page({ limit: 3, cursor: first.meta.page.nextCursor as string });
  expect([...first.data, ...second.data]).toEqual(items);
  expect(second.meta.page).toEqual({ nextCursor: null, hasMore: false });
  expect((await page({ limit: 2, offset: 3 })).data).toEqual(items.slice(3));
});

it.each([
  [{ limit: 0 }, 'limit'],
  [{ cursor: 'nonsense' }, 'cursor'],
  [{ status: 'PAID' }, 'status'],
])('refuses %j with 422', async (query, field) => {
  const path = { payoutId: 'pay_01m9h2c4nqe8wrv5t3k7x1d6zb' };
  const given = query as unknown as Record<string, string>;
  const { error } = (await app.api.expect('listPayoutItems', 422, { as: link.key, path, query: given })).body;
  expect(error.details.map((fault) => fault.path)).toEqual([[field]]);
});

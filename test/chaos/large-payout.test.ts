// A payout of more commissions than fit into one: it is made and marked as paid in the time that a call may take.
import { newId } from '#platform/values/ids.js';
import { startApp, type TestApp } from '../support/app.js';
import { earnApproved } from '../support/commissions.js';
import type { TestLink } from '../support/makers.js';
import { balancesOf, bookkeepingFaults, markPaid, payOut } from '../support/payouts.js';

let app: TestApp;
let link: TestLink;

beforeAll(async () => {
  app = await startApp();
  link = await app.make.link((await app.make.merchant()).test);
});
afterAll(() => app.close());

/** Copies of one approved commission and its conversion, each of so many minor units. */
async function copy(externalId: string, count: number, amount = 1): Promise<void> {
  await app.rows.query(
    `with original as (select * from conversions where external_id = $1),
     made as (
       insert into conversions
       select (jsonb_populate_record(null::conversions,
         to_jsonb(o) || jsonb_build_object('id', t.id, 'external_id', t.id))).*
       from original o, unnest($2::uuid[]) as t(id) returning merchant_id, mode, id, affiliate_id, campaign_id)
     insert into commissions (merchant_id, mode, id, conversion_id, affiliate_id, campaign_id, amount, balance, currency, status, created_at)
     select merchant_id, mode, id, id, affiliate_id, campaign_id, $3, $3, 'EUR', 'APPROVED', now() from made`,
    [externalId, Array.from({ length: count }, () => newId()), amount],
  );
}

it('takes ten thousand commissions, the oldest first, and leaves the rest to the next', async () => {
  const { externalId } = await earnApproved(app, link, 1);
  await copy(externalId, 10_049);
  const startedAt = Date.now();
  const first = await payOut(app, link);
  expect(first).toMatchObject({ amount: 10_000, commissionCount: 10_000 });
  expect(await payOut(app, link)).toMatchObject({ amount: 50, commissionCount: 50 });
  expect(Date.now() - startedAt).toBeLessThan(8000);
  expect(await bookkeepingFaults(app)).toEqual([]);
  const markedAt = Date.now();
  await markPaid(app, link.key, first.payoutId);
  expect(Date.now() - markedAt).toBeLessThan(8000);
  expect(await balancesOf(app, link)).toEqual([
    { currency: 'EUR', pending: 0, approved: 0, inPayouts: 50, paid: 10_000 },
  ]);
  const [paid] = await app.rows.query<{ commissions: number; events: number; items: number }>(
    `select (select count(*)::int from commissions where status = 'PAID') as commissions,
       (select count(distinct conversion_id)::int from conversion_history where event = 'COMMISSION_PAID') as events,
       (select count(*)::int from conversion_history where event = 'COMMISSION_PAID') as items`,
  );
  expect(paid).toEqual({ commissions: 10_000, events: 10_000, items: 10_000 });
});

it('commissions that are worth nothing never keep one that is worth something from being paid, however many', async () => {
  const leads = await app.make.affiliate(link.key, link.campaignId);
  const { externalId } = await earnApproved(app, leads, 1);
  await payOut(app, leads);
  await copy(externalId, 20_000, 0);
  await copy(externalId, 1, 100);
  expect(await payOut(app, leads)).toMatchObject({ amount: 100, commissionCount: 20_001 });
  expect(await bookkeepingFaults(app)).toEqual([]);
});

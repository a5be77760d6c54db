// Payouts for tests: made, and their books checked.
import type { components } from '#generated/schema.js';
import type { SharedApp } from './app.js';
import type { TestLink } from './makers.js';

export type Payout = components['schemas']['Payout'];
export type CreatedPayout = components['schemas']['CreatedPayout'];

/** A payout of what is due to the link's affiliate. */
export async function payOut(
  app: SharedApp,
  link: TestLink,
  { currency = 'EUR', payoutKey }: { currency?: string; payoutKey?: string } = {},
): Promise<CreatedPayout> {
  const body = { affiliateId: link.affiliateId, currency, ...(payoutKey ? { payoutKey } : {}) };
  return (await app.api.expect('createPayout', 201, { as: link.key, body })).body.data;
}

export async function markPaid(app: SharedApp, as: string, payoutId: string): Promise<Payout> {
  const body = { method: 'SEPA', reference: 'RC-1' };
  return (await app.api.expect('markPayoutPaid', 200, { as, path: { payoutId }, body })).body.data;
}

export async function itemsOf(app: SharedApp, as: string, payoutId: string) {
  return (await app.api.expect('listPayoutItems', 200, { as, path: { payoutId } })).body.data;
}

export async function balancesOf(app: SharedApp, { key, affiliateId }: TestLink) {
  const reply = await app.api.expect('getAffiliateBalances', 200, { as: key, path: { affiliateId } });
  return reply.body.data.balances;
}

/** What is wrong in the books of all merchants, in words; nothing, whatever happened in whatever order. */
export async function bookkeepingFaults({ rows }: SharedApp): Promise<string[]> {
  const checks: Record<string, string> = {
    'the balance is the sum of the ledger': `
      select m.id from commissions m left join commission_entries e on e.commission_id = m.id
      group by m.merchant_id, m.mode, m.id having m.balance <> m.amount + coalesce(sum(e.amount), 0)`,
    'the settled amount is the sum of the items': `
      select m.id from commissions m left join payout_items i on i.commission_id = m.id
      group by m.merchant_id, m.mode, m.id having m.settled_amount <> coalesce(sum(i.amount), 0)`,
    'a payout is the sum of its items': `
      select p.id from payouts p left join payout_items i on i.payout_id = p.id
      group by p.merchant_id, p.mode, p.id
      having p.amount <> coalesce(sum(i.amount), 0) or p.commission_count <> count(i.commission_id)`,
    'nothing is negative that should not be': `
      select id from commissions where balance < 0 or settled_amount < 0 union all select id from payouts where amount < 1`,
    'what was rejected is in no payout': `select id from commissions where status = 'REJECTED' and payout_id is not null`,
    'items are of the affiliate and currency of their payout': `
      select p.id from payout_items i join payouts p on p.id = i.payout_id join commissions m on m.id = i.commission_id
      where p.affiliate_id <> m.affiliate_id or p.currency <> m.currency or p.merchant_id <> m.merchant_id or p.mode <> m.mode`,
    'a commission is first in the payout that it names': `
      select m.id from commissions m where m.payout_id is not null and not exists (
        select from payout_items i where i.payout_id = m.payout_id and i.commission_id = m.id)`,
  };
  const faults: string[] = [];
  for (const [promise, sql] of Object.entries(checks)) {
    for (const { id } of await rows.query<{ id: string }>(sql)) faults.push(`not so: ${promise} (${id})`);
  }
  return faults;
}

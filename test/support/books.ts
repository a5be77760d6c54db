// What is true of orders, refunds, commissions and payouts together, whatever was called in whatever order.
import type { SharedApp } from './app.js';

/** Sentences that must be true beyond the books of commissions and payouts, with the rows of which they are not. */
const rules: Record<string, string> = {
  'nothing is negative that should not be': `select r.id from refunds r join conversions c on c.id = r.conversion_id where r.amount < least(1, c.amount)
     union all select t.affiliate_id from tier_counters t where t.revenue < 0`,
  'no more is given back than was paid': `select c.id from conversions c where c.refunded_amount > c.amount or c.refunded_amount <> coalesce(
       (select sum(r.amount) from refunds r where r.conversion_id = c.id), 0)`,
  'refunds leave what the formula leaves, unless deductions had taken it': `select m.id from commissions m join conversions c on c.id = m.conversion_id
     where m.status <> 'REJECTED' and c.amount > 0 and coalesce((select sum(e.amount) from commission_entries e
         where e.commission_id = m.id and e.type = 'REFUND'), 0)
       < floor((2 * m.amount::numeric * (c.amount - c.refunded_amount) + c.amount) / (2 * c.amount)) - m.amount`,
  'currencies and affiliates never mix': `select p.id from payouts p join payout_items i on i.payout_id = p.id join commissions m on m.id = i.commission_id
     where m.currency <> p.currency or m.affiliate_id <> p.affiliate_id
     union all select m.id from commissions m join conversions c on c.id = m.conversion_id join campaigns k on k.id = c.campaign_id
     where m.currency <> case k.commission_type when 'FIXED' then k.currency else c.currency end or m.affiliate_id <> c.affiliate_id`,
  'what is paid is in a payout that was paid': `select m.id from commissions m left join payouts p on p.id = m.payout_id
     where (m.status = 'PAID') <> (p.status is not distinct from 'PAID') or (m.status = 'REJECTED' and p.id is not null)`,
  'a tiered campaign remembers its net revenue': `select t.affiliate_id from tier_counters t where t.revenue <> (
       select sum(c.amount - c.refunded_amount) from conversions c join campaigns k on k.id = c.campaign_id
       where c.affiliate_id = t.affiliate_id and c.campaign_id = t.campaign_id and c.currency = k.currency
         and not c.is_synthetic)`,
  'no refund waits whose order is there': `select k.id from kept_refunds k join conversions c on c.merchant_id = k.merchant_id and c.external_id = k.external_id`,
};

/** The sentences that are not true of all merchants' rows; none, unless something is wrong. */
export async function brokenRules({ rows }: SharedApp): Promise<string[]> {
  const checked = await Promise.all(
    Object.entries(rules).map(async ([rule, sql]) => ((await rows.query(sql)).length > 0 ? [rule] : [])),
  );
  return checked.flat();
}

// What payouts take of commissions. A commission's settled amount is always the sum of its items in all payouts.
import { Injectable } from '@nestjs/common';
import type { PageRequest } from '#platform/values/paging.js';
import { LARGEST_SUM } from '#platform/values/sums.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import type { StoredItem } from './payout.js';
import type { NewPayout } from './payouts.repository.js';

export type PaidItem = Pick<StoredItem, 'commissionId' | 'amount'>;

interface ItemRow {
  commission_id: string;
  conversion_id: string;
  external_id: string;
  amount: string;
  is_carried: boolean;
}

// Commissions and orders are looked up row by row: joined as sets, the planner may read all of a merchant's for each.
const selectItem = `
select i.commission_id, m.conversion_id, m.external_id, i.amount, m.payout_id <> i.payout_id as is_carried
from payout_items i
cross join lateral (
  select m.conversion_id, m.payout_id, (select c.external_id from conversions c
    where c.merchant_id = m.merchant_id and c.mode = m.mode and c.id = m.conversion_id) as external_id
  from commissions m where m.merchant_id = i.merchant_id and m.mode = i.mode and m.id = i.commission_id limit 1
) m
where i.merchant_id = $1 and i.mode = $2 and i.payout_id = $3`;

@Injectable()
export class PayoutItemsRepository {
  /**
   * Takes what is due, oldest first: locks the commissions in the order of their ids, and waits for whoever has one of them. Of those
   * that changed meanwhile, what is due now counts. Stops before the one with which they would add up to more than a payout can tell.
   * @returns the ids of the commissions
   */
  async take(tx: Tx, tenant: Tenant, payout: NewPayout, most: number): Promise<string[]> {
    const rows = await tx.query<{ commission_id: string }>(
      prepared(`insert into payout_items (merchant_id, mode, payout_id, commission_id, amount)
       select $1, $2, $3, id, amount from (
         select id, amount, max(sum) over (order by id) as highest from (
           select id, amount, sum(amount) over (order by id) as sum from (
             select id, balance - settled_amount as amount from commissions
             where merchant_id = $1 and mode = $2 and affiliate_id = $4 and currency = $5
               and ((status = 'APPROVED' and payout_id is null) or (payout_id is not null and balance <> settled_amount))
             order by id limit $6 for update
           ) due
         ) summed
       ) fitting where highest <= $7 returning commission_id`),
      [tenant.merchantId, tenant.mode, payout.id, payout.affiliateId, payout.currency, most, LARGEST_SUM],
    );
    return rows.map((row) => row.commission_id);
  }

  /** By commission, newest first, one row more than a page holds. */
  async list(
    queryable: Queryable,
    tenant: Tenant,
    payoutId: string,
    page: PageRequest,
  ): Promise<StoredItem[]> {
    const rows = await queryable.query<ItemRow>(
      `${selectItem} and ($4::uuid is null or i.commission_id < $4) order by i.commission_id desc limit $5 offset $6`,
      [tenant.merchantId, tenant.mode, payoutId, page.afterId, page.limit + 1, page.offset],
    );
    return rows.map(toItem);
  }

  /** The next items behind this commission, oldest first. */
  async next(
    queryable: Queryable,
    tenant: Tenant,
    payoutId: string,
    behind: string | null,
    limit: number,
  ): Promise<PaidItem[]> {
    const items = await queryable.query<{ commission_id: string; amount: string }>(
      prepared(`select commission_id, amount from payout_items
       where merchant_id = $1 and mode = $2 and payout_id = $3 and commission_id > $4 order by commission_id limit $5`),
      [tenant.merchantId, tenant.mode, payoutId, behind ?? LOWEST_UUID, limit],
    );
    return items.map((item) => ({ commissionId: item.commission_id, amount: Number(item.amount) }));
  }
}

function toItem(row: ItemRow): StoredItem {
  return {
    commissionId: row.commission_id,
    conversionId: row.conversion_id,
    externalId: row.external_id,
    amount: Number(row.amount),
    isCarried: row.is_carried,
  };
}

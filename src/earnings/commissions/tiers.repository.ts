// What affiliates have brought to tiered campaigns: one row each, which decides who was before whom.
// Why so: docs/decisions/0011-ledger-refunds-and-tiers.md
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';

/** What one order brings, or a refund takes. */
export interface Revenue extends Tenant {
  campaignId: string;
  affiliateId: string;
  /** Signed minor units of the campaign's currency. */
  amount: number;
}

@Injectable()
export class TiersRepository {
  /**
   * Adds to the counters, each locked once until the transaction ends, in the order that every transaction locks them in.
   * @returns what stood in the counter before each addition, as if they were made one after the other in the order given.
   */
  async add(tx: Tx, revenues: readonly Revenue[]): Promise<number[]> {
    if (revenues.length === 0) return [];
    const sums = new Map<string, Revenue>();
    const before = revenues.map((revenue) => {
      const sum = sums.get(keyOf(revenue));
      sums.set(keyOf(revenue), { ...revenue, amount: (sum?.amount ?? 0) + revenue.amount });
      return sum?.amount ?? 0;
    });
    const rows = await tx.query<{ key: string; revenue: string }>(
      prepared(`insert into tier_counters as t (merchant_id, mode, campaign_id, affiliate_id, revenue)
       select "merchantId", mode, "campaignId", "affiliateId", amount
       from json_to_recordset($1) as r("merchantId" uuid, mode text, "campaignId" uuid, "affiliateId" uuid, amount bigint)
       order by "merchantId", mode collate "C", "campaignId", "affiliateId"
       on conflict (merchant_id, mode, campaign_id, affiliate_id) do update set revenue = t.revenue + excluded.revenue
       returning concat_ws('/', merchant_id, mode, campaign_id, affiliate_id) as key, revenue`),
      [JSON.stringify([...sums.values()])],
    );
    const after = new Map(rows.map((row) => [row.key, Number(row.revenue)]));
    return revenues.map((revenue, index) => {
      const key = keyOf(revenue);
      return after.get(key)! - sums.get(key)!.amount + before[index]!;
    });
  }
}

function keyOf({ merchantId, mode, campaignId, affiliateId }: Revenue): string {
  return [merchantId, mode, campaignId, affiliateId].join('/');
}

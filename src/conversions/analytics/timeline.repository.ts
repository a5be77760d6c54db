// The query of the timeline, within one merchant and mode. It only reads; what it reads belongs to conversions and commissions.
import { Injectable } from '@nestjs/common';
import { lowestIdAt } from '#platform/values/ids.js';
import type { Queryable } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { RECORDED_AFTER_MS, RECORDED_BEFORE_MS } from '#conversions/recording/conversion.js';
import { toSum } from '#platform/values/sums.js';
import type { Granularity, Tally, Window } from './timeline.js';

interface TallyRow {
  start: Date;
  currency: string;
  commission_currency: string | null;
  conversions: string;
  amount: string;
  refunded_amount: string;
  commission: string;
}

@Injectable()
export class TimelineRepository {
  /**
   * The attributed orders of a campaign (a UUID) that occurred in the window, by bucket and currencies. Ids begin with the time at
   * which they were made, so the index on campaign and id is entered at the window. An index on campaign and `occurred_at` would
   * cost every order an entry and spare this question nothing (measured with 200,000 orders of one campaign: 0.15 s for 20,000 in
   * the window and 1 s for all of them, with it and without).
   */
  async tally(
    queryable: Queryable,
    tenant: Tenant,
    campaignId: string,
    window: Window,
    granularity: Granularity,
  ): Promise<Tally[]> {
    const firstId = lowestIdAt(new Date(window.from.getTime() - RECORDED_BEFORE_MS));
    const rows = await queryable.query<TallyRow>(
      `select date_trunc($8, c.occurred_at, 'UTC') as start, c.currency, m.currency as commission_currency, count(*) as conversions,
         sum(c.amount) as amount, sum(c.refunded_amount) as refunded_amount, coalesce(sum(m.balance), 0) as commission
       from conversions c
       left join commissions m on m.merchant_id = $1 and m.mode = $2 and m.campaign_id = $3 and m.id >= $4
         and m.conversion_id = c.id and m.status <> 'REJECTED'
       where c.merchant_id = $1 and c.mode = $2 and c.campaign_id = $3 and c.id >= $4 and c.id < $5
         and c.occurred_at >= $6 and c.occurred_at < $7 and not c.is_synthetic
       group by 1, 2, 3`,
      [
        tenant.merchantId,
        tenant.mode,
        campaignId,
        firstId,
        lowestIdAt(new Date(window.to.getTime() + RECORDED_AFTER_MS)),
        window.from,
        window.to,
        granularity.toLowerCase(),
      ],
    );
    return rows.map(toTally);
  }
}

function toTally(row: TallyRow): Tally {
  return {
    start: row.start,
    currency: row.currency,
    conversions: Number(row.conversions),
    amount: toSum(row.amount),
    refundedAmount: toSum(row.refunded_amount),
    commissionCurrency: row.commission_currency,
    commission: toSum(row.commission),
  };
}

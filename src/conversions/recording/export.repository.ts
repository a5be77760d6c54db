// What a table of conversions needs of them, and no more: evidence and explanations stay in the database.
import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { fitsFilter, filterParameters, type ConversionFilter } from './conversions.repository.js';

/** As the driver gives it: bigints come as strings. */
export interface ExportedRow {
  id: string;
  external_id: string;
  conversion_type: string;
  amount: string;
  currency: string;
  occurred_at: Date;
  recorded_at: Date;
  is_synthetic: boolean;
  status: string;
  matched_by: string | null;
  affiliate_id: string | null;
  campaign_id: string | null;
  click_id: string | null;
  refunded_amount: string;
  refunded_at: Date | null;
  commission_id: string | null;
  commission_status: string | null;
  commission_result: string;
  commission_earned: string | null;
  commission_balance: string | null;
  commission_currency: string | null;
  /** JSON. */
  metadata: string | null;
}

@Injectable()
export class ExportRepository {
  /** Newest first, those behind the one with this id. */
  async page(
    queryable: Queryable,
    tenant: Tenant,
    filter: ConversionFilter,
    afterId: string | null,
    limit: number,
  ): Promise<ExportedRow[]> {
    // Lateral and limited: row by row, by the index. Joined as sets, a page would read all commissions there are.
    return queryable.query<ExportedRow>(
      `select c.id, c.external_id, c.conversion_type, c.amount, c.currency, c.occurred_at, c.recorded_at, c.is_synthetic,
         c.status, c.attribution->>'matchedBy' as matched_by, c.affiliate_id, c.campaign_id, c.click_id, c.refunded_amount,
         c.refunded_at, m.id as commission_id, m.status as commission_status,
         c.attribution->'commission'->>'result' as commission_result, m.amount as commission_earned,
         m.balance as commission_balance, m.currency as commission_currency, c.metadata::text as metadata
       from (
         select * from conversions c where ${fitsFilter} order by c.id desc limit $10
       ) c
       left join lateral (
         select * from commissions m where m.merchant_id = c.merchant_id and m.mode = c.mode and m.conversion_id = c.id limit 1
       ) m on true
       order by c.id desc`,
      [...filterParameters(tenant, filter, afterId), limit],
    );
  }
}

// What a table of conversions needs of them, and no more: evidence and explanations stay in the database.
import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform/database/database.js';
import { Rows } from '#platform/database/rows.js';
import type { Tenant } from '#platform/database/tenant.js';
import { ConversionEntity } from './conversion.entity.js';
import { fitsFilter, filterParameters, type ConversionFilter } from './conversions.repository.js';

/** Columns that are not shown, or not as they are; a new one is shown unless it is named here. */
const hidden = ['merchant_id', 'mode', 'evidence', 'attribution', 'metadata'] as const;

/** What is looked up besides. As the driver gives it: bigints come as strings. */
interface LookedUp {
  matched_by: string | null;
  commission_id: string | null;
  commission_status: string | null;
  commission_result: string;
  commission_earned: string | null;
  commission_balance: string | null;
  commission_currency: string | null;
  /** JSON. */
  metadata: string | null;
}

export type ExportedRow = Omit<ConversionEntity, (typeof hidden)[number]> & LookedUp;

/** Where it is found, of a conversion `c` and its commission `m`. */
const lookedUp: Record<keyof LookedUp, string> = {
  matched_by: `c.attribution->>'matchedBy'`,
  commission_id: 'm.id',
  commission_status: 'm.status',
  commission_result: `c.attribution->'commission'->>'result'`,
  commission_earned: 'm.amount',
  commission_balance: 'm.balance',
  commission_currency: 'm.currency',
  metadata: 'c.metadata::text',
};

const columns = [
  new Rows(ConversionEntity).columns('c', hidden),
  ...Object.entries(lookedUp).map(([name, place]) => `${place} as ${name}`),
].join(', ');

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
      `select ${columns}
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

// What a table of conversions needs of them, and no more: evidence and explanations stay in the database.
import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform/database/database.js';
import { Rows } from '#platform/database/rows.js';
import type { Tenant } from '#platform/database/tenant.js';
import { ConversionEntity } from './conversion.entity.js';
import { filterParameters, newestThatFit, type ConversionFilter } from './conversions.repository.js';

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
  metadata: 'c.metadata_text',
};

const columns = [
  new Rows(ConversionEntity).columns('c', hidden),
  ...Object.entries(lookedUp).map(([name, place]) => `${place} as ${name}`),
].join(', ');

/**
 * Bytes of metadata behind which a page ends. Of 8 KiB each, five hundred are too many at once; and metadata of versions that took `1e308` for
 * five bytes, and kept 309 digits, are a hundred times as large.
 */
const MOST_BYTES = 1024 * 1024;

@Injectable()
export class ExportRepository {
  /** Newest first, those behind the one with this id: fewer than `limit` where their metadata is large, but one at least, if there is one. */
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
         select *, coalesce(sum(octet_length(metadata_text)) over (
           order by id desc rows between unbounded preceding and 1 preceding), 0) as bytes_before
         from (
           select c.*, c.metadata::text as metadata_text
           from (${newestThatFit}) c
         ) c
       ) c
       left join lateral (
         select * from commissions m where m.merchant_id = c.merchant_id and m.mode = c.mode and m.conversion_id = c.id limit 1
       ) m on true
       where c.bytes_before < $13
       order by c.id desc`,
      [...filterParameters(tenant, filter, afterId), limit, MOST_BYTES],
    );
  }
}

// What the conversions of a filter add up to, in the database.
import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { toSum } from '#platform/values/sums.js';
import { filterParameters, newestThatFit, type ConversionFilter } from './conversions.repository.js';

/** Conversions in one currency, with commissions in another or the same. Amounts in minor units. */
export interface Subtotal {
  currency: string;
  isSynthetic: boolean;
  /** Null: none of these earned, or what they earned was rejected. */
  commissionCurrency: string | null;
  conversions: number;
  attributed: number;
  amount: number;
  refundedAmount: number;
  commission: number;
  /** When the first of them was. */
  recordedSince: Date;
}

/** As the driver gives it: bigints come as strings. */
interface SubtotalRow {
  currency: string;
  is_synthetic: boolean;
  commission_currency: string | null;
  conversions: string;
  attributed: string;
  amount: string;
  refunded_amount: string;
  commission: string;
  recorded_since: Date;
}

@Injectable()
export class SummaryRepository {
  /** Of the `most` that were recorded last. */
  async add(
    queryable: Queryable,
    tenant: Tenant,
    filter: ConversionFilter,
    most: number,
  ): Promise<Subtotal[]> {
    const rows = await queryable.query<SubtotalRow>(
      `select c.currency, c.is_synthetic, m.currency as commission_currency, count(*) as conversions,
         count(*) filter (where c.status = 'ATTRIBUTED') as attributed, sum(c.amount) as amount,
         sum(c.refunded_amount) as refunded_amount, coalesce(sum(m.balance), 0) as commission, min(c.recorded_at) as recorded_since
       from (${newestThatFit}) c
       left join commissions m on m.merchant_id = $1 and m.mode = $2 and m.conversion_id = c.id and m.status <> 'REJECTED'
       group by 1, 2, 3`,
      [...filterParameters(tenant, filter, null), most],
    );
    return rows.map(toSubtotal);
  }
}

function toSubtotal(row: SubtotalRow): Subtotal {
  return {
    currency: row.currency,
    isSynthetic: row.is_synthetic,
    commissionCurrency: row.commission_currency,
    conversions: Number(row.conversions),
    attributed: Number(row.attributed),
    amount: toSum(row.amount),
    refundedAmount: toSum(row.refunded_amount),
    commission: toSum(row.commission),
    recordedSince: row.recorded_since,
  };
}

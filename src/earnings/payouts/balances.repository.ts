// What affiliates have earned and were paid, summed up by currency.
import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { toSum } from '#platform/values/sums.js';

/** Minor units of `currency`, as toSum() tells them. */
export interface Balance {
  currency: string;
  pending: number;
  approved: number;
  inPayouts: number;
  paid: number;
}

/** Sums of bigints are numeric, which the driver gives as text. */
type BalanceRow = Record<'currency' | 'pending' | 'approved' | 'in_payouts' | 'paid', string>;

@Injectable()
export class BalancesRepository {
  /** By the currency's code. One statement: all of it is of one moment. */
  async find(queryable: Queryable, tenant: Tenant, affiliateId: string): Promise<Balance[]> {
    const rows = await queryable.query<BalanceRow>(
      `select currency, sum(pending) as pending, sum(approved) as approved, sum(in_payouts) as in_payouts, sum(paid) as paid
       from (
         select currency, coalesce(sum(balance) filter (where status = 'PENDING'), 0) as pending,
           coalesce(sum(balance - settled_amount) filter (where status = 'APPROVED' or payout_id is not null), 0) as approved,
           0 as in_payouts, 0 as paid
         from commissions where merchant_id = $1 and mode = $2 and affiliate_id = $3 group by currency
         union all
         select currency, 0, 0, coalesce(sum(amount) filter (where status = 'PENDING'), 0),
           coalesce(sum(amount) filter (where status = 'PAID'), 0)
         from payouts where merchant_id = $1 and mode = $2 and affiliate_id = $3 group by currency
       ) sums
       group by currency order by currency collate "C"`,
      [tenant.merchantId, tenant.mode, affiliateId],
    );
    return rows.map((row) => ({
      currency: row.currency,
      pending: toSum(row.pending),
      approved: toSum(row.approved),
      inPayouts: toSum(row.in_payouts),
      paid: toSum(row.paid),
    }));
  }
}

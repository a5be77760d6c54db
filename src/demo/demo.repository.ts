// What came of demo orders: looked up and counted, never written.
import type { Queryable } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';

export interface FilledOrders {
  /** By the evidence that decided; null for those that nothing attributed. Most first. */
  orders: { matchedBy: string | null; count: number }[];
  /** What they earn, in minor units, by currency. */
  commissions: { currency: string; count: number; amount: number }[];
}

/** The orders of one run of the command. */
export interface Run {
  /** Begins their external ids. */
  prefix: string;
  /** No id of theirs is lower, so nothing older is looked at. */
  since: string;
}

export interface DemoOrder {
  externalId: string;
  /** Minor units. */
  amount: number;
}

export interface DemoCommission {
  /** UUIDs, both. */
  id: string;
  affiliateId: string;
  currency: string;
}

/** Of `parametersOf`. */
const ours = 'c.merchant_id = $1 and c.mode = $2 and c.id >= $3 and starts_with(c.external_id, $4)';
const withCommission =
  'join commissions m on m.merchant_id = c.merchant_id and m.mode = c.mode and m.conversion_id = c.id';

export class DemoRepository {
  /** One order in twenty-five, always the same ones, if money was paid for it. */
  async toRefund(queryable: Queryable, tenant: Tenant, run: Run): Promise<DemoOrder[]> {
    const rows = await queryable.query<{ externalId: string; amount: string }>(
      `select c.external_id as "externalId", c.amount from conversions c
       where ${ours} and c.amount > 0 and right(c.external_id, 2) in ('07', '32', '57', '82')
       order by length(c.external_id), c.external_id`,
      parametersOf(tenant, run),
    );
    return rows.map((row) => ({ ...row, amount: Number(row.amount) }));
  }

  /** What waits for approval of orders that occurred in this time (`to` not included). */
  pending(queryable: Queryable, tenant: Tenant, run: Run, from: Date, to: Date): Promise<DemoCommission[]> {
    return queryable.query<DemoCommission>(
      `select m.id, m.affiliate_id as "affiliateId", m.currency from conversions c ${withCommission}
       where ${ours} and m.status = 'PENDING' and c.occurred_at >= $5 and c.occurred_at < $6
       order by m.id`,
      [...parametersOf(tenant, run), from, to],
    );
  }

  async count(queryable: Queryable, tenant: Tenant, run: Run): Promise<FilledOrders> {
    const parameters = parametersOf(tenant, run);
    const orders = await queryable.query<{ matchedBy: string | null; count: number }>(
      `select c.attribution->>'matchedBy' as "matchedBy", count(*)::int as count from conversions c
       where ${ours} group by 1 order by 2 desc, 1`,
      parameters,
    );
    const commissions = await queryable.query<{ currency: string; count: number; amount: string }>(
      `select m.currency, count(*)::int as count, sum(m.amount) as amount from conversions c
       ${withCommission} where ${ours} group by 1 order by 2 desc, 1`,
      parameters,
    );
    return { orders, commissions: commissions.map((row) => ({ ...row, amount: Number(row.amount) })) };
  }
}

function parametersOf(tenant: Tenant, { prefix, since }: Run): unknown[] {
  return [tenant.merchantId, tenant.mode, since, prefix];
}

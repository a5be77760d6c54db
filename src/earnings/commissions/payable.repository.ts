// What payouts write into commissions' rows. A commission's settled amount is always the sum of what all payouts took of it.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';

@Injectable()
export class PayableRepository {
  /**
   * Writes into locked commissions that this payout took all that was due of them. In a statement of its own: it must see what the lock
   * waited for. Found by their ids alone: a join would be planned by statistics that know nothing of the new items.
   */
  async settle(tx: Tx, tenant: Tenant, payoutId: string, ids: readonly string[]): Promise<void> {
    await tx.query(
      prepared(`update commissions set settled_amount = balance, payout_id = coalesce(payout_id, $3)
       where merchant_id = $1 and mode = $2 and id = any($4) and (payout_id is null or settled_amount <> balance)`),
      [tenant.merchantId, tenant.mode, payoutId, ids],
    );
  }

  /** Keeps these commissions from others until the transaction ends. @returns their conversions, by commission id, in the order of the ids */
  async lock(tx: Tx, tenant: Tenant, ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await tx.query<{ id: string; conversion_id: string }>(
      prepared(`select id, conversion_id from commissions
       where merchant_id = $1 and mode = $2 and id = any($3) order by id for update`),
      [tenant.merchantId, tenant.mode, ids],
    );
    return new Map(rows.map((row) => [row.id, row.conversion_id]));
  }

  /** Moves those of these commissions that this payout was the first to take. */
  async markPaid(tx: Tx, tenant: Tenant, payoutId: string, ids: readonly string[]): Promise<void> {
    await tx.query(
      prepared(`update commissions set status = 'PAID'
       where merchant_id = $1 and mode = $2 and id = any($4) and payout_id = $3 and status = 'APPROVED'`),
      [tenant.merchantId, tenant.mode, payoutId, ids],
    );
  }
}

// The ledger: what was added to commissions and taken from them after they were earned. Appended to, never changed; the first entry of
// each ledger is the commission's own amount.
// Why so: docs/decisions/0011-ledger-refunds-and-tiers.md
import { Injectable } from '@nestjs/common';
import { newId } from '#platform/values/ids.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import { groupBy } from '#platform/database/grouping.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { EntryType } from './commission.rules.js';

export interface LedgerEntry {
  type: EntryType;
  /** Signed minor units of the commission's currency. */
  amount: number;
  reason: string | null;
  /** The caller's own name for an adjustment. */
  adjustmentId: string | null;
  /** What the refund is called that it follows from: the caller's id, else `rfd_…`. */
  refundId: string | null;
  createdAt: Date;
}

export interface NewLedgerEntry extends LedgerEntry, Tenant {
  commissionId: string;
}

interface EntryRow {
  commission_id: string;
  type: EntryType;
  amount: string;
  reason: string | null;
  adjustment_id: string | null;
  refund_id: string | null;
  created_at: Date;
}

@Injectable()
export class LedgerRepository {
  /**
   * Appends entries, and adds each to the balance of its commission, which the transaction has locked.
   * An adjustment id that the commission has already is a unique violation.
   */
  async add(tx: Tx, entries: readonly NewLedgerEntry[]): Promise<void> {
    if (entries.length === 0) return;
    await tx.query(
      prepared(`with added as (
         insert into commission_entries
           (merchant_id, mode, commission_id, id, type, amount, reason, adjustment_id, refund_id, created_at)
         select "merchantId", mode, "commissionId", id, type, amount, reason, "adjustmentId", "refundId", "createdAt"
         from json_to_recordset($1) as e("merchantId" uuid, mode text, "commissionId" uuid, id uuid, type text, amount bigint,
           reason text, "adjustmentId" text, "refundId" text, "createdAt" timestamptz)
         returning merchant_id, mode, commission_id, amount
       )
       update commissions m set balance = m.balance + a.amount
       from (select merchant_id, mode, commission_id, sum(amount)::bigint as amount from added group by 1, 2, 3) a
       where m.merchant_id = a.merchant_id and m.mode = a.mode and m.id = a.commission_id`),
      [JSON.stringify(entries.map((entry) => ({ ...entry, id: newId() })))],
    );
  }

  /** The entries of each commission, oldest first, by commission id. */
  async find(
    queryable: Queryable,
    tenant: Tenant,
    commissionIds: readonly string[],
  ): Promise<Map<string, LedgerEntry[]>> {
    const rows = await queryable.query<EntryRow>(
      prepared(`select commission_id, type, amount, reason, adjustment_id, refund_id, created_at from commission_entries
       where merchant_id = $1 and mode = $2 and commission_id = any($3) order by commission_id, id`),
      [tenant.merchantId, tenant.mode, commissionIds],
    );
    const byCommission = groupBy(rows, (row) => row.commission_id);
    return new Map(commissionIds.map((id) => [id, (byCommission.get(id) ?? []).map(toEntry)]));
  }
}

function toEntry(row: EntryRow): LedgerEntry {
  return {
    type: row.type,
    amount: Number(row.amount),
    reason: row.reason,
    adjustmentId: row.adjustment_id,
    refundId: row.refund_id,
    createdAt: row.created_at,
  };
}

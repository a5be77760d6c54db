// What affiliates earn: at most one commission for a conversion.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { CommissionStatus } from './commission.rules.js';

export interface NewCommission extends Tenant {
  id: string;
  conversionId: string;
  affiliateId: string;
  campaignId: string;
  /** Minor units of `currency`. */
  amount: number;
  currency: string;
  createdAt: Date;
}

/** A commission that the transaction has locked. */
export interface LockedCommission {
  id: string;
  /** What was earned, and what is left, in minor units of its currency. */
  amount: number;
  balance: number;
  status: CommissionStatus;
  /** Whether a payout has taken it: from then on it counts as paid. */
  isInPayout: boolean;
  /** Sum of its ledger's entries for refunds, 0 or negative. */
  refundEntries: number;
}

@Injectable()
export class CommissionsRepository {
  /** Writes commissions that are still to be approved; a second one for a conversion is an error (the transaction's fault). */
  insert(tx: Tx, commissions: readonly NewCommission[]): void {
    if (commissions.length === 0) return;
    tx.withCommit(
      prepared(`insert into commissions
         (merchant_id, mode, id, conversion_id, affiliate_id, campaign_id, amount, balance, currency, status, created_at)
       select "merchantId", mode, id, "conversionId", "affiliateId", "campaignId", amount, amount, currency, 'PENDING', "createdAt"
       from json_to_recordset($1) as c("merchantId" uuid, mode text, id uuid, "conversionId" uuid, "affiliateId" uuid,
         "campaignId" uuid, amount bigint, currency text, "createdAt" timestamptz)
       order by "merchantId", mode collate "C", "conversionId"`),
      [JSON.stringify(commissions)],
    );
  }

  /**
   * The commissions of conversions, by conversion id, locked until the transaction ends in the order of their ids. The transaction must hold
   * the conversions' locks: that keeps other refunds' entries away.
   */
  async lockOfConversions(
    tx: Tx,
    { merchantId, mode }: Tenant,
    conversionIds: readonly string[],
  ): Promise<Map<string, LockedCommission>> {
    const rows = await tx.query<LockedRow>(
      prepared(`select m.conversion_id, m.id, m.amount, m.balance, m.status, m.payout_id,
         (select coalesce(sum(e.amount), 0) from commission_entries e
          where e.merchant_id = m.merchant_id and e.mode = m.mode and e.commission_id = m.id and e.type = 'REFUND'
         ) as refund_entries
       from commissions m join json_to_recordset($1) as n("merchantId" uuid, mode text, "conversionId" uuid)
         on m.merchant_id = n."merchantId" and m.mode = n.mode and m.conversion_id = n."conversionId"
       order by m.id for update of m`),
      [JSON.stringify(conversionIds.map((conversionId) => ({ merchantId, mode, conversionId })))],
    );
    return new Map(rows.map((row) => [row.conversion_id, toLocked(row)]));
  }
}

interface LockedRow {
  conversion_id: string;
  id: string;
  amount: string;
  balance: string;
  status: CommissionStatus;
  payout_id: string | null;
  refund_entries: string;
}

function toLocked(row: LockedRow): LockedCommission {
  return {
    id: row.id,
    amount: Number(row.amount),
    balance: Number(row.balance),
    status: row.status,
    isInPayout: row.payout_id !== null,
    refundEntries: Number(row.refund_entries),
  };
}

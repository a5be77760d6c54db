// What affiliates earn: at most one commission for a conversion.
import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/database.js';
import { prepared } from '../database/statement.js';
import type { Tenant } from '../database/tenant.js';

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

@Injectable()
export class CommissionsRepository {
  /** Writes commissions that are still to be approved; a second one for a conversion is an error (the transaction's fault). */
  async insert(tx: Tx, commissions: readonly NewCommission[]): Promise<void> {
    if (commissions.length === 0) return;
    await tx.query(
      prepared(`insert into commissions
         (merchant_id, mode, id, conversion_id, affiliate_id, campaign_id, amount, currency, status, created_at)
       select "merchantId", mode, id, "conversionId", "affiliateId", "campaignId", amount, currency, 'PENDING', "createdAt"
       from json_to_recordset($1) as c("merchantId" uuid, mode text, id uuid, "conversionId" uuid, "affiliateId" uuid,
         "campaignId" uuid, amount bigint, currency text, "createdAt" timestamptz)
       order by "merchantId", mode collate "C", "conversionId"`),
      [JSON.stringify(commissions)],
    );
  }
}

// Commissions as they stand: read, listed, locked, and moved from state to state.
import { Injectable } from '@nestjs/common';
import type { PageRequest } from '#platform/values/paging.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { CommissionEntity } from './commission.entity.js';
import type { CommissionStatus } from './commission.rules.js';

/** Ids are UUIDs, amounts minor units of `currency`. */
export interface StoredCommission {
  id: string;
  conversionId: string;
  externalId: string;
  affiliateId: string;
  campaignId: string;
  amount: number;
  balance: number;
  settledAmount: number;
  currency: string;
  status: CommissionStatus;
  payoutId: string | null;
  createdAt: Date;
}

/** Ids are UUIDs. */
export interface CommissionFilter {
  status: CommissionStatus | null;
  affiliateId: string | null;
  campaignId: string | null;
  conversionId: string | null;
  currency: string | null;
  from: Date | null;
  to: Date | null;
}

type CommissionRow = CommissionEntity & { external_id: string };

// The order's name is looked up row by row: joined as sets, the planner may read all of a merchant's conversions for each.
const selectCommission = `
select m.id, m.conversion_id, m.affiliate_id, m.campaign_id, m.amount, m.balance, m.settled_amount, m.currency, m.status,
       m.payout_id, m.created_at, (select c.external_id from conversions c
         where c.merchant_id = m.merchant_id and c.mode = m.mode and c.id = m.conversion_id) as external_id
from commissions m`;

@Injectable()
export class StoredCommissionsRepository {
  async find(queryable: Queryable, tenant: Tenant, id: string): Promise<StoredCommission | null> {
    const rows = await queryable.query<CommissionRow>(
      prepared(`${selectCommission} where m.merchant_id = $1 and m.mode = $2 and m.id = $3`),
      [tenant.merchantId, tenant.mode, id],
    );
    return rows[0] ? toStored(rows[0]) : null;
  }

  /** Those of these commissions that are there, each once, kept from others until the transaction ends; locked in the order of their ids. */
  async lock(tx: Tx, tenant: Tenant, ids: readonly string[]): Promise<StoredCommission[]> {
    const rows = await tx.query<CommissionRow>(
      prepared(`${selectCommission}
       where m.merchant_id = $1 and m.mode = $2 and m.id = any($3) order by m.id for update of m`),
      [tenant.merchantId, tenant.mode, ids],
    );
    return rows.map(toStored);
  }

  /** Moves commissions that the transaction has locked. */
  async move(tx: Tx, tenant: Tenant, ids: readonly string[], status: CommissionStatus): Promise<void> {
    if (ids.length === 0) return;
    await tx.query(
      prepared('update commissions set status = $4 where merchant_id = $1 and mode = $2 and id = any($3)'),
      [tenant.merchantId, tenant.mode, ids, status],
    );
  }

  /** Newest first, one row more than a page holds. */
  async list(
    queryable: Queryable,
    tenant: Tenant,
    filter: CommissionFilter,
    page: PageRequest,
  ): Promise<StoredCommission[]> {
    const rows = await queryable.query<CommissionRow>(
      `${selectCommission}
       where m.merchant_id = $1 and m.mode = $2
         and ($3::text is null or m.status = $3) and ($4::uuid is null or m.affiliate_id = $4)
         and ($5::uuid is null or m.campaign_id = $5) and ($6::uuid is null or m.conversion_id = $6)
         and ($7::text is null or m.currency = $7)
         and ($8::timestamptz is null or m.created_at >= $8) and ($9::timestamptz is null or m.created_at < $9)
         and ($10::uuid is null or m.id < $10)
       order by m.id desc limit $11 offset $12`,
      [
        tenant.merchantId,
        tenant.mode,
        filter.status,
        filter.affiliateId,
        filter.campaignId,
        filter.conversionId,
        filter.currency,
        filter.from,
        filter.to,
        page.afterId,
        page.limit + 1,
        page.offset,
      ],
    );
    return rows.map(toStored);
  }
}

function toStored(row: CommissionRow): StoredCommission {
  return {
    id: row.id,
    conversionId: row.conversion_id,
    externalId: row.external_id,
    affiliateId: row.affiliate_id,
    campaignId: row.campaign_id,
    amount: Number(row.amount),
    balance: Number(row.balance),
    settledAmount: Number(row.settled_amount),
    currency: row.currency,
    status: row.status,
    payoutId: row.payout_id,
    createdAt: row.created_at,
  };
}

// Payouts themselves: every statement that writes or reads them, each within one merchant and mode.
import { Injectable } from '@nestjs/common';
import type { PageRequest } from '#platform/values/paging.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import { HIGHEST_UUID } from '#platform/database/uuid.js';
import type { PayoutEntity } from './payout.entity.js';
import type { Payment, PayoutStatus, StoredPayout } from './payout.js';

export interface NewPayout {
  /** A UUID. */
  id: string;
  payoutKey: string | null;
  /** A UUID. */
  affiliateId: string;
  /** Upper case. */
  currency: string;
  createdAt: Date;
}

/** Ids are UUIDs. */
export interface PayoutFilter {
  status: PayoutStatus | null;
  affiliateId: string | null;
  currency: string | null;
}

export type ExportedPayout = StoredPayout & { email: string; firstName: string | null };

const columns = `p.id, p.payout_key, p.affiliate_id, p.currency, p.amount, p.commission_count, p.status, p.created_at,
       p.paid_at, p.method, p.reference`;
const fitsFilter = `p.merchant_id = $1 and p.mode = $2 and p.id < $3
         and ($4::text is null or p.status = $4) and ($5::uuid is null or p.affiliate_id = $5)
         and ($6::text is null or p.currency = $6)`;

@Injectable()
export class PayoutsRepository {
  async affiliateExists(queryable: Queryable, tenant: Tenant, affiliateId: string): Promise<boolean> {
    const rows = await queryable.query(
      prepared('select 1 from affiliates where merchant_id = $1 and mode = $2 and id = $3 limit 1'),
      [tenant.merchantId, tenant.mode, affiliateId],
    );
    return rows.length > 0;
  }

  /** Writes a payout of nothing yet; false when its key is taken. Waits for whoever is writing the same key right now. */
  async insert(tx: Tx, tenant: Tenant, payout: NewPayout): Promise<boolean> {
    const rows = await tx.query(
      prepared(`insert into payouts
         (merchant_id, mode, id, payout_key, affiliate_id, currency, amount, commission_count, status, created_at)
       values ($1, $2, $3, $4, $5, $6, 0, 0, 'PENDING', $7)
       on conflict (merchant_id, mode, payout_key) do nothing returning id`),
      [
        tenant.merchantId,
        tenant.mode,
        payout.id,
        payout.payoutKey,
        payout.affiliateId,
        payout.currency,
        payout.createdAt,
      ],
    );
    return rows.length > 0;
  }

  /** Writes what the items of this transaction's payout add up to. */
  async total(tx: Tx, tenant: Tenant, id: string): Promise<StoredPayout> {
    const rows = await tx.query<PayoutEntity>(
      prepared(`update payouts p set amount = t.amount, commission_count = t.count
       from (select coalesce(sum(amount), 0)::bigint as amount, count(*)::int as count from payout_items
             where merchant_id = $1 and mode = $2 and payout_id = $3) t
       where p.merchant_id = $1 and p.mode = $2 and p.id = $3 returning ${columns}`),
      [tenant.merchantId, tenant.mode, id],
    );
    return toStored(rows[0]!);
  }

  async find(queryable: Queryable, tenant: Tenant, id: string): Promise<StoredPayout | null> {
    const rows = await queryable.query<PayoutEntity>(
      prepared(`select ${columns} from payouts p where p.merchant_id = $1 and p.mode = $2 and p.id = $3`),
      [tenant.merchantId, tenant.mode, id],
    );
    return rows[0] ? toStored(rows[0]) : null;
  }

  async findByKey(queryable: Queryable, tenant: Tenant, payoutKey: string): Promise<StoredPayout | null> {
    const rows = await queryable.query<PayoutEntity>(
      prepared(
        `select ${columns} from payouts p where p.merchant_id = $1 and p.mode = $2 and p.payout_key = $3`,
      ),
      [tenant.merchantId, tenant.mode, payoutKey],
    );
    return rows[0] ? toStored(rows[0]) : null;
  }

  /** Reads a payout and keeps others from changing it until the transaction ends. */
  async lock(tx: Tx, tenant: Tenant, id: string): Promise<StoredPayout | null> {
    const rows = await tx.query<PayoutEntity>(
      prepared(
        `select ${columns} from payouts p where p.merchant_id = $1 and p.mode = $2 and p.id = $3 for update`,
      ),
      [tenant.merchantId, tenant.mode, id],
    );
    return rows[0] ? toStored(rows[0]) : null;
  }

  /** Writes how a payout that the transaction has locked was paid. */
  async markPaid(tx: Tx, tenant: Tenant, id: string, payment: Payment): Promise<void> {
    await tx.query(
      prepared(`update payouts set status = 'PAID', paid_at = $4, method = $5, reference = $6
       where merchant_id = $1 and mode = $2 and id = $3`),
      [tenant.merchantId, tenant.mode, id, payment.paidAt, payment.method, payment.reference],
    );
  }

  /** Newest first, one row more than a page holds. */
  async list(
    queryable: Queryable,
    tenant: Tenant,
    filter: PayoutFilter,
    page: PageRequest,
  ): Promise<StoredPayout[]> {
    const rows = await queryable.query<PayoutEntity>(
      `select ${columns} from payouts p where ${fitsFilter} order by p.id desc limit $7 offset $8`,
      [...filterParameters(tenant, filter, page.afterId), page.limit + 1, page.offset],
    );
    return rows.map(toStored);
  }

  /** Newest first, those behind the one with this id, with whom they are for. */
  async listForExport(
    queryable: Queryable,
    tenant: Tenant,
    filter: PayoutFilter,
    afterId: string | null,
    limit: number,
  ): Promise<ExportedPayout[]> {
    const rows = await queryable.query<PayoutEntity & { email: string; first_name: string | null }>(
      `select ${columns}, a.email, a.first_name from payouts p
       cross join lateral (
         select email, first_name from affiliates a
         where a.merchant_id = p.merchant_id and a.mode = p.mode and a.id = p.affiliate_id limit 1
       ) a
       where ${fitsFilter} order by p.id desc limit $7`,
      [...filterParameters(tenant, filter, afterId), limit],
    );
    return rows.map((row) => ({ ...toStored(row), email: row.email, firstName: row.first_name }));
  }
}

function filterParameters(tenant: Tenant, filter: PayoutFilter, afterId: string | null): unknown[] {
  return [
    tenant.merchantId,
    tenant.mode,
    afterId ?? HIGHEST_UUID,
    filter.status,
    filter.affiliateId,
    filter.currency,
  ];
}

function toStored(row: PayoutEntity): StoredPayout {
  return {
    id: row.id,
    payoutKey: row.payout_key,
    affiliateId: row.affiliate_id,
    currency: row.currency,
    amount: Number(row.amount),
    commissionCount: row.commission_count,
    status: row.status,
    createdAt: row.created_at,
    paidAt: row.paid_at,
    method: row.method,
    reference: row.reference,
  };
}

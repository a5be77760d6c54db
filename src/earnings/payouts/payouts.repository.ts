// Payouts themselves: every statement that writes or reads them, each within one merchant and mode.
import { Injectable } from '@nestjs/common';
import type { PageRequest } from '#platform/values/paging.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import { Rows, type NewRow } from '#platform/database/rows.js';
import { tenantColumns, type Tenant } from '#platform/database/tenant.js';
import { HIGHEST_UUID } from '#platform/database/uuid.js';
import { PayoutEntity } from './payout.entity.js';
import type { Payment, PayoutStatus } from './payout.js';
import type { StoredPayout } from './stored-payout.js';

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

const payouts = new Rows(PayoutEntity);

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
    const row: NewRow<PayoutEntity> = {
      ...tenantColumns(tenant),
      id: payout.id,
      payout_key: payout.payoutKey,
      affiliate_id: payout.affiliateId,
      currency: payout.currency,
      amount: 0,
      commission_count: 0,
      status: 'PENDING',
      created_at: payout.createdAt,
      paid_at: null,
      method: null,
      reference: null,
    };
    return (await payouts.insertUnlessKnown(tx, row, ['merchant_id', 'mode', 'payout_key'])) !== null;
  }

  /** Writes what the items of this transaction's payout add up to. */
  async total(tx: Tx, tenant: Tenant, id: string): Promise<StoredPayout> {
    const rows = await tx.query<PayoutEntity>(
      prepared(`update payouts p set amount = t.amount, commission_count = t.count
       from (select coalesce(sum(amount), 0)::bigint as amount, count(*)::int as count from payout_items
             where merchant_id = $1 and mode = $2 and payout_id = $3) t
       where p.merchant_id = $1 and p.mode = $2 and p.id = $3 returning ${payouts.columns('p')}`),
      [tenant.merchantId, tenant.mode, id],
    );
    return toStored(rows[0]!);
  }

  async find(queryable: Queryable, tenant: Tenant, id: string): Promise<StoredPayout | null> {
    const row = await payouts.find(queryable, { ...tenantColumns(tenant), id });
    return row && toStored(row);
  }

  async findByKey(queryable: Queryable, tenant: Tenant, payoutKey: string): Promise<StoredPayout | null> {
    const row = await payouts.find(queryable, { ...tenantColumns(tenant), payout_key: payoutKey });
    return row && toStored(row);
  }

  /** Reads a payout and keeps others from changing it until the transaction ends. */
  async lock(tx: Tx, tenant: Tenant, id: string): Promise<StoredPayout | null> {
    const row = await payouts.lock(tx, { ...tenantColumns(tenant), id });
    return row && toStored(row);
  }

  /** Writes how a payout that the transaction has locked was paid. */
  async markPaid(tx: Tx, tenant: Tenant, id: string, payment: Payment): Promise<void> {
    const { paidAt, method, reference } = payment;
    const paid = { status: 'PAID', paid_at: paidAt, method, reference } as const;
    await payouts.update(tx, { ...tenantColumns(tenant), id }, paid);
  }

  /** Newest first, one row more than a page holds. */
  async list(
    queryable: Queryable,
    tenant: Tenant,
    filter: PayoutFilter,
    page: PageRequest,
  ): Promise<StoredPayout[]> {
    const { status, affiliateId, currency } = filter;
    const asked = { status, affiliate_id: affiliateId, currency };
    return (await payouts.page(queryable, tenantColumns(tenant), asked, page)).map(toStored);
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
      `select ${payouts.columns('p')}, a.email, a.first_name from payouts p
       cross join lateral (
         select email, first_name from affiliates a
         where a.merchant_id = p.merchant_id and a.mode = p.mode and a.id = p.affiliate_id limit 1
       ) a
       where p.merchant_id = $1 and p.mode = $2 and p.id < $3
         and ($4::text is null or p.status = $4) and ($5::uuid is null or p.affiliate_id = $5)
         and ($6::text is null or p.currency = $6)
       order by p.id desc limit $7`,
      [
        tenant.merchantId,
        tenant.mode,
        afterId ?? HIGHEST_UUID,
        filter.status,
        filter.affiliateId,
        filter.currency,
        limit,
      ],
    );
    return rows.map((row) => ({ ...toStored(row), email: row.email, firstName: row.first_name }));
  }
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

// Every query on refunds, those of known orders and those that wait for theirs.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { KeptRefundEntity } from './kept-refund.entity.js';
import type { KeptRefund, Refund } from './refund.js';
import type { RefundEntity } from './refund.entity.js';

type RefundRow = Pick<RefundEntity, 'id' | 'name' | 'refund_id' | 'amount' | 'asked_amount' | 'reason'>;
type KeptRow = Pick<KeptRefundEntity, 'id' | 'name' | 'refund_id' | 'amount' | 'reason'>;

@Injectable()
export class RefundsRepository {
  /** The refunds of a conversion, in no particular order. While the transaction holds the conversion's lock, there will be no others. */
  async find(tx: Tx, tenant: Tenant, conversionId: string): Promise<Refund[]> {
    const rows = await tx.query<RefundRow>(
      prepared(`select id, name, refund_id, amount, asked_amount, reason from refunds
       where merchant_id = $1 and mode = $2 and conversion_id = $3`),
      [tenant.merchantId, tenant.mode, conversionId],
    );
    return rows.map((row) => ({
      id: row.id,
      name: row.name,
      refundId: row.refund_id,
      amount: Number(row.amount),
      askedAmount: row.asked_amount === null ? null : Number(row.asked_amount),
      reason: row.reason,
    }));
  }

  async insert(tx: Tx, tenant: Tenant, conversionId: string, refund: Refund, at: Date): Promise<void> {
    await tx.query(
      prepared(`insert into refunds (merchant_id, mode, id, conversion_id, name, refund_id, amount, asked_amount, reason, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`),
      [
        tenant.merchantId,
        tenant.mode,
        refund.id,
        conversionId,
        refund.name,
        refund.refundId,
        refund.amount,
        refund.askedAmount,
        refund.reason,
        at,
      ],
    );
  }

  /** Keeps a refund unless one of its name waits already; false then. */
  async keep(tx: Tx, tenant: Tenant, externalId: string, refund: KeptRefund, at: Date): Promise<boolean> {
    const rows = await tx.query(
      prepared(`insert into kept_refunds (merchant_id, mode, external_id, name, id, refund_id, amount, reason, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)
       on conflict (merchant_id, mode, external_id, name) do nothing returning id`),
      [
        tenant.merchantId,
        tenant.mode,
        externalId,
        refund.name,
        refund.id,
        refund.refundId,
        refund.amount,
        refund.reason,
        at,
      ],
    );
    return rows.length > 0;
  }

  /** The refund of this name that waits for the order. */
  async findKept(tx: Tx, tenant: Tenant, externalId: string, name: string): Promise<KeptRefund | null> {
    const rows = await tx.query<KeptRow>(
      prepared(`select id, name, refund_id, amount, reason from kept_refunds
       where merchant_id = $1 and mode = $2 and external_id = $3 and name = $4`),
      [tenant.merchantId, tenant.mode, externalId, name],
    );
    return rows.map(toKept)[0] ?? null;
  }

  /**
   * Takes away refunds that wait for the order, the first that came first. The transaction holds the order's lock: nobody else keeps
   * or takes any.
   */
  async takeKept(tx: Tx, tenant: Tenant, externalId: string, limit: number): Promise<KeptRefund[]> {
    const rows = await tx.query<KeptRow>(
      prepared(`with first as materialized (
         select name from kept_refunds where merchant_id = $1 and mode = $2 and external_id = $3 order by id limit $4
       ), taken as (
         delete from kept_refunds k using first f
         where k.merchant_id = $1 and k.mode = $2 and k.external_id = $3 and k.name = f.name
         returning k.id, k.name, k.refund_id, k.amount, k.reason
       ) select * from taken order by id`),
      [tenant.merchantId, tenant.mode, externalId, limit],
    );
    return rows.map(toKept);
  }
}

function toKept(row: KeptRow): KeptRefund {
  return {
    id: row.id,
    name: row.name,
    refundId: row.refund_id,
    amount: row.amount === null ? null : Number(row.amount),
    reason: row.reason,
  };
}

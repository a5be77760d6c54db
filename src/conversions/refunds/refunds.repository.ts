// Every query on refunds, those of known orders and those that wait for theirs.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/database.js';
import { groupBy } from '#platform/database/grouping.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { KeptRefundEntity } from './kept-refund.entity.js';
import type { KeptRefund, Refund } from './refund.js';
import type { RefundEntity } from './refund.entity.js';

type RefundRow = Pick<
  RefundEntity,
  'conversion_id' | 'id' | 'name' | 'refund_id' | 'amount' | 'asked_amount' | 'reason'
>;
type KeptRow = Pick<KeptRefundEntity, 'id' | 'name' | 'refund_id' | 'amount' | 'reason'>;

export interface TakenKept {
  /** In the order in which they came. */
  kept: KeptRefund[];
  /** Whether more may wait. */
  isMore: boolean;
}

@Injectable()
export class RefundsRepository {
  /**
   * The refunds of conversions, by conversion id, in no particular order. While the transaction holds the conversions' locks, there will be
   * no others.
   */
  async find(tx: Tx, tenant: Tenant, conversionIds: readonly string[]): Promise<Map<string, Refund[]>> {
    if (conversionIds.length === 0) return new Map();
    const rows = await tx.query<RefundRow>(
      // One by one: of many at once PostgreSQL may take all of the merchant's, while the table is small.
      prepared(`select r.* from unnest($3::uuid[]) as n(id) cross join lateral (
         select conversion_id, id, name, refund_id, amount, asked_amount, reason from refunds
         where merchant_id = $1 and mode = $2 and conversion_id = n.id offset 0
       ) r`),
      [tenant.merchantId, tenant.mode, conversionIds],
    );
    const byConversion = groupBy(rows, (row) => row.conversion_id);
    return new Map([...byConversion].map(([id, ofConversion]) => [id, ofConversion.map(toRefund)]));
  }

  async insert(
    tx: Tx,
    tenant: Tenant,
    refunds: readonly (Refund & { conversionId: string })[],
    at: Date,
  ): Promise<void> {
    await tx.query(
      prepared(`insert into refunds (merchant_id, mode, id, conversion_id, name, refund_id, amount, asked_amount, reason, created_at)
       select $1, $2, id, "conversionId", name, "refundId", amount, "askedAmount", reason, $3
       from json_to_recordset($4) as r(id uuid, "conversionId" uuid, name text, "refundId" text, amount bigint,
         "askedAmount" bigint, reason text)`),
      [tenant.merchantId, tenant.mode, at, JSON.stringify(refunds)],
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
   * Takes away refunds that wait for these orders, `limit` at most: of each order the same number, as far as it has so many, the first that
   * came first. The transaction holds the orders' locks: nobody else keeps or takes any.
   * @param limit at least as many as there are orders.
   * @returns by external id what was taken of each order that had some.
   */
  async takeKept(
    tx: Tx,
    tenant: Tenant,
    externalIds: readonly string[],
    limit: number,
  ): Promise<Map<string, TakenKept>> {
    if (externalIds.length === 0) return new Map();
    const rows = await tx.query<KeptRow & { external_id: string; total: number }>(
      prepared(`with first as materialized (
         select k.merchant_id, k.mode, k.external_id, k.name, k.total from unnest($3::text[]) as o(external_id) cross join lateral (
           select k.merchant_id, k.mode, k.external_id, k.name, row_number() over (order by k.id) as nth, count(*) over ()::int as total
           from (select merchant_id, mode, external_id, name, id from kept_refunds
             where merchant_id = $1 and mode = $2 and external_id = o.external_id order by id limit $4) k
         ) k
         order by k.nth limit $4
       ), taken as (
         delete from kept_refunds k using first f
         where k.merchant_id = f.merchant_id and k.mode = f.mode and k.external_id = f.external_id and k.name = f.name
         returning k.external_id, k.id, k.name, k.refund_id, k.amount, k.reason, f.total
       ) select * from taken order by id`),
      [tenant.merchantId, tenant.mode, externalIds, limit],
    );
    const byOrder = groupBy(rows, (row) => row.external_id);
    return new Map(
      [...byOrder].map(([externalId, ofOrder]) => {
        const total = ofOrder[0]?.total ?? 0;
        return [externalId, { kept: ofOrder.map(toKept), isMore: ofOrder.length < total || total >= limit }];
      }),
    );
  }
}

function toRefund(row: RefundRow): Refund {
  return {
    id: row.id,
    name: row.name,
    refundId: row.refund_id,
    amount: Number(row.amount),
    askedAmount: row.asked_amount === null ? null : Number(row.asked_amount),
    reason: row.reason,
  };
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

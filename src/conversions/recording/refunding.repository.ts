// What refunds need of conversions' rows: hold one by its name, or the name of one that is still to come.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { FoundSubjects } from '#platform/jobs/job.js';
import type { StoredConversion } from './stored-conversion.js';
import {
  selectConversion,
  toStored,
  type ConversionKey,
  type ConversionRow,
  type OrderKey,
} from './conversions.repository.js';

@Injectable()
export class RefundingRepository {
  /**
   * The order of this name, locked until the transaction ends. It is read in a statement of its own: one that waited for the lock
   * would show the order as it is now, but its commission as it was before.
   */
  async lock(tx: Tx, tenant: Tenant, externalId: string): Promise<StoredConversion | null> {
    const [locked] = await tx.query<{ id: string }>(
      prepared(`select id from conversions
       where merchant_id = $1 and mode = $2 and external_id = $3 for update`),
      [tenant.merchantId, tenant.mode, externalId],
    );
    if (!locked) return null;
    const rows = await tx.query<ConversionRow>(
      prepared(`${selectConversion} where c.merchant_id = $1 and c.mode = $2 and c.id = $3`),
      [tenant.merchantId, tenant.mode, locked.id],
    );
    return rows.map(toStored)[0] ?? null;
  }

  /**
   * Enters a name and takes it out again: until the transaction ends, whoever records an order of this name waits, as this waits
   * for whoever is doing so now. False if the name is taken.
   */
  async reserveKey(tx: Tx, tenant: Tenant, externalId: string, id: string): Promise<boolean> {
    const { merchantId, mode } = tenant;
    const rows = await tx.query(
      prepared(`insert into conversions
         (merchant_id, mode, id, external_id, conversion_type, amount, currency, occurred_at, recorded_at, is_synthetic,
          status, evidence, attribution, refunded_amount)
       values ($1, $2, $3, $4, 'CUSTOM', 0, '', now(), now(), true, 'UNATTRIBUTED', '[]', '{}', 0)
       on conflict (merchant_id, mode, external_id) do nothing returning id`),
      [merchantId, mode, id, externalId],
    );
    if (rows.length === 0) return false;
    await tx.query(prepared('delete from conversions where merchant_id = $1 and mode = $2 and id = $3'), [
      merchantId,
      mode,
      id,
    ]);
    return true;
  }

  /** Adds to what was refunded of a locked conversion. */
  async addRefund(tx: Tx, { merchantId, mode, id }: ConversionKey, amount: number, at: Date): Promise<void> {
    await tx.query(
      prepared(`update conversions
       set refunded_amount = refunded_amount + $4::bigint, refunded_at = coalesce(refunded_at, $5)
       where merchant_id = $1 and mode = $2 and id = $3`),
      [merchantId, mode, id, amount, at],
    );
  }

  /**
   * Which of these orders a refund waits for. To be asked after the orders' own insert: who keeps a refund holds the order's name
   * meanwhile (reserveKey), so either this query sees the refund, or its keeper saw the order.
   */
  awaitedByRefunds(orders: readonly OrderKey[]): FoundSubjects {
    const keys = orders.map(({ merchantId, mode, externalId }) => ({ merchantId, mode, externalId }));
    return {
      text: `select n."merchantId" as merchant_id, n.mode, n."externalId" as subject
       from json_to_recordset($1) as n("merchantId" uuid, mode text, "externalId" text)
       cross join lateral (
         select from kept_refunds k
         where k.merchant_id = n."merchantId" and k.mode = n.mode and k.external_id = n."externalId" limit 1
       ) k`,
      parameters: [JSON.stringify(keys)],
    };
  }
}

// What refunds need of conversions' rows: hold one by its name, or the name of one that is still to come.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { FoundSubjects } from '#platform/jobs/job.js';
import type { StoredConversion } from './stored-conversion.js';
import { selectConversion, type ConversionKey, type OrderKey } from './conversions.repository.js';

@Injectable()
export class RefundingRepository {
  /**
   * The orders of these names that are there, locked until the transaction ends, in the order that every transaction locks them in. They
   * are read in a statement of their own: one that waited for a lock would show an order as it is now, but its commission as it was before.
   */
  async lock(tx: Tx, tenant: Tenant, externalIds: readonly string[]): Promise<StoredConversion[]> {
    const keys = externalIds.map((externalId) => ({
      merchantId: tenant.merchantId,
      mode: tenant.mode,
      externalId,
    }));
    const locked = await tx.query<ConversionKey>(
      prepared(`select c.merchant_id as "merchantId", c.mode, c.id
       from conversions c join json_to_recordset($1) as n("merchantId" uuid, mode text, "externalId" text)
         on c.merchant_id = n."merchantId" and c.mode = n.mode and c.external_id = n."externalId"
       order by c.external_id collate "C" for update of c`),
      [JSON.stringify(keys)],
    );
    if (locked.length === 0) return [];
    return tx.query<StoredConversion>(
      prepared(`${selectConversion}
       join json_to_recordset($1) as n("merchantId" uuid, mode text, id uuid)
         on c.merchant_id = n."merchantId" and c.mode = n.mode and c.id = n.id`),
      [JSON.stringify(locked)],
    );
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

  /** Adds to what was refunded of locked conversions, each once. */
  async addRefunds(
    tx: Tx,
    refunds: readonly (ConversionKey & { amount: number })[],
    at: Date,
  ): Promise<void> {
    await tx.query(
      prepared(`update conversions c
       set refunded_amount = c.refunded_amount + r.amount, refunded_at = coalesce(c.refunded_at, $1)
       from json_to_recordset($2) as r("merchantId" uuid, mode text, id uuid, amount bigint)
       where c.merchant_id = r."merchantId" and c.mode = r.mode and c.id = r.id`),
      [at, JSON.stringify(refunds)],
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

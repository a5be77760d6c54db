// What is too old of what was told: counted, and deleted, a portion at a time, oldest first.
import type { Queryable, Tx } from '#platform/database/database.js';
import type { Mode, Tenant } from '#platform/database/tenant.js';

/** The oldest events of a tenant: positions ascend with the time at which they were given. */
const oldEvents = `select position from events
  where merchant_id = $1 and mode = $2 and numbered_at < $3 order by position limit $4`;
/** The oldest deliveries, by their ids, which ascend with the time at which they were made. */
const oldDeliveries = `select id from webhook_deliveries
  where merchant_id = $1 and mode = $2 and id < $3 order by id limit $4`;
const ofEndpoint = `select id from webhook_deliveries
  where merchant_id = $1 and mode = $2 and endpoint_id = $3 order by id limit $4`;

export class RetentionRepository {
  /** Everybody of whom something was told. */
  async tenants(queryable: Queryable): Promise<Tenant[]> {
    const rows = await queryable.query<{ merchant_id: string; mode: Mode }>(
      'select merchant_id, mode from event_feeds order by merchant_id, mode',
    );
    return rows.map(({ merchant_id: merchantId, mode }) => ({ merchantId, mode }));
  }

  /** @returns how many went: fewer than `rows` when these were the last */
  async deleteEvents(tx: Tx, { merchantId, mode }: Tenant, before: Date, rows: number): Promise<number> {
    const gone = await tx.query(
      `delete from events where merchant_id = $1 and mode = $2 and position in (${oldEvents}) returning 1`,
      [merchantId, mode, before, rows],
    );
    return gone.length;
  }

  /** Endpoints (UUIDs) that were deleted and of which deliveries are left: from one to the next by a step of the index. */
  async deletedEndpoints(queryable: Queryable, { merchantId, mode }: Tenant): Promise<string[]> {
    const rows = await queryable.query<{ id: string }>(
      `with recursive known (id) as (
         (select d.endpoint_id from webhook_deliveries d where d.merchant_id = $1 and d.mode = $2 order by d.endpoint_id limit 1)
         union all
         select (select d.endpoint_id from webhook_deliveries d
           where d.merchant_id = $1 and d.mode = $2 and d.endpoint_id > k.id order by d.endpoint_id limit 1)
         from known k where k.id is not null
       )
       select k.id from known k where k.id is not null
         and not exists (select 1 from webhook_endpoints e where e.merchant_id = $1 and e.mode = $2 and e.id = k.id)`,
      [merchantId, mode],
    );
    return rows.map(({ id }) => id);
  }

  /** Deliveries with their tries. @param beforeId the lowest id of those that stay @returns as deleteEvents() */
  async deleteDeliveries(tx: Tx, tenant: Tenant, beforeId: string, rows: number): Promise<number> {
    return deleteWithTries(tx, tenant, oldDeliveries, beforeId, rows);
  }

  /** The same of an endpoint that was deleted. */
  async deleteOf(tx: Tx, tenant: Tenant, endpointId: string, rows: number): Promise<number> {
    return deleteWithTries(tx, tenant, ofEndpoint, endpointId, rows);
  }

  async countEvents(queryable: Queryable, { merchantId, mode }: Tenant, before: Date): Promise<number> {
    return countOf(queryable, oldEvents, [merchantId, mode, before, null]);
  }

  async countDeliveries(queryable: Queryable, tenant: Tenant, beforeId: string): Promise<number> {
    return countOf(queryable, oldDeliveries, [tenant.merchantId, tenant.mode, beforeId, null]);
  }

  async countOf(queryable: Queryable, tenant: Tenant, endpointId: string): Promise<number> {
    return countOf(queryable, ofEndpoint, [tenant.merchantId, tenant.mode, endpointId, null]);
  }
}

async function deleteWithTries(
  tx: Tx,
  { merchantId, mode }: Tenant,
  which: string,
  by: string,
  rows: number,
): Promise<number> {
  const gone = await tx.query<{ id: string }>(
    `delete from webhook_deliveries where merchant_id = $1 and mode = $2 and id = any(array(${which})) returning id`,
    [merchantId, mode, by, rows],
  );
  await tx.query(
    'delete from webhook_attempts where merchant_id = $1 and mode = $2 and delivery_id = any($3)',
    [merchantId, mode, gone.map(({ id }) => id)],
  );
  return gone.length;
}

async function countOf(queryable: Queryable, old: string, parameters: unknown[]): Promise<number> {
  const [row] = await queryable.query<{ count: number }>(
    `select count(*)::int as count from (${old}) o`,
    parameters,
  );
  return row?.count ?? 0;
}

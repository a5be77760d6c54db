// What is too old of what was told: counted, and deleted, a portion at a time, oldest first.
import type { Queryable, Tx } from '#platform/database/database.js';
import type { Mode, Tenant } from '#platform/database/tenant.js';

/** The oldest events of a tenant: positions ascend with the time at which they were given. */
const oldEvents = `select position from events
  where merchant_id = $1 and mode = $2 and numbered_at < $3 order by position limit $4`;
/** The oldest deliveries, by their ids, which ascend with the time at which they were made. */
const oldDeliveries = `select id from webhook_deliveries
  where merchant_id = $1 and mode = $2 and id < $3 order by id limit $4`;

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

  /** Deliveries with their tries. @param beforeId the lowest id of those that stay @returns as deleteEvents() */
  async deleteDeliveries(
    tx: Tx,
    { merchantId, mode }: Tenant,
    beforeId: string,
    rows: number,
  ): Promise<number> {
    const gone = await tx.query<{ id: string }>(
      `delete from webhook_deliveries where merchant_id = $1 and mode = $2 and id in (${oldDeliveries}) returning id`,
      [merchantId, mode, beforeId, rows],
    );
    await tx.query(
      'delete from webhook_attempts where merchant_id = $1 and mode = $2 and delivery_id = any($3)',
      [merchantId, mode, gone.map(({ id }) => id)],
    );
    return gone.length;
  }

  async countEvents(queryable: Queryable, { merchantId, mode }: Tenant, before: Date): Promise<number> {
    return countOf(queryable, oldEvents, [merchantId, mode, before, null]);
  }

  async countDeliveries(
    queryable: Queryable,
    { merchantId, mode }: Tenant,
    beforeId: string,
  ): Promise<number> {
    return countOf(queryable, oldDeliveries, [merchantId, mode, beforeId, null]);
  }
}

async function countOf(queryable: Queryable, old: string, parameters: unknown[]): Promise<number> {
  const [row] = await queryable.query<{ count: number }>(
    `select count(*)::int as count from (${old}) o`,
    parameters,
  );
  return row?.count ?? 0;
}

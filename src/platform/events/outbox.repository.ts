// Every query on what happened and has no number yet, and on the tenants to whom it matters.
import { Injectable } from '@nestjs/common';
import { newId } from '#platform/values/ids.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Mode, Tenant } from '#platform/database/tenant.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import type { KeptHappening } from './happening.js';

export interface OutboxRow {
  id: string;
  happenings: KeptHappening[];
}

interface TenantRow {
  merchant_id: string;
  mode: Mode;
}

@Injectable()
export class OutboxRepository {
  /**
   * Written with the commit, a row for each tenant: of one that has no feed, nothing. Whether it has one is asked here, whatever this
   * process believes.
   */
  add(tx: Tx, rows: readonly { tenant: Tenant; happenings: readonly KeptHappening[] }[]): void {
    tx.withCommit(
      prepared(`insert into event_outbox (merchant_id, mode, id, written_at, happenings)
       select o."merchantId", o.mode, o.id, clock_timestamp(), o.happenings
       from json_to_recordset($1) as o("merchantId" uuid, mode text, id uuid, happenings text)
       where (select true from event_feeds f where f.merchant_id = o."merchantId" and f.mode = o.mode limit 1)`),
      [
        JSON.stringify(
          rows.map(({ tenant: { merchantId, mode }, happenings }) => ({
            merchantId,
            mode,
            id: newId(),
            happenings: JSON.stringify(happenings),
          })),
        ),
      ],
    );
  }

  /** Everybody who has a feed. */
  async feeds(queryable: Queryable): Promise<Tenant[]> {
    const rows = await queryable.query<TenantRow>(prepared('select merchant_id, mode from event_feeds'));
    return rows.map(toTenant);
  }

  /** From now on what happens to this tenant is kept; false if it was already. */
  async open(tx: Tx, { merchantId, mode }: Tenant, now: Date): Promise<boolean> {
    const rows = await tx.query(
      prepared(`insert into event_feeds (merchant_id, mode, last_position, created_at) values ($1, $2, 0, $3)
       on conflict (merchant_id, mode) do nothing returning mode`),
      [merchantId, mode, now],
    );
    return rows.length > 0;
  }

  /** The last number that this tenant's feed has given; null where there is no feed. */
  async lastPosition(queryable: Queryable, { merchantId, mode }: Tenant): Promise<number | null> {
    const [row] = await queryable.query<{ last_position: string }>(
      prepared('select last_position from event_feeds where merchant_id = $1 and mode = $2'),
      [merchantId, mode],
    );
    return row ? Number(row.last_position) : null;
  }

  /**
   * Tenants of whom something has no number yet, at most so many, in turns that begin behind this one: from one to the next by a step of
   * the index each, however much waits. Takes no lock.
   */
  async waiting(queryable: Queryable, after: Tenant, limit: number): Promise<Tenant[]> {
    const rows = await queryable.query<TenantRow>(
      prepared(`with recursive turns (merchant_id, mode, lap, place) as (
         select $1::uuid, $2::text, 0, 0
         union all
         select next.merchant_id, next.mode, next.lap, t.place + 1
         from turns t cross join lateral (
           (select o.merchant_id, o.mode, t.lap from event_outbox o
            where (o.merchant_id, o.mode) > (t.merchant_id, t.mode) and (t.lap = 0 or (o.merchant_id, o.mode) <= ($1, $2))
            order by o.merchant_id, o.mode limit 1)
           union all
           (select o.merchant_id, o.mode, 1 from event_outbox o
            where t.lap = 0 and (o.merchant_id, o.mode) <= ($1, $2) order by o.merchant_id, o.mode limit 1)
           order by lap limit 1
         ) next
         where t.place < $3
       )
       select merchant_id, mode from turns where place > 0`),
      [after.merchantId, after.mode, limit],
    );
    return rows.map(toTenant);
  }

  /**
   * Holds the tenant's feed: whoever has it gives the numbers, on all replicas together. @returns the last number; null when another has
   * it right now, or there is no feed.
   */
  async hold(tx: Tx, { merchantId, mode }: Tenant): Promise<number | null> {
    const [row] = await tx.query<{ last_position: string }>(
      prepared(
        'select last_position from event_feeds where merchant_id = $1 and mode = $2 for update skip locked',
      ),
      [merchantId, mode],
    );
    return row ? Number(row.last_position) : null;
  }

  /** What waits, in the order in which it happened to each thing. */
  async oldest(tx: Tx, { merchantId, mode }: Tenant, limit: number): Promise<OutboxRow[]> {
    const rows = await tx.query<{ id: string; happenings: string }>(
      prepared(`select id, happenings from event_outbox where merchant_id = $1 and mode = $2
       order by written_at, id limit $3`),
      [merchantId, mode, limit],
    );
    return rows.map(({ id, happenings }) => ({ id, happenings: JSON.parse(happenings) as KeptHappening[] }));
  }

  /** These have their numbers now, up to this one. */
  done(tx: Tx, { merchantId, mode }: Tenant, ids: readonly string[], lastPosition: number): void {
    tx.withCommit(
      prepared('delete from event_outbox where merchant_id = $1 and mode = $2 and id = any($3)'),
      [merchantId, mode, ids],
    );
    tx.withCommit(
      prepared('update event_feeds set last_position = $3 where merchant_id = $1 and mode = $2'),
      [merchantId, mode, lastPosition],
    );
  }

  /** How long the oldest of each of a thousand tenants has waited, in seconds; 0 when nothing waits. */
  async lagSeconds(queryable: Queryable): Promise<number> {
    const waiting = await this.waiting(queryable, { merchantId: LOWEST_UUID, mode: 'live' }, 1_000);
    if (waiting.length === 0) return 0;
    const [oldest] = await queryable.query<{ seconds: number }>(
      prepared(`select coalesce(extract(epoch from clock_timestamp() - min(first.written_at)), 0)::float8 as seconds
       from json_to_recordset($1) as t("merchantId" uuid, mode text) cross join lateral (
         select o.written_at from event_outbox o where o.merchant_id = t."merchantId" and o.mode = t.mode order by o.id limit 1
       ) first`),
      [JSON.stringify(waiting)],
    );
    return oldest?.seconds ?? 0;
  }
}

function toTenant({ merchant_id: merchantId, mode }: TenantRow): Tenant {
  return { merchantId, mode };
}

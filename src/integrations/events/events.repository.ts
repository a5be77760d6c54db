// Every query on events that have their numbers.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';

/** As it is stored: ids are UUIDs, the body is JSON. */
export interface StoredEvent {
  position: number;
  id: string;
  event: string;
  subjectId: string;
  sequence: number;
  campaignId: string | null;
  happenedAt: Date;
  body: string;
}

@Injectable()
export class EventsRepository {
  /** The last number that each of these subjects has; those without any are left out. */
  async lastSequences(tx: Tx, tenant: Tenant, subjectIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await tx.query<{ subject_id: string; sequence: number }>(
      prepared(`select s.subject_id, last.sequence
       from unnest($3::uuid[]) as s(subject_id) cross join lateral (
         select e.sequence from events e where e.merchant_id = $1 and e.mode = $2 and e.subject_id = s.subject_id
         order by e.sequence desc limit 1
       ) last`),
      [tenant.merchantId, tenant.mode, [...new Set(subjectIds)]],
    );
    return new Map(rows.map(({ subject_id: id, sequence }) => [id, sequence]));
  }

  async insert(tx: Tx, tenant: Tenant, events: readonly StoredEvent[], now: Date): Promise<void> {
    await tx.query(
      prepared(`insert into events
         (merchant_id, mode, position, id, event, subject_id, sequence, campaign_id, happened_at, numbered_at, body)
       select $1, $2, e.position, e.id, e.event, e."subjectId", e.sequence, e."campaignId", e."happenedAt", $4, e.body
       from json_to_recordset($3) as e(position bigint, id uuid, event text, "subjectId" uuid, sequence integer,
         "campaignId" uuid, "happenedAt" timestamptz, body text)`),
      [tenant.merchantId, tenant.mode, JSON.stringify(events), now],
    );
  }

  /** The bodies behind this position, oldest first. */
  async list(
    queryable: Queryable,
    tenant: Tenant,
    after: number,
    limit: number,
  ): Promise<{ position: number; body: string }[]> {
    const rows = await queryable.query<{ position: string; body: string }>(
      prepared(`select position, body from events
       where merchant_id = $1 and mode = $2 and position > $3 and body is not null order by position limit $4`),
      [tenant.merchantId, tenant.mode, after, limit],
    );
    return rows.map(({ position, body }) => ({ position: Number(position), body }));
  }

  /** The positions of the oldest event that has its body and of the newest; null where there is none. */
  async bounds(queryable: Queryable, tenant: Tenant): Promise<{ first: number | null; last: number | null }> {
    const [row] = await queryable.query<{ first: string | null; last: string | null }>(
      prepared(`select
         (select position from events where merchant_id = $1 and mode = $2 and body is not null order by position limit 1) as first,
         (select position from events where merchant_id = $1 and mode = $2 order by position desc limit 1) as last`),
      [tenant.merchantId, tenant.mode],
    );
    const toNumber = (text: string | null | undefined) => (text ? Number(text) : null);
    return { first: toNumber(row?.first), last: toNumber(row?.last) };
  }
}

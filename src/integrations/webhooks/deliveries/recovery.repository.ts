// Every query on what is sent again, or skipped, of many events at once: a portion each, in the order of an index.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import { newId } from '#platform/values/ids.js';
import type { EndpointKey } from './delivery.js';
import type { WaitingPlace, Walk } from './walk-cursor.js';

/** What may be sent again: a delivery's event, or an event. */
export interface Resendable {
  /** The delivery's, or the event's: the walk is in the order of these. */
  id: string;
  /** null for a test, which is in no feed. */
  position: string | null;
  eventId: string;
  event: string;
  subjectId: string;
  sequence: number;
  campaignId: string | null;
  /** What is sent where there is no event's text. */
  ownBody: string | null;
  /** Nothing is to be done: it waits, has arrived since, or (an event) was to be sent already. */
  isSettled: boolean;
  isKept: boolean;
}

/** What a portion of the walk over those that wait found. `last` is null when there was nothing more. */
export interface SkippedPortion {
  skipped: number;
  looked: number;
  last: WaitingPlace | null;
}

/** Another delivery `k` of the event of `d` to the same endpoint, of which this holds. */
const another = (condition: string) => `exists (select 1 from webhook_deliveries k
  where k.merchant_id = $1 and k.mode = $2 and k.endpoint_id = $3
    and k.subject_id = d.subject_id and k.sequence = d.sequence and k.event_id = d.event_id and ${condition})`;
const waits = "k.state = 'WAITING'";
const ofDelivery = (
  isSettled: string,
) => `d.id, d.event_position as position, d.event_id as "eventId", d.event,
  d.subject_id as "subjectId", d.sequence, d.campaign_id as "campaignId", d.own_body as "ownBody", ${isSettled} as "isSettled",
  d.own_body is not null or exists (select 1 from events e where e.merchant_id = $1 and e.mode = $2 and e.position = d.event_position
    and e.body is not null) as "isKept"`;

@Injectable()
export class RecoveryRepository {
  /** Those of these deliveries (UUIDs) that are of this endpoint, in the order of their ids. What has arrived since is settled. */
  chosen(
    queryable: Queryable,
    { merchantId, mode, endpointId }: EndpointKey,
    ids: readonly string[],
  ): Promise<Resendable[]> {
    return queryable.query<Resendable>(
      prepared(`select ${ofDelivery(another(`(${waits} or k.state = 'DELIVERED' and k.id > d.id)`))} from webhook_deliveries d
       where d.merchant_id = $1 and d.mode = $2 and d.endpoint_id = $3 and d.id = any($4) order by d.id`),
      [merchantId, mode, endpointId, ids],
    );
  }

  /** The next deliveries of events that have failed for good. One that was sent again since is settled, however that ended: the later one counts. */
  failed(
    queryable: Queryable,
    { merchantId, mode, endpointId }: EndpointKey,
    { after, untilId }: Walk<string>,
    limit: number,
  ): Promise<Resendable[]> {
    return queryable.query<Resendable>(
      prepared(`select ${ofDelivery(another(`(${waits} or k.id > d.id)`))} from webhook_deliveries d
       where d.merchant_id = $1 and d.mode = $2 and d.endpoint_id = $3 and d.state = 'FAILED' and d.event_position is not null
         and d.id > $4 and d.id < $5
       order by d.id limit $6`),
      [merchantId, mode, endpointId, after, untilId, limit],
    );
  }

  /** The next events of a merchant and mode, whether or not anybody wants them. */
  events(
    queryable: Queryable,
    { merchantId, mode, endpointId }: EndpointKey,
    { after, untilId }: Walk<string>,
    limit: number,
  ): Promise<Resendable[]> {
    return queryable.query<Resendable>(
      prepared(`select e.id, e.position, e.id as "eventId", e.event, e.subject_id as "subjectId", e.sequence, e.campaign_id as "campaignId",
         null as "ownBody", e.body is not null as "isKept",
         exists (select 1 from webhook_deliveries k where k.merchant_id = $1 and k.mode = $2 and k.endpoint_id = $3
           and k.subject_id = e.subject_id and k.sequence = e.sequence and k.event_id = e.id) as "isSettled"
       from events e where e.merchant_id = $1 and e.mode = $2 and e.id > $4 and e.id < $5 order by e.id limit $6`),
      [merchantId, mode, endpointId, after, untilId, limit],
    );
  }

  /** Each is sent again, once: due at once, behind what is new. */
  async addAgain(
    tx: Tx,
    { merchantId, mode, endpointId }: EndpointKey,
    candidates: readonly Resendable[],
    now: Date,
  ): Promise<void> {
    if (candidates.length === 0) return;
    const rows = candidates.map((candidate) => ({ ...candidate, id: newId() }));
    await tx.query(
      prepared(`insert into webhook_deliveries (merchant_id, mode, id, endpoint_id, kind, event_position, event_id, event,
         subject_id, sequence, campaign_id, own_body, state, attempts, due_at, created_at)
       select $1, $2, d.id, $3, 'RESEND', d.position, d."eventId", d.event, d."subjectId", d.sequence, d."campaignId", d."ownBody",
         'WAITING', 0, clock_timestamp(), $5
       from json_to_recordset($4) as d(id uuid, position bigint, "eventId" uuid, event text, "subjectId" uuid, sequence integer,
         "campaignId" uuid, "ownBody" text)`),
      [merchantId, mode, endpointId, JSON.stringify(rows), now],
    );
  }

  /** Skips what happened before, of the next so many that wait. Locked in the order of their ids, as where their tries are written down. */
  async skip(
    tx: Tx,
    { merchantId, mode, endpointId }: EndpointKey,
    { after, untilId }: Walk<WaitingPlace>,
    limit: number,
  ): Promise<SkippedPortion> {
    const [row] = await tx.query<{ skipped: number; looked: number } & Partial<WaitingPlace>>(
      prepared(`with looked as materialized (
         select d.id, d.kind, d.due_at, d.event_id from webhook_deliveries d
         where d.merchant_id = $1 and d.mode = $2 and d.endpoint_id = $3 and d.state = 'WAITING' and d.kind < 'TEST'
           and (d.kind, d.due_at, d.id) > ($4, timestamptz 'epoch' + $5::bigint * interval '1 microsecond', $6::uuid)
         order by d.kind, d.due_at, d.id limit $8
       ), held as materialized (
         select d.id from webhook_deliveries d
         where d.merchant_id = $1 and d.mode = $2 and d.state = 'WAITING'
           and d.id = any(array(select id from looked where event_id < $7))
         order by d.id for update
       ), skipped as (
         update webhook_deliveries set state = 'SKIPPED'
         where merchant_id = $1 and mode = $2 and id = any(array(select id from held)) returning 1
       )
       select (select count(*)::int from skipped) as skipped, (select count(*)::int from looked) as looked, last.*
       from (select 1) as always left join lateral (
         select l.kind, (extract(epoch from l.due_at) * 1000000)::bigint::text as "dueMicros", l.id
         from looked l order by l.kind desc, l.due_at desc, l.id desc limit 1
       ) last on true`),
      [merchantId, mode, endpointId, after.kind, after.dueMicros, after.id, untilId, limit],
    );
    const { skipped = 0, looked = 0, kind, dueMicros, id } = row ?? {};
    return { skipped, looked, last: kind && dueMicros && id ? { kind, dueMicros, id } : null };
  }
}

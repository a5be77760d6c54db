// Every query on deliveries of one merchant and mode that are under way: made, taken, ended.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Mode, Tenant } from '#platform/database/tenant.js';
import { newId } from '#platform/values/ids.js';
import type { DeliveryKind, DeliveryState, EndpointKey, NewDelivery, TakenDelivery } from './delivery.js';

/** How a try ended. */
export interface EndedTry {
  delivery: TakenDelivery;
  state: DeliveryState;
  /** After how long it is tried again, by PostgreSQL's clock; null: no more. */
  waitMs: number | null;
  startedAt: Date;
  durationMs: number;
  status: number | null;
  headers: Record<string, string>;
  body: string;
  isCut: boolean;
  failure: string | null;
}

interface TakenRow {
  merchant_id: string;
  mode: Mode;
  id: string;
  endpoint_id: string;
  kind: DeliveryKind;
  event_id: string;
  event: string;
  campaign_id: string | null;
  attempts: number;
  body: string | null;
  created_at: Date;
}

/** Those of a kind that are due at an endpoint, and of which no earlier one of the same subject waits, where that counts. */
const dueOf = (kind: string) => `select d.id from webhook_deliveries d
  where d.merchant_id = $1 and d.mode = $2 and d.endpoint_id = $3 and d.state = 'WAITING' and d.kind = ${kind} and d.due_at <= now()
    and (not $4::boolean or not exists (
      select 1 from webhook_deliveries p where p.merchant_id = $1 and p.mode = $2 and p.endpoint_id = $3
        and p.subject_id = d.subject_id and p.sequence < d.sequence and p.state = 'WAITING' and p.kind = ${kind}))`;

@Injectable()
export class DeliveriesRepository {
  /** Writes what events become for endpoints, with the transaction that numbers them. What is taken is the caller's until the lease ends. */
  addAll(tx: Tx, { merchantId, mode }: Tenant, made: readonly NewDelivery[], leaseMs: number): void {
    if (made.length === 0) return;
    // The body stays with the event.
    const rows = made.map((delivery) => ({ ...delivery, body: undefined }));
    tx.withCommit(
      prepared(`insert into webhook_deliveries (merchant_id, mode, id, endpoint_id, kind, event_position, event_id, event,
         subject_id, sequence, campaign_id, state, attempts, due_at, created_at)
       select $1, $2, d.id, d."endpointId", d.kind, d.position, d."eventId", d.event, d."subjectId", d.sequence, d."campaignId",
         'WAITING', 0, clock_timestamp() + case when d."isTaken" then $4 * interval '1 millisecond' else interval '0' end, d."createdAt"
       from json_to_recordset($3) as d(id uuid, "endpointId" uuid, kind text, position bigint, "eventId" uuid, event text,
         "subjectId" uuid, sequence integer, "campaignId" uuid, "isTaken" boolean, "createdAt" timestamptz)`),
      [merchantId, mode, JSON.stringify(rows), leaseMs],
    );
  }

  /**
   * Takes what is due at one endpoint: it is the caller's until the lease ends. What happened comes first, the oldest before all, and what
   * is sent by hand when there is room left: a million that are sent again delay nothing new. What another replica takes right now is left
   * out. Where the order of one subject counts, what has an earlier one of its kind before it is left out too.
   */
  async take(
    queryable: Queryable,
    { merchantId, mode, endpointId, isOrdered }: EndpointKey & { isOrdered: boolean },
    limit: number,
    leaseMs: number,
  ): Promise<TakenDelivery[]> {
    const rows = await queryable.query<TakenRow>(
      prepared(`with fresh as materialized (
         ${dueOf("'EVENT'")} order by d.due_at limit $5 for update skip locked
       ), by_hand as materialized (
         select d.id from unnest(array['RESEND', 'TEST']) k(kind) cross join lateral (
           ${dueOf('k.kind')} order by d.due_at limit $5 - (select count(*) from fresh) for update skip locked
         ) d limit $5 - (select count(*) from fresh)
       ), taken as (
         update webhook_deliveries d set due_at = clock_timestamp() + $6 * interval '1 millisecond'
         from (select id from fresh union all select id from by_hand) due
         where d.merchant_id = $1 and d.mode = $2 and d.id = due.id
         returning d.*
       )
       select t.merchant_id, t.mode, t.id, t.endpoint_id, t.kind, t.event_id, t.event, t.campaign_id, t.attempts, t.created_at,
         coalesce(t.own_body, (select e.body from events e
           where e.merchant_id = $1 and e.mode = $2 and e.position = t.event_position)) as body
       from taken t order by t.kind, t.created_at, t.id`),
      [merchantId, mode, endpointId, isOrdered, limit, leaseMs],
    );
    return rows.map(toTaken);
  }

  /** Those of these that are still to be sent: nobody has skipped them, and they were not deleted. */
  async stillWaiting(
    queryable: Queryable,
    { merchantId, mode }: Tenant,
    ids: readonly string[],
  ): Promise<Set<string>> {
    const rows = await queryable.query<{ id: string }>(
      prepared(
        `select id from webhook_deliveries where merchant_id = $1 and mode = $2 and id = any($3) and state = 'WAITING'`,
      ),
      [merchantId, mode, ids],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Gives back what was taken and not tried: due at once. */
  async giveBack(queryable: Queryable, { merchantId, mode }: Tenant, ids: readonly string[]): Promise<void> {
    await queryable.query(
      prepared(`update webhook_deliveries set due_at = clock_timestamp()
       where merchant_id = $1 and mode = $2 and id = any($3) and state = 'WAITING'`),
      [merchantId, mode, ids],
    );
  }

  /** Writes how tries of one merchant and mode ended. Of a delivery that was deleted meanwhile nothing is written; one that is done, or was skipped, stays so unless it has arrived. */
  end(tx: Tx, { merchantId, mode }: Tenant, tries: readonly EndedTry[]): void {
    const rows = tries.map(({ delivery, headers, ...ended }) => ({
      ...ended,
      id: delivery.id,
      attemptId: newId(),
      headers: JSON.stringify(headers),
    }));
    tx.withCommit(
      prepared(`with ended as materialized (
         select *, clock_timestamp() + "waitMs" * interval '1 millisecond' as next_try_at from json_to_recordset($3) as t(id uuid, "attemptId" uuid, state text, "waitMs" float8,
           "startedAt" timestamptz, "durationMs" integer, status integer, headers text, body text, "isCut" boolean, failure text)
       ), held as materialized (
         select d.id from webhook_deliveries d
         where d.merchant_id = $1 and d.mode = $2 and d.id = any(array(select id from ended)) order by d.id for update
       ), moved as (
         update webhook_deliveries d set state = case when d.state <> 'WAITING' and t.state <> 'DELIVERED' then d.state else t.state end,
           attempts = d.attempts + 1, due_at = coalesce(t.next_try_at, d.due_at)
         from ended t where d.merchant_id = $1 and d.mode = $2 and d.id = t.id and d.id = any(array(select id from held)) returning d.id, d.state
       )
       insert into webhook_attempts (merchant_id, mode, delivery_id, id, started_at, duration_ms, status, headers, body, is_cut, failure, next_try_at)
       select $1, $2, t.id, t."attemptId", t."startedAt", t."durationMs", t.status, t.headers, t.body, t."isCut", t.failure,
         case m.state when 'WAITING' then t.next_try_at end
       from ended t join moved m on m.id = t.id`),
      [merchantId, mode, JSON.stringify(rows)],
    );
  }

  /** These are not wanted any more, or there is nothing to send. One that has ended meanwhile stays as it is. */
  async skip(queryable: Queryable, { merchantId, mode }: Tenant, ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await queryable.query(
      prepared(
        `update webhook_deliveries set state = 'SKIPPED'
         where merchant_id = $1 and mode = $2 and id = any($3) and state = 'WAITING'`,
      ),
      [merchantId, mode, ids],
    );
  }
}

function toTaken(row: TakenRow): TakenDelivery {
  return {
    merchantId: row.merchant_id,
    mode: row.mode,
    id: row.id,
    endpointId: row.endpoint_id,
    kind: row.kind,
    eventId: row.event_id,
    event: row.event,
    campaignId: row.campaign_id,
    attempts: row.attempts,
    body: row.body,
    createdAt: row.created_at,
  };
}

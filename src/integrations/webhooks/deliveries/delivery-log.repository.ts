// Every query on deliveries as they are shown: listed, read with their tries, and made anew by hand.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { PageRequest } from '#platform/values/paging.js';
import type { AttemptEntity } from './attempt.entity.js';
import type { DeliveryEntity } from './delivery.entity.js';
import type { DeliveryState, EndpointKey } from './delivery.js';

export type StoredTry = Omit<AttemptEntity, 'merchant_id' | 'mode' | 'delivery_id' | 'id'>;

/** As it is shown. */
export type ShownDelivery = Pick<
  DeliveryEntity,
  'id' | 'endpoint_id' | 'kind' | 'event_id' | 'event' | 'state' | 'attempts' | 'due_at' | 'created_at'
>;

/** What is sent of it beside what is shown. */
export type SentDelivery = ShownDelivery &
  Pick<DeliveryEntity, 'event_position' | 'subject_id' | 'sequence' | 'campaign_id'> & {
    body: string | null;
  };

export interface LogFilter {
  state: DeliveryState | null;
  event: string | null;
  /** A UUID. */
  eventId: string | null;
}

const shown = 'd.id, d.endpoint_id, d.kind, d.event_id, d.event, d.state, d.attempts, d.due_at, d.created_at';
const tried =
  'a.delivery_id, a.started_at, a.duration_ms, a.status, a.headers, a.body, a.is_cut, a.failure, a.next_try_at';

/** What is written of a delivery that is made by hand, beside its event. */
interface DeliveryByHand {
  /** What is sent instead of the event's text; null: that one. */
  ownBody: string | null;
  dueAt: Date;
  createdAt: Date;
  /** WAITING unless told. */
  state?: DeliveryState;
}

@Injectable()
export class DeliveryLogRepository {
  /** One row more than a page holds, newest first. */
  list(
    queryable: Queryable,
    { merchantId, mode, endpointId }: EndpointKey,
    { state, event, eventId }: LogFilter,
    { limit, offset, afterId }: PageRequest,
  ): Promise<ShownDelivery[]> {
    return queryable.query<ShownDelivery>(
      `select ${shown} from webhook_deliveries d
       where d.merchant_id = $1 and d.mode = $2 and d.endpoint_id = $3 and ($4::text is null or d.state = $4)
         and ($5::text is null or d.event = $5) and ($6::uuid is null or d.event_id = $6) and ($7::uuid is null or d.id < $7)
       order by d.id desc limit $8 offset $9`,
      [merchantId, mode, endpointId, state, event, eventId, afterId, limit + 1, offset],
    );
  }

  /** How many wait for the endpoint, those that are being sent among them. */
  async countWaiting(queryable: Queryable, { merchantId, mode, endpointId }: EndpointKey): Promise<number> {
    const [row] = await queryable.query<{ count: number }>(
      prepared(`select count(*)::int as count from webhook_deliveries
       where merchant_id = $1 and mode = $2 and endpoint_id = $3 and state = 'WAITING'`),
      [merchantId, mode, endpointId],
    );
    return row?.count ?? 0;
  }

  /** The last try of each of these deliveries that has one, by its id. */
  async lastTries(
    queryable: Queryable,
    { merchantId, mode }: EndpointKey,
    ids: readonly string[],
  ): Promise<Map<string, StoredTry>> {
    const rows = await queryable.query<StoredTry & { delivery_id: string }>(
      prepared(`select last.* from unnest($3::uuid[]) as w(id) cross join lateral (
         select ${tried} from webhook_attempts a
         where a.merchant_id = $1 and a.mode = $2 and a.delivery_id = w.id order by a.id desc limit 1
       ) last`),
      [merchantId, mode, ids],
    );
    return new Map(rows.map((row) => [row.delivery_id, row]));
  }

  /** Every try of a delivery, oldest first. */
  tries(queryable: Queryable, { merchantId, mode }: EndpointKey, id: string): Promise<StoredTry[]> {
    return queryable.query<StoredTry>(
      prepared(`select ${tried} from webhook_attempts a
       where a.merchant_id = $1 and a.mode = $2 and a.delivery_id = $3 order by a.id`),
      [merchantId, mode, id],
    );
  }

  /** One delivery of the endpoint with the text that is sent. */
  async find(
    queryable: Queryable,
    { merchantId, mode, endpointId }: EndpointKey,
    id: string,
  ): Promise<SentDelivery | null> {
    const [row] = await queryable.query<SentDelivery>(
      prepared(`select ${shown}, d.event_position, d.subject_id, d.sequence, d.campaign_id,
         coalesce(d.own_body, (select e.body from events e
           where e.merchant_id = $1 and e.mode = $2 and e.position = d.event_position)) as body
       from webhook_deliveries d where d.merchant_id = $1 and d.mode = $2 and d.endpoint_id = $3 and d.id = $4`),
      [merchantId, mode, endpointId, id],
    );
    return row ?? null;
  }

  /** The id of one that was made by hand for the same event and is on its way; null where there is none. */
  async findResent(
    tx: Tx,
    { merchantId, mode, endpointId }: EndpointKey,
    { subject_id: subjectId, sequence, event_id: eventId }: SentDelivery,
  ): Promise<string | null> {
    const [row] = await tx.query<{ id: string }>(
      prepared(`select id from webhook_deliveries
       where merchant_id = $1 and mode = $2 and endpoint_id = $3 and subject_id = $4 and sequence = $5 and event_id = $6
         and kind = 'RESEND' and state = 'WAITING' limit 1`),
      [merchantId, mode, endpointId, subjectId, sequence, eventId],
    );
    return row?.id ?? null;
  }

  /** Writes one that was made by hand. */
  async insert(
    tx: Tx,
    { merchantId, mode, endpointId }: EndpointKey,
    id: string,
    {
      kind,
      event_position: position,
      event_id: eventId,
      event,
      subject_id: subjectId,
      sequence,
      campaign_id: campaignId,
    }: Omit<SentDelivery, keyof ShownDelivery | 'body'> & Pick<SentDelivery, 'kind' | 'event_id' | 'event'>,
    { ownBody, dueAt, createdAt, state = 'WAITING' }: DeliveryByHand,
  ): Promise<void> {
    await tx.query(
      prepared(`insert into webhook_deliveries (merchant_id, mode, id, endpoint_id, kind, event_position, event_id, event,
         subject_id, sequence, campaign_id, own_body, state, attempts, due_at, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $15, 0, $13, $14)`),
      [
        merchantId,
        mode,
        id,
        endpointId,
        kind,
        position,
        eventId,
        event,
        subjectId,
        sequence,
        campaignId,
        ownBody,
        dueAt,
        createdAt,
        state,
      ],
    );
  }
}

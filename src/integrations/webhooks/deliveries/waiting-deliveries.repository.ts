// Every query on what waits, of everybody: whose turn it is, and how much there is.
import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Mode } from '#platform/database/tenant.js';
import type { EndpointKey } from './delivery.js';

/** An endpoint that has something due. */
export interface DueEndpoint extends EndpointKey {
  /** How long the first of it has been due. */
  lateSeconds: number;
}

/** What a look found: endpoints that may be sent to now, and the last one that was looked at, due or not. */
export interface LookAround {
  due: DueEndpoint[];
  last: EndpointKey | null;
  /** Whether it ended before it had been round. */
  isMore: boolean;
}

interface DueRow {
  merchant_id: string;
  mode: Mode;
  endpoint_id: string;
  /** null: it is not to be sent to now. */
  late_seconds: number | null;
}

/** How long the first of what is due at the endpoint of this turn `t` has been so, of whatever kind; null where nothing is. */
const lateness = `(select extract(epoch from clock_timestamp() - due.due_at)::float8
  from unnest(array['EVENT', 'RESEND', 'TEST']) k(kind) cross join lateral (
    select d.due_at from webhook_deliveries d where d.merchant_id = t.merchant_id and d.mode = t.mode and d.endpoint_id = t.endpoint_id
      and d.state = 'WAITING' and d.kind = k.kind and d.due_at <= now() order by d.due_at limit 1) due
  order by due.due_at limit 1)`;

@Injectable()
export class WaitingDeliveriesRepository {
  /**
   * Looks at endpoints for which something waits, at most so many, in turns that begin behind this one: from one to the next by a step of
   * the index each, however much waits. Takes no lock.
   */
  async dueEndpoints(queryable: Queryable, after: EndpointKey, limit: number): Promise<LookAround> {
    const rows = await queryable.query<DueRow>(
      prepared(`with recursive turns (merchant_id, mode, endpoint_id, lap, place) as (
         select $1::uuid, $2::text, $3::uuid, 0, 0
         union all
         select next.merchant_id, next.mode, next.endpoint_id, next.lap, t.place + 1
         from turns t cross join lateral (
           (select d.merchant_id, d.mode, d.endpoint_id, t.lap from webhook_deliveries d
            where d.state = 'WAITING' and (d.merchant_id, d.mode, d.endpoint_id) > (t.merchant_id, t.mode, t.endpoint_id)
              and (t.lap = 0 or (d.merchant_id, d.mode, d.endpoint_id) <= ($1, $2, $3))
            order by d.merchant_id, d.mode, d.endpoint_id limit 1)
           union all
           (select d.merchant_id, d.mode, d.endpoint_id, 1 from webhook_deliveries d
            where d.state = 'WAITING' and t.lap = 0 and (d.merchant_id, d.mode, d.endpoint_id) <= ($1, $2, $3)
            order by d.merchant_id, d.mode, d.endpoint_id limit 1)
           order by lap limit 1
         ) next
         where t.place < $4
       )
       select t.merchant_id, t.mode, t.endpoint_id, (
         select ${lateness} from webhook_endpoints e
         where e.merchant_id = t.merchant_id and e.mode = t.mode and e.id = t.endpoint_id and e.status = 'ACTIVE'
       ) as late_seconds
       from turns t where t.place > 0 order by t.place`),
      [after.merchantId, after.mode, after.endpointId, limit],
    );
    const looked = rows.map(
      ({ merchant_id: merchantId, mode, endpoint_id: endpointId, late_seconds: lateSeconds }) => ({
        key: { merchantId, mode, endpointId },
        lateSeconds,
      }),
    );
    return {
      due: looked.flatMap(({ key, lateSeconds }) => (lateSeconds === null ? [] : [{ ...key, lateSeconds }])),
      last: looked.at(-1)?.key ?? null,
      isMore: looked.length === limit,
    };
  }

  /** How many wait, of everybody; at most `most`. */
  async countWaiting(queryable: Queryable, most: number): Promise<number> {
    const [row] = await queryable.query<{ count: number }>(
      prepared(
        `select count(*)::int as count from (select from webhook_deliveries where state = 'WAITING' limit $1) waiting`,
      ),
      [most],
    );
    return row?.count ?? 0;
  }
}

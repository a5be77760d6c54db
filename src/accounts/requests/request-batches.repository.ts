// Every query on the last requests, each within one merchant and mode.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { KeptCall } from './kept-call.js';
import type { RequestBatchEntity } from './request-batch.entity.js';
import { MOST_KEPT } from './waiting-calls.js';

export type RequestBatch = Pick<RequestBatchEntity, 'id' | 'failed' | 'calls'>;

const insertion = prepared(
  `insert into request_batches (merchant_id, mode, failed, id, call_count, calls) values ($1, $2, $3, $4, $5, $6)`,
);

// The rows before which there are enough calls without them.
const trimming = prepared(
  `delete from request_batches where merchant_id = $1 and mode = $2 and failed = $3 and id <= (
     select id from (
       select id, sum(call_count) over (order by id desc rows between unbounded preceding and 1 preceding) as newer
       from request_batches where merchant_id = $1 and mode = $2 and failed = $3) b
     where newer >= ${MOST_KEPT} order by id desc limit 1)`,
);

@Injectable()
export class RequestBatchesRepository {
  /** Written with the commit. What is beyond the newest of its kind, whoever wrote it, goes. */
  add(
    tx: Tx,
    { merchantId, mode }: Tenant,
    { id, failed, calls }: { id: string; failed: boolean; calls: readonly KeptCall[] },
  ): void {
    const tenant = [merchantId, mode, failed];
    tx.withCommit(insertion, [...tenant, id, calls.length, JSON.stringify(calls)]);
    tx.withCommit(trimming, tenant);
  }

  /** All that is kept. @param failed only calls of this kind; null: of both. */
  list(queryable: Queryable, { merchantId, mode }: Tenant, failed: boolean | null): Promise<RequestBatch[]> {
    const kinds = failed === null ? [true, false] : [failed];
    return queryable.query<RequestBatch>(
      prepared(
        'select id, failed, calls from request_batches where merchant_id = $1 and mode = $2 and failed = any($3)',
      ),
      [merchantId, mode, kinds],
    );
  }
}

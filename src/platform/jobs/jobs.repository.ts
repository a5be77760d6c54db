// The rows that say what must follow a commit. Each side of a race writes one in its own transaction; whoever commits last is seen.
import { Injectable } from '@nestjs/common';
import { newId } from '#platform/values/ids.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { JobEntity } from './job.entity.js';
import type { FoundSubjects, Job, JobKind, JobRow } from './job.js';

@Injectable()
export class JobsRepository {
  /** Writes jobs in the caller's transaction, the last step of the lock order. */
  enqueue(tx: Tx, jobs: Job[]): void {
    if (jobs.length === 0) return;
    const rows = jobs.map(({ merchantId, mode, kind, subject }) => ({
      merchant_id: merchantId,
      mode,
      id: newId(),
      kind,
      subject,
    }));
    tx.withCommit(
      prepared(`insert into work (merchant_id, mode, id, kind, subject, created_at, due_at, attempts)
       select merchant_id, mode, id, kind, subject, clock_timestamp(), clock_timestamp(), 0
       from json_to_recordset($1) as w(merchant_id uuid, mode text, id uuid, kind text, subject text)`),
      [JSON.stringify(rows)],
    );
  }

  /** Writes a job of this kind for each merchant_id, mode and subject that a query finds, in the caller's transaction. */
  enqueueFound(tx: Tx, kind: JobKind, { text, parameters }: FoundSubjects): void {
    tx.withCommit(
      prepared(`insert into work (merchant_id, mode, id, kind, subject, created_at, due_at, attempts)
       select f.merchant_id, f.mode, gen_random_uuid(), '${kind}', f.subject, clock_timestamp(), clock_timestamp(), 0
       from (${text}) f`),
      parameters,
    );
  }

  /**
   * Takes the oldest rows that are due, of these kinds. They are the caller's until the lease ends; if it has neither done them by then nor
   * renewed the lease, they are due again, here or on another replica. Rows that another replica takes or removes right now are left out:
   * a statement that waits for no lock can be in no deadlock, in whatever order it comes upon rows.
   */
  async claim(
    queryable: Queryable,
    kinds: readonly JobKind[],
    limit: number,
    leaseMs: number,
  ): Promise<JobRow[]> {
    const rows = await queryable.query<JobEntity>(
      prepared(`with due as materialized (
         select merchant_id, mode, id from work where due_at <= now() and kind = any($1)
         order by due_at, id limit $2 for update skip locked
       )
       update work w set due_at = clock_timestamp() + $3 * interval '1 millisecond'
       from due d where w.merchant_id = d.merchant_id and w.mode = d.mode and w.id = d.id
       returning w.merchant_id, w.mode, w.id, w.kind, w.subject`),
      [kinds, limit, leaseMs],
    );
    return rows.map((row) => ({
      merchantId: row.merchant_id,
      mode: row.mode as Tenant['mode'],
      id: row.id,
      kind: row.kind as JobKind,
      subject: row.subject,
    }));
  }

  /** Leaves these rows to the caller for as long again. One that somebody removes right now needs it no more. */
  async renew(queryable: Queryable, rows: readonly JobRow[], leaseMs: number): Promise<void> {
    await queryable.query(
      prepared(`with held as materialized (
         select w.merchant_id, w.mode, w.id
         from work w join json_to_recordset($1) as h("merchantId" uuid, mode text, id uuid)
           on w.merchant_id = h."merchantId" and w.mode = h.mode and w.id = h.id
         for update of w skip locked
       )
       update work w set due_at = clock_timestamp() + $2 * interval '1 millisecond'
       from held h where w.merchant_id = h.merchant_id and w.mode = h.mode and w.id = h.id`),
      [JSON.stringify(rows), leaseMs],
    );
  }

  /** Removes rows that are done; doing so twice does no harm. */
  async done(queryable: Queryable, rows: JobRow[]): Promise<void> {
    await queryable.query(
      prepared(`with done as materialized (
         select w.merchant_id, w.mode, w.id
         from work w join json_to_recordset($1) as d("merchantId" uuid, mode text, id uuid)
           on w.merchant_id = d."merchantId" and w.mode = d.mode and w.id = d.id
         order by w.merchant_id, w.mode collate "C", w.id for update of w
       )
       delete from work w using done d where w.merchant_id = d.merchant_id and w.mode = d.mode and w.id = d.id`),
      [JSON.stringify(rows)],
    );
  }

  /**
   * How long the oldest row has waited, in seconds; 0 when none waits. Fails at once when the database is away.
   * Looks at those due first, so that it costs the same however many wait: a row that nobody took yet is due since it was made, so
   * the oldest of these is among them; rows that were put off are seen as long as fewer wait.
   */
  async lagSeconds(queryable: Queryable): Promise<number> {
    const [oldest] = await queryable.query<{ seconds: number }>(
      prepared(`select coalesce(extract(epoch from clock_timestamp() - min(created_at)), 0)::float8 as seconds
       from (select created_at from work order by due_at limit 1000) next`),
    );
    return oldest?.seconds ?? 0;
  }

  /** Puts a row that failed off: 1, 2, 4 … seconds, at most five minutes, so that it never stands in the way of others. */
  async retryLater(queryable: Queryable, row: JobRow): Promise<void> {
    await queryable.query(
      prepared(`update work set attempts = attempts + 1,
         due_at = clock_timestamp() + make_interval(secs => least(300, power(2, least(attempts, 10))))
       where merchant_id = $1 and mode = $2 and id = $3`),
      [row.merchantId, row.mode, row.id],
    );
  }
}

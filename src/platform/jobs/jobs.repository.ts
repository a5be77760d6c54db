// The rows that say what must follow a commit. Each side of a race writes one in its own transaction; whoever commits last is seen.
import { Injectable } from '@nestjs/common';
import { newId } from '#platform/values/ids.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { groupBy } from '#platform/database/grouping.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { JobEntity } from './job.entity.js';
import type { FoundSubjects, Job, JobKind, JobRow } from './job.js';
import type { Progress } from './progress.js';

export interface ClaimAsked {
  kinds: readonly JobKind[];
  /** The merchant who had the last turn; the next one by id has the first of this claim. */
  afterMerchantId: string;
  /** How many rows, about: each merchant's part is rounded up. */
  limit: number;
  /** How long they are the caller's, in milliseconds. */
  leaseMs: number;
}

export interface ClaimedRows {
  rows: JobRow[];
  /** Who had the last turn; null when nothing was due. */
  lastMerchantId: string | null;
  /** Whether there may be more that is due: some merchant's part was used up. */
  isMore: boolean;
}

/** A row as it was claimed, and how far it has come now. */
export interface Move {
  row: JobRow;
  to: Progress;
}

const columns = '"merchantId" uuid, mode text, id uuid, "afterId" uuid, "untilId" uuid';

/** The row `w` that was claimed, if it still stands where it stood then. */
const isSame = (claimed: string) => `w.merchant_id = ${claimed}."merchantId" and w.mode = ${claimed}.mode
           and w.id = ${claimed}.id and ${claimed}."afterId" is not distinct from w.after_id
           and ${claimed}."untilId" is not distinct from w.until_id`;

type ClaimedRow = JobEntity & { place: number; part: number };

/** Of every row. An index that is there for turns alone is used by who says so (migration 0004). */
const inTurns = 'w.attempts >= 0';

/** A row to be taken: due, and of a kind that the caller knows. */
const isDue = `${inTurns} and w.due_at <= now() and w.kind = any($1)`;

/**
 * Who has something due: from one merchant to the next by id, beginning behind $2, once round, at most $3 of them. Each step is one look into
 * the index, however many rows wait.
 */
const lanes = `lanes (merchant_id, lap, place) as (
         select $2::uuid, 0, 0
         union all
         select next.merchant_id, next.lap, l.place + 1
         from lanes l cross join lateral (
           (select w.merchant_id, l.lap from work w
            where w.merchant_id > l.merchant_id and (l.lap = 0 or w.merchant_id <= $2) and ${isDue}
            order by w.merchant_id, w.due_at limit 1)
           union all
           (select w.merchant_id, 1 from work w
            where l.lap = 0 and w.merchant_id <= $2 and ${isDue}
            order by w.merchant_id, w.due_at limit 1)
           order by lap limit 1
         ) next
         where l.place < $3
       )`;

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
   * Takes rows that are due, of these kinds, in turns of merchants: of each the same part, its oldest first. They are the caller's until
   * the lease ends; if it has neither done them by then nor renewed the lease, they are due again, here or on another replica. Rows that
   * another replica takes or removes right now are left out: a statement that waits for no lock can be in no deadlock, in whatever order
   * it comes upon rows.
   */
  async claim(
    queryable: Queryable,
    { kinds, afterMerchantId, limit, leaseMs }: ClaimAsked,
  ): Promise<ClaimedRows> {
    const rows = await queryable.query<ClaimedRow>(
      prepared(`with recursive ${lanes}, part as materialized (
         select ceil($3::numeric / greatest(count(*), 1))::int as part from lanes where place > 0
       ), due as materialized (
         select w.merchant_id, w.mode, w.id, l.place
         from lanes l cross join lateral (
           select w.merchant_id, w.mode, w.id from work w where w.merchant_id = l.merchant_id and ${isDue}
           order by w.due_at limit (select part from part) for update skip locked
         ) w
         where l.place > 0
       )
       update work w set due_at = clock_timestamp() + $4 * interval '1 millisecond'
       from due d where w.merchant_id = d.merchant_id and w.mode = d.mode and w.id = d.id
       returning w.merchant_id, w.mode, w.id, w.kind, w.subject, w.after_id, w.until_id, d.place,
         (select part from part) as part`),
      [kinds, afterMerchantId, limit, leaseMs],
    );
    const byPlace = groupBy(rows, (row) => row.place);
    const last = byPlace.get(Math.max(...byPlace.keys()))?.[0];
    return {
      rows: rows.map(toJobRow),
      lastMerchantId: last?.merchant_id ?? null,
      isMore: [...byPlace.values()].some((ofMerchant) => ofMerchant.length === ofMerchant[0]?.part),
    };
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

  /**
   * Gives rows back that have come so far: due at once, behind all others of their merchant. @returns the ids of those that are back. Not
   * one that stands elsewhere than it did when it was claimed: the lease ended, and another replica has it, or has done it.
   */
  async putBack(queryable: Queryable, moves: readonly Move[]): Promise<string[]> {
    if (moves.length === 0) return [];
    const asked = moves.map(({ row, to }) => ({ ...row, toAfterId: to.afterId, toUntilId: to.untilId }));
    const rows = await queryable.query<{ id: string }>(
      prepared(`with back as materialized (
         select w.merchant_id, w.mode, w.id, b."toAfterId", b."toUntilId"
         from work w join json_to_recordset($1) as b(${columns}, "toAfterId" uuid, "toUntilId" uuid) on ${isSame('b')}
         order by w.merchant_id, w.mode collate "C", w.id for update of w
       )
       update work w set due_at = clock_timestamp(), after_id = b."toAfterId", until_id = b."toUntilId"
       from back b where w.merchant_id = b.merchant_id and w.mode = b.mode and w.id = b.id
       returning w.id`),
      [JSON.stringify(asked)],
    );
    return rows.map((row) => row.id);
  }

  /** Removes rows that are done; doing so twice does no harm. Not one that stands elsewhere than when it was claimed: see putBack(). */
  async done(queryable: Queryable, rows: readonly JobRow[]): Promise<void> {
    if (rows.length === 0) return;
    await queryable.query(
      prepared(`with done as materialized (
         select w.merchant_id, w.mode, w.id
         from work w join json_to_recordset($1) as d(${columns}) on ${isSame('d')}
         order by w.merchant_id, w.mode collate "C", w.id for update of w
       )
       delete from work w using done d where w.merchant_id = d.merchant_id and w.mode = d.mode and w.id = d.id`),
      [JSON.stringify(rows)],
    );
  }

  /**
   * How long the oldest row has waited, in seconds; 0 when none waits. Fails at once when the database is away.
   * Of each merchant it looks at those due first, so that it costs the same however many wait: a row that nobody took yet is due since it
   * was made, so the oldest of these is among them; rows that were put off or put back are seen as long as fewer wait.
   */
  async lagSeconds(queryable: Queryable): Promise<number> {
    const [oldest] = await queryable.query<{ seconds: number }>(
      prepared(`with recursive lanes (merchant_id) as (
         (select w.merchant_id from work w where ${inTurns} order by w.merchant_id limit 1)
         union all
         select (select w.merchant_id from work w where w.merchant_id > l.merchant_id and ${inTurns} order by w.merchant_id limit 1)
         from lanes l where l.merchant_id is not null
       )
       select coalesce(extract(epoch from clock_timestamp() - min(next.created_at)), 0)::float8 as seconds
       from (select merchant_id from lanes limit 1000) l cross join lateral (
         select w.created_at from work w where w.merchant_id = l.merchant_id and ${inTurns} order by w.due_at limit 100
       ) next`),
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

function toJobRow(row: JobEntity): JobRow {
  return {
    merchantId: row.merchant_id,
    mode: row.mode as Tenant['mode'],
    id: row.id,
    kind: row.kind as JobKind,
    subject: row.subject,
    afterId: row.after_id,
    untilId: row.until_id,
  };
}

// Which unattributed orders wait for which evidence: what a later click, identify or first credit is looked up in.
import { Injectable } from '@nestjs/common';
import { fromPublicId } from '#platform/values/ids.js';
import { AFTER_TOLERANCE_MS } from '#conversions/attribution/decide.js';
import { isUsable, type EvidenceItem } from '#conversions/attribution/evidence.js';
import { groupBy, uniqueBy } from '#platform/database/grouping.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { JobRow } from '#platform/jobs/job.js';
import { afterPortion, stretchOf } from '#platform/jobs/progress.js';
import type { ConversionKey } from './conversions.repository.js';
import { sessionsOf } from './facts.repository.js';

interface Waiting extends ConversionKey {
  evidence: readonly EvidenceItem[];
}

const columns = '"merchantId" uuid, mode text, kind text, value text, "conversionId" uuid';

export interface AwaitedOrders {
  /** Those that a click can be credited with, each once. */
  reached: ConversionKey[];
  /** Jobs that more orders may wait for, as far as they came. */
  unfinished: JobRow[];
}

interface AwaitedRow extends ConversionKey {
  ask: number;
  /** How many of this job's were found, `portion` and more counting as many; not all of them are among the rows. */
  total: number;
  isReached: boolean;
}

/** The longest window that the contract lets a campaign have. */
export const LONGEST_WINDOW_DAYS = 400;
/**
 * An id tells when its order was recorded, and no order is recorded more than five minutes before it happens (postback.rules.ts). So
 * many minutes before a click, ids are too low for orders that it could be credited with; generously, for clocks that are set.
 */
const IDS_BEFORE_MINUTES = 60;
const TOLERANCE = `interval '${AFTER_TOLERANCE_MS} milliseconds'`;

/** Of $1 each piece of evidence that is waited for, and the times of orders that its clicks can be credited with, by decide.ts. */
const evidenceAsked = `asked as materialized (
         select * from json_to_recordset($1) as a(ask int, "merchantId" uuid, mode text, kind text, subject text,
           "clickId" uuid, after uuid, "upTo" uuid)
       ), evidence as (
         select a.ask, a.kind, a.subject as value, '-infinity'::timestamptz as earliest, 'infinity'::timestamptz as latest
         from asked a where a.kind = 'CUSTOMER'
         union all
         select a.ask, 'EMAIL', a.subject, min(first.clicked_at) - ${TOLERANCE},
           max(last.clicked_at) + ${LONGEST_WINDOW_DAYS} * interval '24 hours'
         from asked a cross join lateral (${sessionsOf('a."merchantId"', 'a.mode', 'a.subject')}) s
         cross join lateral (
           select c.clicked_at from clicks c
           where c.merchant_id = a."merchantId" and c.mode = a.mode and c.session_id = s.id order by c.clicked_at limit 1
         ) first cross join lateral (
           select c.clicked_at from clicks c
           where c.merchant_id = a."merchantId" and c.mode = a.mode and c.session_id = s.id
           order by c.clicked_at desc limit 1
         ) last
         where a.kind = 'EMAIL' group by a.ask, a.subject
         union all
         select a.ask, e.kind, e.value, c.clicked_at - ${TOLERANCE},
           c.clicked_at + p.attribution_window_days * interval '24 hours'
         from asked a
         join clicks c on c.merchant_id = a."merchantId" and c.mode = a.mode and c.id = a."clickId"
         cross join lateral (
           select p.attribution_window_days from campaigns p
           where p.merchant_id = c.merchant_id and p.mode = c.mode and p.id = c.campaign_id limit 1
         ) p
         left join sessions s on s.merchant_id = c.merchant_id and s.mode = c.mode and s.id = c.session_id
         cross join lateral (values
           ('SESSION', c.session_id), ('CLICK', a.subject), ('EMAIL', encode(s.email_hash, 'hex'))
         ) e(kind, value)
         where a.kind = 'CLICK'
       )`;

/** The lowest id of a moment, as lowestIdAt() (ids.ts) has it. */
const lowestIdAt = (moment: string) =>
  `(lpad(to_hex((date_part('epoch', ${moment}) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid`;

// In turns, like work itself: the first order of every job, then the second of every job, as many as a portion holds.
const awaitedStatement = `with ${evidenceAsked}, within as (
         select a.*, e.kind as awaited, e.value, e.earliest, e.latest, case when isfinite(e.earliest)
           then greatest(a.after, ${lowestIdAt(`(e.earliest - interval '${IDS_BEFORE_MINUTES} minutes')`)})
           else a.after end as "from"
         from asked a join evidence e on e.ask = a.ask
       ), awaited as (
         select i.ask, i."merchantId", i.mode, i.earliest, i.latest, w.conversion_id as id
         from within i cross join lateral (
           select w.conversion_id from awaiting_evidence w
           where w.merchant_id = i."merchantId" and w.mode = i.mode and w.kind = i.awaited and w.value = i.value
             and w.conversion_id > i."from" and w.conversion_id <= i."upTo"
           order by w.conversion_id limit $2
         ) w
         group by i.ask, i."merchantId", i.mode, i.earliest, i.latest, w.conversion_id
       ), portion as materialized (
         select a.*, row_number() over (partition by a.ask order by a.id) as nth,
           count(*) over (partition by a.ask)::int as total
         from awaited a order by nth limit $2
       )
       select p.ask, p.total, p."merchantId", p.mode, p.id, coalesce(c.occurred_at between p.earliest and p.latest, false) as "isReached"
       from portion p left join lateral (
         select c.occurred_at from conversions c
         where c.merchant_id = p."merchantId" and c.mode = p.mode and c.id = p.id limit 1
       ) c on true
       order by p.ask, p.id`;

@Injectable()
export class AwaitingRepository {
  /** These orders wait for more about these pieces of evidence. Adding what is there already does nothing. */
  add(tx: Tx, waiting: readonly Waiting[]): void {
    const rows = waiting.flatMap((one) => toRows({ ...one, evidence: one.evidence.filter(isUsable) }));
    if (rows.length === 0) return;
    tx.withCommit(
      prepared(`insert into awaiting_evidence (merchant_id, mode, kind, value, conversion_id)
       select "merchantId", mode, kind, value, "conversionId" from json_to_recordset($1) as a(${columns})
       on conflict (merchant_id, mode, kind, value, conversion_id) do nothing`),
      [JSON.stringify(rows)],
    );
  }

  /** These orders wait no longer. */
  remove(tx: Tx, waiting: readonly Waiting[]): void {
    const rows = waiting.flatMap(toRows);
    if (rows.length === 0) return;
    tx.withCommit(
      prepared(`delete from awaiting_evidence w using json_to_recordset($1) as a(${columns})
       where w.merchant_id = a."merchantId" and w.mode = a.mode and w.kind = a.kind and w.value = a.value
         and w.conversion_id = a."conversionId"`),
      [JSON.stringify(rows)],
    );
  }

  /**
   * A portion of the orders that wait for what these jobs tell: of each job the same number, as far as it has so many, by conversion id.
   * @param portion how many rows are looked at for all jobs together; at least as many as there are jobs.
   */
  async find(queryable: Queryable, jobs: readonly JobRow[], portion: number): Promise<AwaitedOrders> {
    const rows = await queryable.query<AwaitedRow>(prepared(awaitedStatement), [
      JSON.stringify(jobs.map(toAsked)),
      portion,
    ]);
    const byAsk = groupBy(rows, (row) => row.ask);
    const unfinished = jobs.flatMap((job, ask) => {
      const found = byAsk.get(ask) ?? [];
      const total = found[0]?.total ?? 0;
      const isAll = found.length === total && total < portion;
      const progress = afterPortion(job, isAll ? null : (found.at(-1)?.id ?? null));
      return progress ? [{ ...job, ...progress }] : [];
    });
    const reached = rows
      .filter((row) => row.isReached)
      .map(({ merchantId, mode, id }) => ({ merchantId, mode, id }));
    return { reached: uniqueBy(reached, ({ id }) => id), unfinished };
  }
}

function toAsked(job: JobRow, ask: number): object {
  const { merchantId, mode, kind, subject } = job;
  const clickId = kind === 'CLICK' ? fromPublicId('clk', subject) : null;
  return { ask, merchantId, mode, kind, subject, clickId, ...stretchOf(job) };
}

/** A code is looked up as it stands and never waited for. */
function toRows({ merchantId, mode, id, evidence }: Waiting): (Tenant & object)[] {
  return evidence
    .filter((item) => item.kind !== 'CODE' && item.value !== null)
    .map(({ kind, value }) => ({ merchantId, mode, kind, value, conversionId: id }));
}

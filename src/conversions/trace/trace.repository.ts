// Which orders belong to a subject, and what became of them. A look-up by index each, and of each no more than is asked for.
// Why so: docs/decisions/0023-a-trace-looks-up-orders-by-their-evidence.md
import { Injectable } from '@nestjs/common';
import type { HistoryEvent } from '#earnings/history/history.js';
import type { Queryable } from '#platform/database/database.js';
import { groupBy } from '#platform/database/grouping.js';
import { prepared } from '#platform/database/statement.js';
import type { Tenant } from '#platform/database/tenant.js';
import { HIGHEST_UUID, LOWEST_UUID } from '#platform/database/uuid.js';
import { lowestIdAt } from '#platform/values/ids.js';
import type { TraceSubject, TracedOrder } from './trace.js';

/** Something that leads to orders. */
export type Seed =
  | { kind: 'EXTERNAL_ID' | 'SESSION' | 'CODE' | 'EMAIL' | 'CUSTOMER'; value: string }
  | { kind: 'CONVERSION'; id: string }
  /** A click by its public id, which orders come with; and by its UUID, if it can be one of ours. */
  | { kind: 'CLICK'; value: string; id: string | null }
  | { kind: 'LINK'; affiliateId: string; campaignId: string };

/** Of a link's orders, those among so many of the affiliate's newest in the period: an index leads to affiliates, and not to links. */
const NEWEST_OF_AFFILIATE = 1000;

/** In the words of the indexes (migration 0006), else PostgreSQL would not take them. */
const firstOf = (kind: string) =>
  `jsonb_path_query_first(c.evidence, '$[*] ? (@.kind == "${kind}").value') #>> '{}'`;
const byEvidence = (kind: string, value: string, only = '') => `
  select o.id from seed s cross join lateral (
    select c.id from conversions c
    where c.merchant_id = $1 and c.mode = $2 and ${value} = s.value and ${only} c.evidence @> '[{"kind": "${kind}"}]'
      and c.id >= $4 and c.id < $5
    order by c.id desc limit $6
  ) o where s.kind = '${kind}'`;

/** Orders that are still without an affiliate, by any of their values. */
const byWaiting = `
  select o.id from seed s cross join lateral (
    select w.conversion_id as id from awaiting_evidence w
    where w.merchant_id = $1 and w.mode = $2 and w.kind = s.kind and w.value = s.value
    order by w.conversion_id desc limit $6
  ) o where s.kind in ('SESSION', 'CLICK', 'EMAIL', 'CUSTOMER')`;

const ordersStatement = `
with seed as materialized (
  select * from json_to_recordset($3)
    as s(kind text, value text, id uuid, "affiliateId" uuid, "campaignId" uuid)
), found as (
  select c.id from seed s join conversions c on c.merchant_id = $1 and c.mode = $2 and c.external_id = s.value
  where s.kind = 'EXTERNAL_ID'
  union
  select c.id from seed s join conversions c on c.merchant_id = $1 and c.mode = $2 and c.id = s.id
  where s.kind = 'CONVERSION'
  union ${byEvidence('SESSION', firstOf('SESSION'), 'c.click_id is null and')}
  union ${byEvidence('CODE', `lower(${firstOf('CODE')})`)}
  union ${byEvidence('EMAIL', firstOf('EMAIL'))}
  union ${byEvidence('CUSTOMER', firstOf('CUSTOMER'))}
  union ${byWaiting}
  union
  select o.id from seed s cross join lateral (
    select c.id from conversions c
    where c.merchant_id = $1 and c.mode = $2 and c.click_id = s.id order by c.id desc limit $6
  ) o where s.kind = 'CLICK'
  union
  select o.id from seed s cross join lateral (
    select n.id from (
      select c.id, c.campaign_id from conversions c
      where c.merchant_id = $1 and c.mode = $2 and c.affiliate_id = s."affiliateId" and c.id >= $4 and c.id < $5
      order by c.id desc limit ${NEWEST_OF_AFFILIATE}
    ) n where n.campaign_id = s."campaignId" order by n.id desc limit $6
  ) o where s.kind = 'LINK'
)
select id from found order by id desc limit $6`;

@Injectable()
export class TraceRepository {
  /** The newest orders that these lead to, at most `limit`, newest first. A period is of when they were recorded. */
  async findOrderIds(
    queryable: Queryable,
    tenant: Tenant,
    seeds: readonly Seed[],
    period: TraceSubject['period'],
    limit: number,
  ): Promise<string[]> {
    if (seeds.length === 0) return [];
    const rows = await queryable.query<{ id: string }>(prepared(ordersStatement), [
      tenant.merchantId,
      tenant.mode,
      JSON.stringify(seeds),
      period ? lowestIdAt(period.from) : LOWEST_UUID,
      period ? lowestIdAt(period.to) : HIGHEST_UUID,
      limit,
    ]);
    return rows.map(({ id }) => id);
  }

  /** Of each of these orders the newest entries of its history, at most `limit`, oldest first. */
  async findHistories(
    queryable: Queryable,
    tenant: Tenant,
    conversionIds: readonly string[],
    limit: number,
  ): Promise<Map<string, HistoryEvent[]>> {
    const rows = await queryable.query<HistoryEvent & { conversionId: string }>(
      prepared(`select h.conversion_id as "conversionId", h.event, h.at, h.details
       from unnest($3::uuid[]) as o(id) cross join lateral (
         select h.conversion_id, h.event, h.at, h.details, h.id from conversion_history h
         where h.merchant_id = $1 and h.mode = $2 and h.conversion_id = o.id order by h.id desc limit $4
       ) h order by h.conversion_id, h.event <> 'RECORDED', h.at, h.id`),
      [tenant.merchantId, tenant.mode, conversionIds, limit],
    );
    return groupBy(rows, ({ conversionId }) => conversionId);
  }

  /** What these orders earned, by order. */
  async findEarned(
    queryable: Queryable,
    tenant: Tenant,
    conversionIds: readonly string[],
  ): Promise<Map<string, NonNullable<TracedOrder['earned']>>> {
    const rows = await queryable.query<{
      conversion_id: string;
      id: string;
      amount: string;
      currency: string;
      status: string;
      created_at: Date;
    }>(
      prepared(`select m.* from unnest($3::uuid[]) as o(id) cross join lateral (
         select m.conversion_id, m.id, m.amount, m.currency, m.status, m.created_at from commissions m
         where m.merchant_id = $1 and m.mode = $2 and m.conversion_id = o.id limit 1
       ) m`),
      [tenant.merchantId, tenant.mode, conversionIds],
    );
    return new Map(
      rows.map((row) => [
        row.conversion_id,
        {
          commissionId: row.id,
          amount: Number(row.amount),
          currency: row.currency,
          status: row.status,
          at: row.created_at,
        },
      ]),
    );
  }

  /** Refunds that wait for an order of this name. */
  async findWaitingRefunds(
    queryable: Queryable,
    tenant: Tenant,
    externalId: string,
    limit: number,
  ): Promise<{ at: Date; amount: number | null }[]> {
    const rows = await queryable.query<{ created_at: Date; amount: string | null }>(
      prepared(`select created_at, amount from kept_refunds
       where merchant_id = $1 and mode = $2 and external_id = $3 order by name limit $4`),
      [tenant.merchantId, tenant.mode, externalId, limit],
    );
    return rows.map(({ created_at, amount }) => ({
      at: created_at,
      amount: amount === null ? null : Number(amount),
    }));
  }
}

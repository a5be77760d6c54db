// Conversions: written, found and listed. Arrays in, arrays out: one order or a thousand. What refunds need of their rows is in
// refunding.repository.ts, exports are in export.repository.ts.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import { tableOf } from '#platform/database/table.js';
import type { Tenant } from '#platform/database/tenant.js';
import { HIGHEST_UUID } from '#platform/database/uuid.js';
import { lowestIdAt } from '#platform/values/ids.js';
import { RECORDED_BEFORE_MS, type ConversionStatus, type Decidable } from './conversion.js';
import { attributionColumns, type StoredConversion } from './stored-conversion.js';
import { ConversionEntity } from './conversion.entity.js';
import type { Decided } from './decide-attribution.service.js';

export interface OrderKey extends Tenant {
  externalId: string;
}

export interface ConversionKey extends Tenant {
  id: string;
}

export interface ConversionFilter {
  externalId: string | null;
  status: ConversionStatus | null;
  affiliateId: string | null;
  campaignId: string | null;
  from: Date | null;
  to: Date | null;
}

const table = tableOf(ConversionEntity);

const commission = `json_build_object('id', m.id, 'amount', m.balance, 'currency', m.currency)`;
/** What `StoredConversion`s are made of, of a conversion `c` and its commission `m`. */
const selected = `${table.records('c')}, case when m.id is not null then ${commission} end as commission`;

const isItsCommission = 'm.merchant_id = c.merchant_id and m.mode = c.mode and m.conversion_id = c.id';

/** Rows of it are `StoredConversion`s as they come. */
export const selectConversion = `
select ${selected} from conversions c left join commissions m on ${isItsCommission}`;

/** Whether a conversion `c` fits what filterParameters() gives, $1 to $9. */
const fitsFilter = `c.merchant_id = $1 and c.mode = $2
         and ($3::text is null or c.external_id = $3) and ($4::text is null or c.status = $4)
         and ($5::uuid is null or c.affiliate_id = $5) and ($6::uuid is null or c.campaign_id = $6)
         and ($7::timestamptz is null or c.occurred_at >= $7) and ($8::timestamptz is null or c.occurred_at < $8)
         and ($9::uuid is null or c.id < $9)`;

/**
 * The first $12 conversions that fit what filterParameters() gives ($1 to $11), newest first: all their columns. Ids begin with the time
 * of recording, and nearly all orders of a period were recorded in it: these are read by id, from its end to its beginning, whatever came
 * before or since ($10 and $11 are the bounds, null: none). Those that were recorded after it, few as a rule, are looked for by themselves.
 * The planner, which takes them to be spread evenly, expects far too many: it must neither stop early at a limit nor read them as a set.
 */
export const newestThatFit = `with late as materialized (
           select c.id from conversions c
           where c.merchant_id = $1 and c.mode = $2 and c.id >= $11 and ($9::uuid is null or c.id < $9)
             and ($7::timestamptz is null or c.occurred_at >= $7) and c.occurred_at < $8
         )
         (select c.* from late cross join lateral (
            select * from conversions c where c.id = late.id and ${fitsFilter} limit 1
          ) c order by late.id desc limit $12)
         union all
         (select c.* from conversions c
          where ${fitsFilter} and ($10::uuid is null or c.id >= $10) and ($11::uuid is null or c.id < $11)
          order by c.id desc limit $12)
         order by id desc limit $12`;

/**
 * The newest of all: without a filter, which is what dashboards ask for again and again, one plan is good for every call. To find it takes
 * PostgreSQL longer than to follow it.
 */
const newestOfAll = `select ${table.records('c')}, (select ${commission} from commissions m where ${isItsCommission}) as commission
  from conversions c where c.merchant_id = $1 and c.mode = $2 and c.id < coalesce($3::uuid, '${HIGHEST_UUID}')
  order by c.id desc limit $4 offset $5`;

/** @param afterId only conversions with a smaller id: older ones. */
export function filterParameters(
  tenant: Tenant,
  filter: ConversionFilter,
  afterId: string | null,
): unknown[] {
  const { externalId, status, affiliateId, campaignId, from, to } = filter;
  return [
    ...[tenant.merchantId, tenant.mode, externalId, status, affiliateId, campaignId, from, to, afterId],
    from && lowestIdAt(new Date(from.getTime() - RECORDED_BEFORE_MS)),
    to && lowestIdAt(to),
  ];
}

@Injectable()
export class ConversionsRepository {
  /** Inserts what is new by (merchant, mode, external id), sorted by it; returns the ids of the rows that were inserted. */
  async insert(tx: Tx, conversions: readonly StoredConversion[]): Promise<Set<string>> {
    const rows = await tx.query<{ id: string }>(
      prepared(`${table.insertRecords}
       order by "merchantId", mode collate "C", "externalId" collate "C"
       on conflict (merchant_id, mode, external_id) do nothing
       returning id`),
      [JSON.stringify(conversions)],
    );
    return new Set(rows.map((row) => row.id));
  }

  /** The conversions with these external ids, in no particular order. */
  async findByKeys(queryable: Queryable, keys: readonly OrderKey[]): Promise<StoredConversion[]> {
    if (keys.length === 0) return [];
    return queryable.query<StoredConversion>(
      prepared(`${selectConversion}
       join json_to_recordset($1) as n("merchantId" uuid, mode text, "externalId" text)
         on c.merchant_id = n."merchantId" and c.mode = n.mode and c.external_id = n."externalId"`),
      [JSON.stringify(keys)],
    );
  }

  /** The conversions with these ids, each once however often it is asked for. */
  async findByIds(queryable: Queryable, keys: readonly ConversionKey[]): Promise<StoredConversion[]> {
    if (keys.length === 0) return [];
    return queryable.query<StoredConversion>(
      prepared(`${selectConversion}
       join (select distinct * from json_to_recordset($1) as n("merchantId" uuid, mode text, id uuid)) n
         on c.merchant_id = n."merchantId" and c.mode = n.mode and c.id = n.id`),
      [JSON.stringify(keys.map(({ merchantId, mode, id }) => ({ merchantId, mode, id })))],
    );
  }

  /** Locks those of these conversions that are still open to a match, each once, in the order that every transaction locks them in. */
  async lockUnattributed(tx: Tx, keys: readonly ConversionKey[]): Promise<StoredConversion[]> {
    return tx.query<StoredConversion>(
      prepared(`${selectConversion}
       join (select distinct * from json_to_recordset($1) as n("merchantId" uuid, mode text, id uuid)) n
         on c.merchant_id = n."merchantId" and c.mode = n.mode and c.id = n.id
       where c.status = 'UNATTRIBUTED' and c.refunded_at is null and not c.attribution ? 'erasedAt'
       order by c.merchant_id, c.mode collate "C", c.external_id collate "C"
       for update of c`),
      [JSON.stringify(keys.map(({ merchantId, mode, id }) => ({ merchantId, mode, id })))],
    );
  }

  /** Writes the evidence of locked conversions anew. */
  updateEvidence(tx: Tx, conversions: readonly Decidable[]): void {
    tx.withCommit(
      prepared(`update conversions c set evidence = n.evidence
       from json_to_recordset($1) as n("merchantId" uuid, mode text, id uuid, evidence jsonb)
       where c.merchant_id = n."merchantId" and c.mode = n.mode and c.id = n.id`),
      [
        JSON.stringify(
          conversions.map(({ merchantId, mode, id, evidence }) => ({ merchantId, mode, id, evidence })),
        ),
      ],
    );
  }

  /** Writes decisions anew: a match, or another reason for none, or a claim that was lost. */
  updateDecision(tx: Tx, decided: readonly Decided[]): void {
    if (decided.length === 0) return;
    const rows = decided.map(({ order, match, attribution }) => ({
      merchantId: order.merchantId,
      mode: order.mode,
      id: order.id,
      attribution,
      ...attributionColumns(match),
    }));
    tx.withCommit(
      prepared(`update conversions c
       set status = n.status, attribution = n.attribution, affiliate_id = n."affiliateId",
           campaign_id = n."campaignId", click_id = n."clickId"
       from json_to_recordset($1) as n("merchantId" uuid, mode text, id uuid, status text, attribution jsonb,
         "affiliateId" uuid, "campaignId" uuid, "clickId" uuid)
       where c.merchant_id = n."merchantId" and c.mode = n.mode and c.id = n.id`),
      [JSON.stringify(rows)],
    );
  }

  /** Newest first, one row more than asked so that the caller sees whether there are more. */
  async list(
    queryable: Queryable,
    tenant: Tenant,
    filter: ConversionFilter,
    page: { limit: number; offset: number; afterId: string | null },
  ): Promise<StoredConversion[]> {
    const { merchantId, mode } = tenant;
    if (Object.values(filter).every((value) => value === null))
      return queryable.query<StoredConversion>(prepared(newestOfAll), [
        merchantId,
        mode,
        page.afterId,
        page.limit + 1,
        page.offset,
      ]);
    return queryable.query<StoredConversion>(
      `select ${selected} from (${newestThatFit}) c left join commissions m on ${isItsCommission}
       order by c.id desc offset $13`,
      [...filterParameters(tenant, filter, page.afterId), page.offset + page.limit + 1, page.offset],
    );
  }
}

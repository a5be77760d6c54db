// What surrounds orders: sessions and their clicks, links, first credits, identities that wait, and what is known in the other mode.
// Reads the tables of other features (test/architecture/tables.ts), by index, and of each no more than is asked for.
import { Injectable } from '@nestjs/common';
import type { Queryable } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import { NO_MERCHANT, type Tenant } from '#platform/database/tenant.js';
import {
  placeKey,
  type AffiliateNow,
  type CampaignNow,
  type SubjectKind,
  type TracedClick,
  type TracedCredit,
  type TracedLink,
  type TracedSession,
  type TraceFacts,
} from './trace.js';

/** What sessions are looked up by. */
export type Trail =
  | { kind: 'SESSION'; value: string }
  /** A hash in lower-case hex. */
  | { kind: 'EMAIL'; value: string }
  /** A UUID. */
  | { kind: 'CLICK'; id: string };

/** `id`: the UUID inside a public id; null if there is none. */
export interface Place {
  kind: SubjectKind;
  value: string;
  id: string | null;
}

export interface FoundSession extends TracedSession {
  /** Lower-case hex; it never leaves the service. */
  emailHash: string | null;
}

interface SessionRow {
  id: string;
  email_hash: string | null;
  identified_at: Date | null;
  vouched: boolean | null;
}

const clickColumns = `c.id, c.session_id as "sessionId", c.affiliate_id as "affiliateId",
  c.campaign_id as "campaignId", c.clicked_at as "clickedAt", c.source`;

const firstCustomer = `jsonb_path_query_first(c.evidence, '$[*] ? (@.kind == "CUSTOMER").value') #>> '{}'`;

/** For each kind of thing the look at where it would be, in the mode $2. */
const placesOf: Readonly<Record<SubjectKind, string>> = {
  EXTERNAL_ID: `select 1 from conversions c
    where c.merchant_id = $1 and c.mode = $2 and c.external_id = a.value`,
  CONVERSION_ID: 'select 1 from conversions c where c.merchant_id = $1 and c.mode = $2 and c.id = a.id',
  SESSION: 'select 1 from sessions s where s.merchant_id = $1 and s.mode = $2 and s.id = a.value',
  CLICK: 'select 1 from clicks c where c.merchant_id = $1 and c.mode = $2 and c.id = a.id',
  CODE: `select 1 from affiliate_links l
    where l.merchant_id = $1 and l.mode = $2 and l.code = lower(a.value)`,
  EMAIL_HASH: `select 1 from sessions s
    where s.merchant_id = $1 and s.mode = $2 and s.email_hash = decode(a.value, 'hex')`,
  CUSTOMER_ID: `select 1 from conversions c
    where c.merchant_id = $1 and c.mode = $2 and ${firstCustomer} = a.value
      and c.evidence @> '[{"kind": "CUSTOMER"}]'`,
};

const lookForOne = ([kind, place]: [string, string]) => `
select a.kind, a.value from asked a cross join lateral (${place} limit 1) x where a.kind = '${kind}'`;

const placesStatement = `
with asked as materialized (select * from json_to_recordset($3) as a(kind text, value text, id uuid))
${Object.entries(placesOf).map(lookForOne).join(' union all ')}`;

@Injectable()
export class SurroundingsRepository {
  /** The sessions that these lead to, those that began last first; of a hash those that count most. */
  async findSessions(
    queryable: Queryable,
    tenant: Tenant,
    trails: readonly Trail[],
    limit: number,
  ): Promise<FoundSession[]> {
    if (trails.length === 0) return [];
    const rows = await queryable.query<SessionRow>(
      prepared(`with trail as materialized (
         select * from json_to_recordset($3) as t(kind text, value text, id uuid)
       ), named as (
         select t.value as id from trail t where t.kind = 'SESSION'
         union
         select c.session_id from trail t
         join clicks c on c.merchant_id = $1 and c.mode = $2 and c.id = t.id where t.kind = 'CLICK'
         union
         select s.id from trail t cross join lateral (
           select s.id from sessions s
           where s.merchant_id = $1 and s.mode = $2 and s.email_hash = decode(t.value, 'hex')
           order by s.vouched desc, s.identified_at desc, s.id desc limit $4
         ) s where t.kind = 'EMAIL'
       )
       select s.id, encode(s.email_hash, 'hex') as email_hash, s.identified_at, s.vouched
       from named n cross join lateral (
         select s.* from sessions s where s.merchant_id = $1 and s.mode = $2 and s.id = n.id limit 1
       ) s order by s.created_at desc, s.id limit $4`),
      [tenant.merchantId, tenant.mode, JSON.stringify(trails), limit],
    );
    return rows.map(toSession);
  }

  /** The newest clicks of these sessions, newest first. */
  findClicks(
    queryable: Queryable,
    tenant: Tenant,
    sessionIds: readonly string[],
    limit: number,
  ): Promise<TracedClick[]> {
    return queryable.query<TracedClick>(
      prepared(`select ${clickColumns} from unnest($3::text[]) as s(id) cross join lateral (
         select c.* from clicks c where c.merchant_id = $1 and c.mode = $2 and c.session_id = s.id
         order by c.clicked_at desc, c.id desc limit $4
       ) c order by c.clicked_at desc, c.id desc limit $4`),
      [tenant.merchantId, tenant.mode, sessionIds, limit],
    );
  }

  /** A click by its UUID. */
  async findClick(queryable: Queryable, tenant: Tenant, id: string): Promise<TracedClick | null> {
    const rows = await queryable.query<TracedClick>(
      prepared(`select ${clickColumns} from clicks c where c.merchant_id = $1 and c.mode = $2 and c.id = $3`),
      [tenant.merchantId, tenant.mode, id],
    );
    return rows[0] ?? null;
  }

  /** The links of these codes (in lower case). */
  findLinks(queryable: Queryable, tenant: Tenant, codes: readonly string[]): Promise<TracedLink[]> {
    return queryable.query<TracedLink>(
      prepared(`select l.* from unnest($3::text[]) as n(code) cross join lateral (
         select l.code, l.affiliate_id as "affiliateId", l.campaign_id as "campaignId", l.created_at as "madeAt"
         from affiliate_links l where l.merchant_id = $1 and l.mode = $2 and l.code = n.code limit 1
       ) l`),
      [tenant.merchantId, tenant.mode, codes],
    );
  }

  /** Where these customers were first credited. */
  findCredits(queryable: Queryable, tenant: Tenant, customerIds: readonly string[]): Promise<TracedCredit[]> {
    return queryable.query<TracedCredit>(
      prepared(`select k.* from unnest($3::text[]) as n(id) cross join lateral (
         select k.customer_id as "customerId", k.conversion_id as "conversionId", k.affiliate_id as "affiliateId",
           k.campaign_id as "campaignId", k.first_occurred_at as "firstOccurredAt"
         from customer_credits k where k.merchant_id = $1 and k.mode = $2 and k.customer_id = n.id limit 1
       ) k`),
      [tenant.merchantId, tenant.mode, customerIds],
    );
  }

  /** Identities that came since `since` for this session, and wait for its first click. */
  findWaitingIdentities(
    queryable: Queryable,
    tenant: Tenant,
    sessionId: string,
    since: Date,
  ): Promise<TraceFacts['waitingIdentities']> {
    return queryable.query<TraceFacts['waitingIdentities'][number]>(
      prepared(`select session_id as "sessionId", created_at as at,
         case when merchant_id = '${NO_MERCHANT}' then 'ANONYMOUS' else 'KEY' end as by
       from pending_identities
       where session_id = $3 and ((merchant_id = $1 and mode = $2) or merchant_id = '${NO_MERCHANT}')
         and created_at >= $4 order by created_at limit 2`),
      [tenant.merchantId, tenant.mode, sessionId, since],
    );
  }

  /** These affiliates, as they are now. */
  findAffiliates(queryable: Queryable, tenant: Tenant, ids: readonly string[]): Promise<AffiliateNow[]> {
    return queryable.query<AffiliateNow>(
      prepared(`select x.* from unnest($3::uuid[]) as n(id) cross join lateral (
         select x.id, x.status from affiliates x where x.merchant_id = $1 and x.mode = $2 and x.id = n.id limit 1
       ) x order by x.id`),
      [tenant.merchantId, tenant.mode, ids],
    );
  }

  /** These campaigns, as they are now. */
  findCampaigns(queryable: Queryable, tenant: Tenant, ids: readonly string[]): Promise<CampaignNow[]> {
    return queryable.query<CampaignNow>(
      prepared(`select p.* from unnest($3::uuid[]) as n(id) cross join lateral (
         select p.id, p.name, p.status, p.attribution_window_days as "attributionWindowDays"
         from campaigns p where p.merchant_id = $1 and p.mode = $2 and p.id = n.id limit 1
       ) p order by p.id`),
      [tenant.merchantId, tenant.mode, ids],
    );
  }

  /** Which of these things this merchant has in that mode, by `placeKey`. */
  async findElsewhere(
    queryable: Queryable,
    tenant: Tenant,
    places: readonly Place[],
  ): Promise<ReadonlySet<string>> {
    if (places.length === 0) return new Set();
    const rows = await queryable.query<{ kind: SubjectKind; value: string }>(prepared(placesStatement), [
      tenant.merchantId,
      tenant.mode,
      JSON.stringify(places),
    ]);
    return new Set(rows.map(({ kind, value }) => placeKey(kind, value)));
  }
}

function toSession({ id, email_hash, identified_at, vouched }: SessionRow): FoundSession {
  const by = vouched ? 'KEY' : 'ANONYMOUS';
  return { id, emailHash: email_hash, identified: identified_at && { at: identified_at, by } };
}

// What is known of the evidence of many orders and of their customers, in one statement. It reads the tables of four other features
// (test/architecture/tables.ts): a look-up of each would be a round trip more on the path that a checkout waits for.
import { Injectable } from '@nestjs/common';
import { toTrackingCode } from '#program/affiliates/tracking-code.js';
import { fromPublicId } from '#platform/values/ids.js';
import { isUsable, type EvidenceItem } from '#conversions/attribution/evidence.js';
import type { Candidate, ClickFact, EvidenceFacts } from '#conversions/attribution/facts.js';
import { AFTER_TOLERANCE_MS } from '#conversions/attribution/decide.js';
import type { Queryable } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import { groupBy } from '#platform/database/grouping.js';
import type { Tenant } from '#platform/database/tenant.js';
import { isSessionId } from '#tracking/clicks/session-cookie.js';

/** Only this many of the newest are looked at, so that no session or email, however busy, slows its orders down. */
const NEWEST_CLICKS = 50;
const NEWEST_SESSIONS = 20;

export interface Question extends Tenant {
  occurredAt: Date;
  conversionType: string;
  /** Who the customer is; null for nobody. */
  customerKey: string | null;
  /** In the order in which it is to be tried. */
  evidence: EvidenceItem[];
}

/** A customer's first credited conversion of a type in a campaign. */
export interface FirstFact {
  campaignId: string;
  conversionId: string;
  occurredAt: Date;
}

export interface Facts {
  /** In the question's own order. */
  evidence: EvidenceFacts[];
  /** Of the question's customer and type, one for each campaign that has one. */
  firsts: FirstFact[];
}

interface FactRow {
  ask: number;
  click_id: string | null;
  clicked_at: Date | null;
  click_source: ClickFact['clickSource'] | null;
  vouched: boolean | null;
  first_occurred_at: Date | null;
  affiliate_id: string;
  affiliate_status: Candidate['affiliateStatus'];
  campaign_id: string;
  campaign_status: Candidate['campaignStatus'];
  commission_type: Candidate['terms']['commissionType'];
  commission_rate: string;
  currency: string;
  commission_recurring: boolean;
  recurring_months_limit: number | null;
  attribution_window_days: number;
  tiers: Candidate['terms']['tiers'];
  revenue: string | null;
  first_conversion_id: string | null;
}

/** Clicks of a session that can count for an order, and the first one after it, which tells that there was one. */
const clicksOf = (session: string) => `
  (select c.id, c.affiliate_id, c.campaign_id, c.clicked_at, c.source from clicks c
   where c.merchant_id = a.merchant_id and c.mode = a.mode and c.session_id = ${session} and c.clicked_at <= a.latest
   order by c.clicked_at desc, c.id desc limit ${NEWEST_CLICKS})
  union all
  (select c.id, c.affiliate_id, c.campaign_id, c.clicked_at, c.source from clicks c
   where c.merchant_id = a.merchant_id and c.mode = a.mode and c.session_id = ${session} and c.clicked_at > a.latest
   order by c.clicked_at, c.id limit 1)`;

/** Sessions with this email hash (in hex), those first that count most. */
export const sessionsOf = (merchantId: string, mode: string, emailHash: string) => `
    select s.id, s.vouched from sessions s
    where s.merchant_id = ${merchantId} and s.mode = ${mode} and s.email_hash = decode(${emailHash}, 'hex')
    order by s.vouched desc, s.identified_at desc, s.id desc limit ${NEWEST_SESSIONS}`;

// Laterals with a limit, not joins: else PostgreSQL may read all of a merchant's affiliates, if other merchants have few.
const factsStatement = `
with asked as materialized (
  select * from json_to_recordset($1)
    as a(ask int, merchant_id uuid, mode text, kind text, value text, click_id uuid, latest timestamptz, type text)
), found as (
  select a.ask, a.merchant_id, a.mode, c.id as click_id, c.clicked_at, c.source, null::boolean as vouched,
         null::timestamptz as first_occurred_at, c.affiliate_id, c.campaign_id
  from asked a cross join lateral (${clicksOf('a.value')}) c where a.kind = 'SESSION'
  union all
  select a.ask, a.merchant_id, a.mode, c.id, c.clicked_at, c.source, null, null, c.affiliate_id, c.campaign_id
  from asked a join clicks c on c.merchant_id = a.merchant_id and c.mode = a.mode and c.id = a.click_id
  where a.kind = 'CLICK'
  union all
  select a.ask, a.merchant_id, a.mode, null, null, null, null, null, l.affiliate_id, l.campaign_id
  from asked a join affiliate_links l on l.merchant_id = a.merchant_id and l.mode = a.mode and l.code = a.value
  where a.kind = 'CODE'
  union all
  select a.ask, a.merchant_id, a.mode, c.id, c.clicked_at, c.source, s.vouched, null, c.affiliate_id, c.campaign_id
  from asked a cross join lateral (
    ${sessionsOf('a.merchant_id', 'a.mode', 'a.value')}
  ) s cross join lateral (${clicksOf('s.id')}) c where a.kind = 'EMAIL'
  union all
  select a.ask, a.merchant_id, a.mode, null, null, null, null, k.first_occurred_at, k.affiliate_id, k.campaign_id
  from asked a join customer_credits k
    on k.merchant_id = a.merchant_id and k.mode = a.mode and k.customer_id = a.value
  where a.kind = 'CUSTOMER'
)
select f.ask, f.click_id, f.clicked_at, f.source as click_source, f.vouched, f.first_occurred_at,
       f.affiliate_id, x.status as affiliate_status, f.campaign_id, p.status as campaign_status, p.commission_type,
       p.commission_rate, p.currency, p.commission_recurring, p.recurring_months_limit, p.attribution_window_days, p.tiers,
       case when p.tiers is not null then (
         select t.revenue from tier_counters t where t.merchant_id = f.merchant_id and t.mode = f.mode
           and t.campaign_id = f.campaign_id and t.affiliate_id = f.affiliate_id
       ) end as revenue,
       null::uuid as first_conversion_id
from found f
cross join lateral (
  select p.* from campaigns p where p.merchant_id = f.merchant_id and p.mode = f.mode and p.id = f.campaign_id limit 1
) p
cross join lateral (
  select x.status from affiliates x where x.merchant_id = f.merchant_id and x.mode = f.mode and x.id = f.affiliate_id limit 1
) x
union all
select a.ask, null, null, null, null, h.first_occurred_at, null, null, h.campaign_id, null, null, null, null, null, null, null, null,
       null, h.conversion_id
from asked a join customer_claims h
  on h.merchant_id = a.merchant_id and h.mode = a.mode and h.customer_key = a.value and h.conversion_type = a.type
where a.kind = 'FIRST'`;

@Injectable()
export class FactsRepository {
  /** The facts for each question. One statement for all; none if there is nothing to ask. */
  async find(queryable: Queryable, questions: readonly Question[]): Promise<Facts[]> {
    const asked: object[] = [];
    const first = questions.map((question) => {
      const start = asked.length;
      for (const item of question.evidence) asked.push(toAsked(question, item, asked.length));
      asked.push(toAskedFirst(question, asked.length));
      return start;
    });
    const asking = asked.filter((ask) => ask !== NOTHING);
    const rows =
      asking.length === 0
        ? []
        : await queryable.query<FactRow>(prepared(factsStatement), [JSON.stringify(asking)]);
    const byAsk = groupBy(rows, (row) => row.ask);
    return questions.map(({ evidence }, index) => {
      const start = first[index]!;
      return {
        evidence: evidence.map((item, ask) => toFacts(item, byAsk.get(start + ask) ?? [])),
        firsts: (byAsk.get(start + evidence.length) ?? []).map(toFirst),
      };
    });
  }
}

/** Stands in the place of a question that need not be asked. */
const NOTHING = {};

/** Who was this customer's first? */
function toAskedFirst({ merchantId, mode, customerKey, conversionType }: Question, ask: number): object {
  if (customerKey === null) return NOTHING;
  return { ask, merchant_id: merchantId, mode, kind: 'FIRST', value: customerKey, type: conversionType };
}

/** What to ask the database; nothing for a value that cannot exist. */
function toAsked(question: Question, item: EvidenceItem, ask: number): object {
  const { kind, value } = item;
  if (value === null || !isUsable(item)) return NOTHING;
  const asked = {
    ask,
    merchant_id: question.merchantId,
    mode: question.mode,
    kind,
    latest: new Date(question.occurredAt.getTime() + AFTER_TOLERANCE_MS),
  };
  switch (kind) {
    case 'SESSION':
      return isSessionId(value) ? { ...asked, value } : NOTHING;
    case 'CLICK': {
      const clickId = fromPublicId('clk', value);
      return clickId ? { ...asked, click_id: clickId } : NOTHING;
    }
    case 'CODE': {
      const code = toTrackingCode(value);
      return code ? { ...asked, value: code } : NOTHING;
    }
    case 'EMAIL':
    case 'CUSTOMER':
      return { ...asked, value };
  }
}

function toFacts({ kind, value }: EvidenceItem, rows: FactRow[]): EvidenceFacts {
  const first = rows[0];
  switch (kind) {
    case 'SESSION':
    case 'CLICK':
    case 'EMAIL':
      return { kind, value, clicks: rows.map(toClick) };
    case 'CODE':
      return { kind, value, link: first ? toCandidate(first) : null };
    case 'CUSTOMER':
      return {
        kind,
        value,
        credit: first?.first_occurred_at
          ? { ...toCandidate(first), firstOccurredAt: first.first_occurred_at }
          : null,
      };
  }
}

function toFirst(row: FactRow): FirstFact {
  return {
    campaignId: row.campaign_id,
    conversionId: row.first_conversion_id as string,
    occurredAt: row.first_occurred_at as Date,
  };
}

function toClick(row: FactRow): ClickFact {
  return {
    ...toCandidate(row),
    clickId: row.click_id as string,
    clickedAt: row.clicked_at as Date,
    clickSource: row.click_source as ClickFact['clickSource'],
    identifiedBy: row.vouched === null ? null : row.vouched ? 'KEY' : 'ANONYMOUS',
  };
}

function toCandidate(row: FactRow): Candidate {
  return {
    affiliateId: row.affiliate_id,
    affiliateStatus: row.affiliate_status,
    campaignStatus: row.campaign_status,
    terms: {
      campaignId: row.campaign_id,
      commissionType: row.commission_type,
      commissionRate: Number(row.commission_rate),
      currency: row.currency,
      commissionRecurring: row.commission_recurring,
      recurringMonthsLimit: row.recurring_months_limit,
      attributionWindowDays: row.attribution_window_days,
      tiers: row.tiers,
    },
    revenue: Number(row.revenue ?? 0),
  };
}

// One person's traces, in every table that can hold them: the one place that must know them all. A test looks for the erased values in
// every column of every table. Nothing here touches an amount, an affiliate, a campaign or a commission.
import type { EvidenceItem } from '#conversions/attribution/evidence.js';
import { ConversionEntity } from '#conversions/recording/conversion.entity.js';
import { fieldRules, type FieldsThat } from '#conversions/recording/conversion.fields.js';
import type { AwaitingRepository } from '#conversions/recording/awaiting.repository.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { declarationOf, toCamelCase } from '#platform/database/table.js';
import { NO_MERCHANT, type Mode, type Tenant } from '#platform/database/tenant.js';

/** What the person is known by: an email's SHA-256 in lower-case hex, or the merchant's customer id. */
export interface Subject {
  kind: 'EMAIL' | 'CUSTOMER';
  value: string;
}

/** A merchant, in one mode or in both. */
export interface Scope {
  /** A UUID. */
  merchantId: string;
  modes: Mode[];
}

export interface Portion {
  /** Ids of the conversions that name the person. */
  hits: string[];
  /** Where the next portion begins; null when this was the last. */
  last: string | null;
}

const namesPerson = 'evidence @> any($4::jsonb[])';

/** `[…]` with each element's "value" blanked; what it was, and in which order they came, stays. */
const blanked = (items: string) => `coalesce(
  (select jsonb_agg(i.item || '{"value": null}' order by i.place) from jsonb_array_elements(${items}) with ordinality i(item, place)),
  '[]')`;

/** What is left of columns that name the person in each of their values ($4: when he is erased, as text). */
const left: Readonly<Record<FieldsThat<'onErasure', 'blanked'>, string> & Record<string, string>> = {
  evidence: blanked('evidence'),
  attribution: `attribution || jsonb_build_object('attempts', ${blanked("attribution->'attempts'")}, 'erasedAt', $4::text)`,
};
const erasing = declarationOf(ConversionEntity)
  .columns.map(({ name }) => ({ name, field: toCamelCase(name) as keyof typeof fieldRules }))
  .filter(({ field }) => fieldRules[field].onErasure !== 'stays')
  .map(({ name, field }) => `${name} = ${left[field] ?? 'null'}`)
  .join(', ');

/** Only those that are this merchant's, or nobody's: such an anonymous word counts for every merchant who knows the session. */
const identityIsMeant = `email_hash = decode($6, 'hex')
  and ((merchant_id = $4 and mode = any($5)) or merchant_id = '${NO_MERCHANT}')`;

export class ErasureRepository {
  constructor(private readonly awaiting: AwaitingRepository) {}

  /** The next conversions by their key. No index leads from evidence to orders (each would cost every order), so all are looked at. */
  async conversionsAfter(
    queryable: Queryable,
    tenant: Tenant,
    subjects: readonly Subject[],
    after: string,
    limit: number,
  ): Promise<Portion> {
    const [row] = await queryable.query<Portion>(
      `with portion as materialized (
         select id, evidence from conversions
         where merchant_id = $1 and mode = $2 and id > $3 order by id limit $5
       )
       select array(select id from portion where ${namesPerson}) as hits,
         (select id from portion order by id desc limit 1) as last`,
      [tenant.merchantId, tenant.mode, after, toPatterns(subjects), limit],
    );
    return row as Portion;
  }

  /**
   * Blanks these conversions, as far as they still name the person: all their evidence, the values that their explanation and history
   * tell, their metadata. They wait for nothing any more, and nothing attributes them later.
   * @returns how many.
   */
  async eraseConversions(
    tx: Tx,
    tenant: Tenant,
    subjects: readonly Subject[],
    ids: readonly string[],
    now: Date,
  ): Promise<number> {
    const of = [tenant.merchantId, tenant.mode];
    const locked = await tx.query<{ id: string; evidence: EvidenceItem[] }>(
      `select id, evidence from conversions
       where merchant_id = $1 and mode = $2 and id = any($3::uuid[]) and ${namesPerson}
       order by external_id collate "C" for update`,
      [...of, ids, toPatterns(subjects)],
    );
    const erased = locked.map(({ id }) => id);
    await tx.query(
      `update conversions set ${erasing}
       where merchant_id = $1 and mode = $2 and id = any($3::uuid[])`,
      [...of, erased, now.toISOString()],
    );
    await tx.query(
      `update conversion_history
       set details = details || jsonb_build_object('evidence', ${blanked(`details->'evidence'`)})
       where merchant_id = $1 and mode = $2 and conversion_id = any($3::uuid[]) and event = 'EVIDENCE_ADDED'`,
      [...of, erased],
    );
    await this.eraseEvents(tx, tenant, erased);
    this.awaiting.remove(
      tx,
      locked.map((conversion) => ({ ...tenant, ...conversion })),
    );
    return erased.length;
  }

  /** What was told of these conversions is in others' hands; it is told no more. */
  private async eraseEvents(tx: Tx, { merchantId, mode }: Tenant, ids: readonly string[]): Promise<void> {
    await tx.query(
      `update events set body = null
       where merchant_id = $1 and mode = $2 and position = any(array(
         select t.position from unnest($3::uuid[]) as s(id) cross join lateral (
           select position from events where merchant_id = $1 and mode = $2 and subject_id = s.id offset 0
         ) t))`,
      [merchantId, mode, ids],
    );
  }

  /**
   * Gives the customer's firsts to a name that says nothing: they still count, for nobody. And nothing looks for the person any more.
   * @returns how many firsts there were.
   */
  async eraseFirsts(tx: Tx, tenant: Tenant, subject: Subject, nameless: string): Promise<number> {
    const of = [tenant.merchantId, tenant.mode];
    const claims = await tx.query(
      `with held as materialized (
         select merchant_id, mode, customer_key, conversion_type, campaign_id from customer_claims
         where merchant_id = $1 and mode = $2 and customer_key = $3
         order by conversion_type collate "C", campaign_id for update
       )
       update customer_claims c set customer_key = $4 from held h
       where c.merchant_id = h.merchant_id and c.mode = h.mode and c.customer_key = h.customer_key
         and c.conversion_type = h.conversion_type and c.campaign_id = h.campaign_id
       returning 1`,
      [...of, customerKeyOf(subject), nameless],
    );
    const credits = await tx.query(
      `update customer_credits set customer_id = $4
       where merchant_id = $1 and mode = $2 and customer_id = $3 and $5 = 'CUSTOMER' returning 1`,
      [...of, subject.value, nameless, subject.kind],
    );
    await tx.query(
      `with waiting as materialized (
         select merchant_id, mode, kind, value, conversion_id from awaiting_evidence
         where merchant_id = $1 and mode = $2 and kind = $3 and value = $4 order by conversion_id for update
       )
       delete from awaiting_evidence w using waiting o
       where w.merchant_id = o.merchant_id and w.mode = o.mode and w.kind = o.kind and w.value = o.value
         and w.conversion_id = o.conversion_id`,
      [...of, subject.kind, subject.value],
    );
    await tx.query(
      `with found as materialized (
         select merchant_id, mode, id from work
         where merchant_id = $1 and mode = $2 and kind = $3 and subject = $4 order by id for update
       )
       delete from work w using found o where w.merchant_id = o.merchant_id and w.mode = o.mode and w.id = o.id`,
      [...of, subject.kind, subject.value],
    );
    return claims.length + credits.length;
  }

  async countFirsts(queryable: Queryable, tenant: Tenant, subject: Subject): Promise<number> {
    const [row] = await queryable.query<{ count: number }>(
      `select (select count(*) from customer_claims where merchant_id = $1 and mode = $2 and customer_key = $3)::int
         + (select count(*) from customer_credits
            where merchant_id = $1 and mode = $2 and customer_id = $4 and $5 = 'CUSTOMER')::int as count`,
      [tenant.merchantId, tenant.mode, customerKeyOf(subject), subject.value, subject.kind],
    );
    return row?.count ?? 0;
  }

  /** Sessions of this email are nobody's again, some of them; returns how many, fewer than `limit` when none is left. */
  async eraseSessions(tx: Tx, tenant: Tenant, emailHash: string, limit: number): Promise<number> {
    const rows = await tx.query(
      `with found as materialized (
         select merchant_id, mode, id from sessions
         where merchant_id = $1 and mode = $2 and email_hash = decode($3, 'hex')
         order by id collate "C" limit $4 for update
       )
       update sessions s set email_hash = null, identified_at = null, vouched = null from found f
       where s.merchant_id = f.merchant_id and s.mode = f.mode and s.id = f.id returning 1`,
      [tenant.merchantId, tenant.mode, emailHash, limit],
    );
    return rows.length;
  }

  async countSessions(queryable: Queryable, tenant: Tenant, emailHash: string): Promise<number> {
    const [row] = await queryable.query<{ count: number }>(
      `select count(*)::int as count from sessions
       where merchant_id = $1 and mode = $2 and email_hash = decode($3, 'hex')`,
      [tenant.merchantId, tenant.mode, emailHash],
    );
    return row?.count ?? 0;
  }

  /** Identities of this email that wait for their session, in the next portion by session id. */
  async pendingAfter(
    queryable: Pick<Tx, 'query'>,
    { merchantId, modes }: Scope,
    emailHash: string,
    after: readonly string[],
    limit: number,
    dryRun: boolean,
  ): Promise<{ count: number; last: string[] | null }> {
    const gone = `delete from pending_identities p using portion o
      where p.session_id = o.session_id and p.merchant_id = o.merchant_id and p.mode = o.mode and o.is_meant returning 1`;
    const rows = await queryable.query<{ count: number; last: string[] | null }>(
      `with portion as materialized (
         select session_id, merchant_id, mode, ${identityIsMeant} as is_meant from pending_identities
         where (session_id, merchant_id, mode) > ($1, $2::uuid, $3)
         order by session_id, merchant_id, mode limit $7 ${dryRun ? '' : 'for update'}
       ), gone as (${dryRun ? 'select 1 from portion where is_meant' : gone})
       select (select count(*) from gone)::int as count,
         (select array[session_id, merchant_id::text, mode] from portion
          order by session_id desc, merchant_id desc, mode desc limit 1) as last`,
      [...after, merchantId, modes, emailHash, limit],
    );
    return rows[0] as { count: number; last: string[] | null };
  }
}

/** As customer_claims knows them. */
function customerKeyOf({ kind, value }: Subject): string {
  return kind === 'CUSTOMER' ? `id:${value}` : `email:${value}`;
}

/** What a conversion's evidence contains if it names one of them. */
function toPatterns(subjects: readonly Subject[]): string[] {
  return subjects.map(({ kind, value }) => JSON.stringify([{ kind, value }]));
}

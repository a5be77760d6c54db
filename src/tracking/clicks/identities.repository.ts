// Which email hash a session belongs to: every statement that writes it, and identities whose session is not known yet.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/database.js';
import { prepared } from '#platform/database/statement.js';
import { NO_MERCHANT, type Tenant } from '#platform/database/tenant.js';

/** Anonymous callers know no merchant; their identity counts at each merchant that knows the session, up to this many. */
const MOST_MERCHANTS = 16;
const KEPT = `interval '7 days'`;
const ANY_MODE = 'any';

export interface Identity {
  sessionId: string;
  /** Lower-case hex. */
  emailHash: string;
  /** Whose session is meant; null for every merchant that knows it. */
  tenant: Tenant | null;
  /** A merchant's key vouches, an anonymous call claims. */
  vouched: boolean;
  /** Who sent it without a key, as limits count clients; null with one. */
  client: string | null;
  at: Date;
}

export interface Identified extends Tenant {
  sessionId: string;
  emailHash: string;
}

const askedColumns =
  '"sessionId" text, "emailHash" text, "merchantId" uuid, mode text, vouched boolean, at timestamptz';

/** The sessions an identity applies to: found through the directory, which needs no merchant. */
const targets = `
  select a.*, d.merchant_id as target_merchant, d.mode as target_mode
  from json_to_recordset($1) as a(${askedColumns})
  cross join lateral (
    select d.merchant_id, d.mode from session_directory d
    where d.session_id = a."sessionId"
      and (a."merchantId" is null or (d.merchant_id = a."merchantId" and d.mode = a.mode))
    order by d.created_at, d.merchant_id, d.mode limit ${MOST_MERCHANTS}
  ) d`;

@Injectable()
export class IdentitiesRepository {
  /** Locks the sessions that these identities are for, in the order that every transaction locks them in. */
  async lock(tx: Tx, identities: readonly Identity[]): Promise<void> {
    await tx.query(
      prepared(`with target as (${targets})
       select s.id from target t join sessions s
         on s.merchant_id = t.target_merchant and s.mode = t.target_mode and s.id = t."sessionId"
       order by s.merchant_id, s.mode collate "C", s.id collate "C"
       for update of s`),
      [JSON.stringify(identities.map(toAsked))],
    );
  }

  /**
   * Identifies the sessions that are known. The first hash wins; a key that repeats it vouches for it.
   * @param identities at most one for each session id and tenant, all with a tenant or all without.
   * @returns the sessions that changed.
   */
  async apply(tx: Tx, identities: readonly Identity[]): Promise<Identified[]> {
    if (identities.length === 0) return [];
    return tx.query<Identified>(
      prepared(`with target as (${targets}), locked as materialized (
         select s.merchant_id, s.mode, s.id, t."emailHash", t.vouched, t.at
         from target t join sessions s
           on s.merchant_id = t.target_merchant and s.mode = t.target_mode and s.id = t."sessionId"
         order by s.merchant_id, s.mode collate "C", s.id collate "C"
         for update of s
       )
       update sessions s
       set email_hash = decode(l."emailHash", 'hex'), vouched = l.vouched, identified_at = coalesce(s.identified_at, l.at)
       from locked l
       where s.merchant_id = l.merchant_id and s.mode = l.mode and s.id = l.id
         and (s.email_hash is null or (s.email_hash = decode(l."emailHash", 'hex') and l.vouched and not s.vouched))
       returning s.merchant_id as "merchantId", s.mode as mode, s.id as "sessionId", l."emailHash" as "emailHash"`),
      [JSON.stringify(identities.map(toAsked))],
    );
  }

  /** Of these identities, those that no session is known for. */
  async unknown(tx: Tx, identities: readonly Identity[]): Promise<Identity[]> {
    const rows = await tx.query<{ index: number }>(
      prepared(`select (a.ordinality - 1)::int as index
       from rows from (json_to_recordset($1) as (${askedColumns})) with ordinality
         as a("sessionId", "emailHash", "merchantId", mode, vouched, at, ordinality)
       where not exists (
         select from session_directory d
         where d.session_id = a."sessionId"
           and (a."merchantId" is null or (d.merchant_id = a."merchantId" and d.mode = a.mode)))`),
      [JSON.stringify(identities.map(toAsked))],
    );
    return rows.map((row) => identities[row.index] as Identity);
  }

  /** Keeps identities for seven days; the first one for a session id stays, unless its time is over. */
  async keep(tx: Tx, identities: readonly Identity[]): Promise<void> {
    if (identities.length === 0) return;
    await tx.query(
      prepared(`insert into pending_identities as p (session_id, merchant_id, mode, email_hash, created_at)
       select "sessionId", coalesce("merchantId", '${NO_MERCHANT}'), coalesce(mode, '${ANY_MODE}'),
         decode("emailHash", 'hex'), at
       from json_to_recordset($1) as a(${askedColumns})
       order by "sessionId" collate "C", "merchantId", mode collate "C"
       on conflict (session_id, merchant_id, mode) do update
         set email_hash = excluded.email_hash, created_at = excluded.created_at
         where p.created_at < excluded.created_at - ${KEPT}`),
      [JSON.stringify(identities.map(toAsked))],
    );
  }

  /**
   * The identities kept for these session ids, one for each merchant that knows the session now. One statement: whoever is seen to
   * know a session clicked after all that was kept before, so that a key's word sent before the click is never missed.
   */
  async kept(tx: Tx, sessionIds: readonly string[], now: Date): Promise<Identity[]> {
    const rows = await tx.query<Tenant & Omit<Identity, 'tenant' | 'client'>>(
      prepared(`select p.session_id as "sessionId", encode(p.email_hash, 'hex') as "emailHash", p.created_at as at,
         p.merchant_id <> '${NO_MERCHANT}' as vouched, d.merchant_id as "merchantId", d.mode
       from pending_identities p
       cross join lateral (
         select d.merchant_id, d.mode from session_directory d
         where d.session_id = p.session_id
           and (p.merchant_id = '${NO_MERCHANT}' or (d.merchant_id = p.merchant_id and d.mode = p.mode))
         order by d.created_at, d.merchant_id, d.mode limit ${MOST_MERCHANTS}
       ) d
       where p.session_id = any($1) and p.created_at >= $2::timestamptz - ${KEPT}`),
      [sessionIds, now],
    );
    return rows.map(({ merchantId, mode, ...identity }) => ({
      ...identity,
      client: null,
      tenant: { merchantId, mode },
    }));
  }
}

function toAsked({ sessionId, emailHash, tenant, vouched, at }: Identity): object {
  return {
    sessionId,
    emailHash,
    merchantId: tenant?.merchantId ?? null,
    mode: tenant?.mode ?? null,
    vouched,
    at,
  };
}

// What the service no longer needs: counted, and deleted, a portion at a time.
import type { Queryable, Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';

/** Any number will do, as long as nobody else on this database uses it (src/platform/database/migrate.ts has another). */
const PRUNE_LOCK = 0x7072_756e;

/** What was found in a portion. */
export interface OldClicks {
  clicks: number;
  sessions: number;
  /** Where the next portion begins; null when this was the last. */
  last: string | null;
}

/** What was found in a portion. */
export interface OldIdentities {
  count: number;
  /** Where the next portion begins; null when this was the last. */
  last: IdentityName | null;
}

/** At most so many rows are looked at, from behind this key. */
export interface PortionOf<Key> {
  after: Key;
  rows: number;
}

/** What old rows are told apart by: the moment, and the lowest id that can have been made at it. */
export interface Cutoff {
  at: Date;
  id: string;
}

export interface IdentityName {
  sessionId: string;
  merchantId: string;
  mode: string;
}

// What was found is joined by the whole key, and looked up one by one: by a constant merchant PostgreSQL might join all of his rows.

/** The next portion of clicks, by their key: ids ascend with the time they were made at, so the old ones come first. */
const oldClicks = (lock: string) => `
  select merchant_id, mode, id, session_id, clicked_at from clicks
  where merchant_id = $1 and mode = $2 and id > $3 and id < $4 order by id limit $6 ${lock}`;

/** The next portion of identities, old and young: nothing but their key leads to them. Only the old ones are locked. */
const nextIdentities = `
  select session_id, merchant_id, mode, created_at from pending_identities
  where (session_id, merchant_id, mode) > ($1, $2::uuid, $3) order by session_id, merchant_id, mode limit $5`;

const lastIdentity = `(select json_build_object('sessionId', session_id, 'merchantId', merchant_id, 'mode', mode)
  from looked order by session_id desc, merchant_id desc, mode desc limit 1) as last`;

export class PruneRepository {
  /** Until the transaction ends, of all replicas only this one prunes; false when another one does. */
  async isAlone(tx: Tx): Promise<boolean> {
    const [row] = await tx.query<{ alone: boolean }>('select pg_try_advisory_xact_lock($1) as alone', [
      PRUNE_LOCK,
    ]);
    return row?.alone === true;
  }

  /** As if deleted. A session goes with its newest click, so it is counted there, once. */
  async countClicks(
    queryable: Queryable,
    tenant: Tenant,
    cutoff: Cutoff,
    portion: PortionOf<string>,
  ): Promise<OldClicks> {
    const [row] = await queryable.query<OldClicks>(
      `with old as materialized (${oldClicks('')})
       select count(*) filter (where o.clicked_at < $5)::int as clicks,
         count(*) filter (where o.clicked_at < $5 and (
           select s.created_at < $5 from sessions s
           where s.merchant_id = $1 and s.mode = $2 and s.id = o.session_id
         ) and (
           select true from clicks later
           where later.merchant_id = $1 and later.mode = $2 and later.session_id = o.session_id
             and (later.clicked_at, later.id) > (o.clicked_at, o.id) limit 1
         ) is null)::int as sessions,
         (select id from old order by id desc limit 1) as last
       from old o`,
      parametersOf(tenant, cutoff, portion),
    );
    return row as OldClicks;
  }

  async countIdentities(
    queryable: Queryable,
    before: Date,
    portion: PortionOf<IdentityName>,
  ): Promise<OldIdentities> {
    const [row] = await queryable.query<OldIdentities>(
      `with looked as materialized (${nextIdentities})
       select count(*) filter (where created_at < $4)::int as count, ${lastIdentity} from looked`,
      [...keyOf(portion.after), before, portion.rows],
    );
    return row as OldIdentities;
  }

  async deleteClicks(tx: Tx, tenant: Tenant, cutoff: Cutoff, portion: PortionOf<string>): Promise<OldClicks> {
    const [row] = await tx.query<{ clicks: number; last: string | null; sessions: string[] }>(
      `with old as materialized (${oldClicks('for update')}), gone as (
       delete from clicks c using old o
       where c.merchant_id = o.merchant_id and c.mode = o.mode and c.id = o.id and o.clicked_at < $5
       returning c.session_id
     )
     select (select count(*) from gone)::int as clicks, array(select distinct session_id from gone) as sessions,
       (select id from old order by id desc limit 1) as last`,
      parametersOf(tenant, cutoff, portion),
    );
    const { clicks, last, sessions } = row as { clicks: number; last: string | null; sessions: string[] };
    return { clicks, last, sessions: await deleteSessions(tx, tenant, cutoff, sessions) };
  }

  async deleteIdentities(tx: Tx, before: Date, portion: PortionOf<IdentityName>): Promise<OldIdentities> {
    const [row] = await tx.query<OldIdentities>(
      `with looked as materialized (${nextIdentities}), old as materialized (
       select p.session_id, p.merchant_id, p.mode from looked l join pending_identities p
         on p.session_id = l.session_id and p.merchant_id = l.merchant_id and p.mode = l.mode
       where l.created_at < $4 and p.created_at < $4
       order by p.session_id, p.merchant_id, p.mode for update of p
     ), gone as (
       delete from pending_identities p using old o
       where p.session_id = o.session_id and p.merchant_id = o.merchant_id and p.mode = o.mode
       returning 1
     )
     select (select count(*) from gone)::int as count, ${lastIdentity}`,
      [...keyOf(portion.after), before, portion.rows],
    );
    return row as OldIdentities;
  }
}

/**
 * The directory first, as those who make sessions write it first: a visitor who comes back at this moment waits, and his session is
 * made anew. Should his click be under way past that step, it stays without its session until his next one.
 */
async function deleteSessions(
  tx: Tx,
  tenant: Tenant,
  cutoff: Cutoff,
  ids: readonly string[],
): Promise<number> {
  if (ids.length === 0) return 0;
  const rows = await tx.query<{ id: string }>(
    `with old as materialized (
       select d.session_id, d.merchant_id, d.mode from session_directory d
       where d.session_id = any($3) and d.merchant_id = $1 and d.mode = $2 and d.created_at < $4
         and (
           select true from clicks c
           where c.merchant_id = $1 and c.mode = $2 and c.session_id = d.session_id limit 1
         ) is null
       order by d.session_id collate "C" for update of d
     )
     delete from session_directory d using old o
     where d.session_id = o.session_id and d.merchant_id = o.merchant_id and d.mode = o.mode
     returning d.session_id as id`,
    [tenant.merchantId, tenant.mode, ids, cutoff.at],
  );
  const gone = await tx.query<{ id: string }>(
    `with old as materialized (
       select merchant_id, mode, id from sessions where merchant_id = $1 and mode = $2 and id = any($3)
       order by id collate "C" for update
     )
     delete from sessions s using old o where s.merchant_id = o.merchant_id and s.mode = o.mode and s.id = o.id
     returning s.id`,
    [tenant.merchantId, tenant.mode, rows.map(({ id }) => id)],
  );
  return gone.length;
}

function parametersOf({ merchantId, mode }: Tenant, { id, at }: Cutoff, { after, rows }: PortionOf<string>) {
  return [merchantId, mode, after, id, at, rows];
}

function keyOf({ sessionId, merchantId, mode }: IdentityName): string[] {
  return [sessionId, merchantId, mode];
}

// Every query on API keys. Checking one reads its merchant too, in the same statement: half an answer is none.
import { Injectable } from '@nestjs/common';
import { toBits, type KeyPermission } from '#platform/contract/permissions.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { DATABASE_NOW, Rows } from '#platform/database/rows.js';
import { prepared } from '#platform/database/statement.js';
import { tenantColumns, type Mode, type Tenant } from '#platform/database/tenant.js';
import type { PageRequest } from '#platform/values/paging.js';
import { ApiKeyEntity } from './api-key.entity.js';

export interface NewKey {
  /** SHA-256 of the key, hex. */
  hash: string;
  id: string;
  merchantId: string;
  mode: Mode;
  name: string;
  lastFour: string;
  permissions: KeyPermission[];
}

/** What a key check has to know. */
export interface KeyState {
  keyId: string;
  merchantId: string;
  mode: Mode;
  merchantName: string;
  /** As bits. They never change, as the key's mode does not. */
  permissions: number;
  revoked: boolean;
  merchantLocked: boolean;
}

/** What changed of late. */
export interface KeyChanges {
  /** The database's clock, as it writes it: the next poll's watermark. */
  now: string;
  keys: { hash: string; revoked: boolean }[];
  merchants: { id: string; name: string; locked: boolean }[];
}

const keys = new Rows(ApiKeyEntity);

// Spelled out where it is used, so that the planner sees a time and takes the index.
const pollStart = `least(coalesce($1::timestamptz, now()), now()) - interval '30 seconds'`;

@Injectable()
export class ApiKeysRepository {
  /** Writes a key of a merchant that exists; null when it does not. */
  async insert(queryable: Queryable, key: NewKey): Promise<ApiKeyEntity | null> {
    // Merchants never go: one that is seen here is still there in the next statement.
    const merchants = await queryable.query('select from merchants where id = $1', [key.merchantId]);
    if (merchants.length === 0) return null;
    return keys.insert(queryable, {
      key_hash: Buffer.from(key.hash, 'hex'),
      id: key.id,
      merchant_id: key.merchantId,
      mode: key.mode,
      name: key.name,
      last_four: key.lastFour,
      permissions: key.permissions,
      created_at: DATABASE_NOW,
      last_used_at: null,
      revoked_at: null,
      changed_at: DATABASE_NOW,
    });
  }

  /** A merchant's keys in both modes, oldest first; null when there is no such merchant. */
  async list(queryable: Queryable, merchantId: string): Promise<ApiKeyEntity[] | null> {
    const rows = await queryable.query<ApiKeyEntity & { id: string | null }>(
      `select ${keys.columns('k')} from merchants m left join api_keys k on k.merchant_id = m.id
       where m.id = $1 order by k.id`,
      [merchantId],
    );
    return rows.length === 0 ? null : rows.filter((row) => row.id !== null);
  }

  /** A page of a merchant's keys in one mode, newest first. */
  page(queryable: Queryable, tenant: Tenant, page: PageRequest): Promise<ApiKeyEntity[]> {
    return keys.page(queryable, tenantColumns(tenant), {}, page);
  }

  /** The names of these keys of the tenant, by id. */
  async namesOf(
    queryable: Queryable,
    { merchantId, mode }: Tenant,
    ids: readonly string[],
  ): Promise<Map<string, string>> {
    const rows = await queryable.query<{ id: string; name: string }>(
      prepared('select id, name from api_keys where merchant_id = $1 and mode = $2 and id = any($3)'),
      [merchantId, mode, ids],
    );
    return new Map(rows.map(({ id, name }) => [id, name]));
  }

  /** As `revoke`, of this tenant alone. */
  async revokeOf(tx: Tx, { merchantId, mode }: Tenant, id: string): Promise<ApiKeyEntity | null> {
    const rows = await tx.query<ApiKeyEntity>(
      `update api_keys k set revoked_at = coalesce(revoked_at, clock_timestamp()), changed_at = clock_timestamp()
       where merchant_id = $1 and mode = $2 and id = $3 returning ${keys.columns('k')}`,
      [merchantId, mode, id],
    );
    return rows[0] ?? null;
  }

  /** Revokes a key for good; one revoked before keeps its time. Null when there is no such key. */
  async revoke(queryable: Queryable, id: string): Promise<ApiKeyEntity | null> {
    const rows = await queryable.query<ApiKeyEntity>(
      `update api_keys k set revoked_at = coalesce(revoked_at, clock_timestamp()), changed_at = clock_timestamp()
       where id = $1 returning ${keys.columns('k')}`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The keys with these hashes (hex), by hash. */
  async find(queryable: Queryable, hashes: readonly string[]): Promise<Map<string, KeyState>> {
    // A lateral with a limit, not a join: for so many keys PostgreSQL may read all merchants.
    const rows = await queryable.query<
      Omit<KeyState, 'permissions'> & { hash: string; permissions: KeyPermission[] }
    >(
      prepared(`select encode(k.key_hash, 'hex') as hash, k.id as "keyId", k.merchant_id as "merchantId", k.mode,
         k.permissions, m.name as "merchantName", k.revoked_at is not null as revoked, m.locked_at is not null as "merchantLocked"
       from api_keys k
       cross join lateral (select name, locked_at from merchants where id = k.merchant_id limit 1) m
       where k.key_hash = any($1)`),
      [hashes.map((hash) => Buffer.from(hash, 'hex'))],
    );
    return new Map(
      rows.map(({ hash, permissions, ...state }) => [hash, { ...state, permissions: toBits(permissions) }]),
    );
  }

  /**
   * Keys and merchants changed since 30 s before `since` (the `now` of the last poll; null = now). A row is stamped before it
   * commits, so a poll that asked for "newer than my last look" would miss the ones that commit late.
   */
  async changes(queryable: Queryable, since: string | null): Promise<KeyChanges> {
    const rows = await queryable.query<KeyChanges>(
      prepared(`select now()::text as now,
         (select coalesce(json_agg(json_build_object('hash', encode(key_hash, 'hex'), 'revoked', revoked_at is not null)), '[]')
          from api_keys where changed_at >= ${pollStart}) as keys,
         (select coalesce(json_agg(json_build_object('id', id, 'name', name, 'locked', locked_at is not null)), '[]')
          from merchants where changed_at >= ${pollStart}) as merchants`),
      [since],
    );
    return rows[0]!;
  }

  /** Notes that these keys (hashes, hex) were used now, at most once a minute for each whatever the number of replicas. */
  async noteUse(queryable: Queryable, hashes: string[]): Promise<void> {
    await queryable.query(
      `with due as (
         select key_hash from api_keys
         where key_hash = any(array(select decode(hash, 'hex') from json_array_elements_text($1) as h(hash)))
           and (last_used_at is null or last_used_at < now() - interval '1 minute')
         order by key_hash for update)
       update api_keys k set last_used_at = now() from due where k.key_hash = due.key_hash`,
      [JSON.stringify(hashes)],
    );
  }
}

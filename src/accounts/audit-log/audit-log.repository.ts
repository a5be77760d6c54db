// Every query on the audit log: it is added to and read, never changed.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { tableOf, type RecordOf } from '#platform/database/table.js';
import { HIGHEST_UUID } from '#platform/database/uuid.js';
import type { PageRequest } from '#platform/values/paging.js';
import { AuditEntryEntity } from './audit-entry.entity.js';
import type { ToldEntry } from './told-entry.js';

export type AuditEntry = RecordOf<AuditEntryEntity>;

/** null: whatever it is. */
export interface AuditFilter {
  /** A UUID. */
  personId: string | null;
  action: string | null;
  /** Included. */
  from: Date | null;
  /** Not included. */
  to: Date | null;
}

const table = tableOf(AuditEntryEntity);

@Injectable()
export class AuditLogRepository {
  /** When each of these people (UUIDs) last did something that is noted of the merchant; without those of whom nothing is. */
  async lastSeen(
    queryable: Queryable,
    merchantId: string,
    personIds: readonly string[],
  ): Promise<Map<string, Date>> {
    const rows = await queryable.query<{ personId: string; at: Date }>(
      `select p.id as "personId", a.created_at as at from unnest($2::uuid[]) p(id)
       cross join lateral (
         select created_at from audit_log where merchant_id = $1 and person_id = p.id order by id desc limit 1) a`,
      [merchantId, personIds],
    );
    return new Map(rows.map(({ personId, at }) => [personId, at]));
  }

  /** Written with the commit of the change. */
  insert(tx: Tx, entries: readonly AuditEntry[]): void {
    tx.withCommit(table.insertRecords, [JSON.stringify(entries)]);
  }

  /** Newest first, with the names of who did it. @param page exactly as many as it says. */
  list(
    queryable: Queryable,
    merchantId: string,
    { personId, action, from, to }: AuditFilter,
    { afterId, limit, offset }: PageRequest,
  ): Promise<ToldEntry[]> {
    return queryable.query<ToldEntry>(
      `select a.id, a.created_at as "createdAt", a.action, a.person_id as "personId", a.key_id as "keyId", a.mode,
         a.target, a.details, a.address, coalesce(p.name, k.name) as name, p.email
       from audit_log a left join people p on p.id = a.person_id left join api_keys k on k.id = a.key_id
       where a.merchant_id = $1 and a.id < $2
         and ($3::uuid is null or a.person_id = $3) and ($4::text is null or a.action = $4)
         and ($5::timestamptz is null or a.created_at >= $5) and ($6::timestamptz is null or a.created_at < $6)
       order by a.id desc limit $7 offset $8`,
      [merchantId, afterId ?? HIGHEST_UUID, personId, action, from, to, limit, offset],
    );
  }
}

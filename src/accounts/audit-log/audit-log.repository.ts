// Every query on the audit log.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/database.js';
import { tableOf, type RecordOf } from '#platform/database/table.js';
import { AuditEntryEntity } from './audit-entry.entity.js';

export type AuditEntry = RecordOf<AuditEntryEntity>;

const table = tableOf(AuditEntryEntity);

@Injectable()
export class AuditLogRepository {
  /** Written with the commit of the change. */
  insert(tx: Tx, entries: readonly AuditEntry[]): void {
    tx.withCommit(table.insertRecords, [JSON.stringify(entries)]);
  }
}

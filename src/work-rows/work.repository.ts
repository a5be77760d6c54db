// The rows that say what must follow a commit. Each side of a race writes one in its own transaction; whoever commits last is seen.
import { Injectable } from '@nestjs/common';
import { newId } from '../contract/ids.js';
import { Database, type Tx } from '../database/database.js';
import type { Tenant } from '../database/tenant.js';
import type { WorkEntity } from './work.entity.js';
import type { Work, WorkKind, WorkRow } from './work.js';

@Injectable()
export class WorkRepository {
  constructor(private readonly database: Database) {}

  /** Writes work rows in the caller's transaction, the last step of the lock order. */
  async add(tx: Tx, work: Work[]): Promise<void> {
    if (work.length === 0) return;
    const rows = work.map(({ merchantId, mode, kind, subject }) => ({
      merchant_id: merchantId,
      mode,
      id: newId(),
      kind,
      subject,
    }));
    await tx.query(
      `insert into work (merchant_id, mode, id, kind, subject, created_at, due_at, attempts)
       select merchant_id, mode, id, kind, subject, clock_timestamp(), clock_timestamp(), 0
       from json_to_recordset($1) as w(merchant_id uuid, mode text, id uuid, kind text, subject text)`,
      [JSON.stringify(rows)],
    );
  }

  /** The oldest rows that are due. */
  async due(limit: number): Promise<WorkRow[]> {
    const rows = await this.database.query<WorkEntity>(
      `select merchant_id, mode, id, kind, subject, attempts, created_at
       from work where due_at <= clock_timestamp() order by due_at limit $1`,
      [limit],
    );
    return rows.map((row) => ({
      merchantId: row.merchant_id,
      mode: row.mode as Tenant['mode'],
      id: row.id,
      kind: row.kind as WorkKind,
      subject: row.subject,
      attempts: row.attempts,
      createdAt: row.created_at,
    }));
  }

  /** Removes rows that are done; doing so twice does no harm. */
  async done(rows: WorkRow[]): Promise<void> {
    await this.database.query(
      `delete from work w using json_to_recordset($1) as d("merchantId" uuid, mode text, id uuid)
       where w.merchant_id = d."merchantId" and w.mode = d.mode and w.id = d.id`,
      [JSON.stringify(rows)],
    );
  }

  /** Puts a row that failed off: 1, 2, 4 … seconds, at most five minutes, so that it never stands in the way of others. */
  async putOff(row: WorkRow): Promise<void> {
    await this.database.query(
      `update work set attempts = attempts + 1,
         due_at = clock_timestamp() + make_interval(secs => least(300, power(2, least(attempts, 10))))
       where merchant_id = $1 and mode = $2 and id = $3`,
      [row.merchantId, row.mode, row.id],
    );
  }
}

// Every query on links for a new password.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { Rows } from '#platform/database/rows.js';
import { PasswordResetEntity } from './password-reset.entity.js';

const resets = new Rows(PasswordResetEntity);

@Injectable()
export class PasswordResetsRepository {
  async insert(tx: Tx, row: PasswordResetEntity): Promise<void> {
    await resets.insert(tx, row);
  }

  /** Takes away what is too old, whosever it was. */
  async dropOld(tx: Tx, now: Date): Promise<void> {
    await tx.query(
      `delete from password_resets where token_hash in
         (select token_hash from password_resets where expires_at <= $1 limit 100 for update skip locked)`,
      [now],
    );
  }

  /** Whether a link works. */
  async isGood(queryable: Queryable, tokenHash: Buffer, now: Date): Promise<boolean> {
    const row = await resets.find(queryable, { token_hash: tokenHash });
    return row !== null && row.expires_at > now;
  }

  /** Takes the link away, and says whose it was; null where it does not work, or somebody else was quicker. */
  async use(tx: Tx, tokenHash: Buffer, now: Date): Promise<string | null> {
    const rows = await tx.query<{ personId: string }>(
      'delete from password_resets where token_hash = $1 and expires_at > $2 returning person_id as "personId"',
      [tokenHash, now],
    );
    return rows[0]?.personId ?? null;
  }

  /** Takes away all of a person. */
  async dropAllOf(tx: Tx, personId: string): Promise<void> {
    await tx.query('delete from password_resets where person_id = $1', [personId]);
  }
}

// Every query on passkeys and on challenges that were answered.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { DATABASE_NOW, Rows, type NewRow } from '#platform/database/rows.js';
import { PasskeyEntity } from './passkey.entity.js';

const passkeys = new Rows(PasskeyEntity);

export type NewPasskey = Omit<NewRow<PasskeyEntity>, 'last_used_at' | 'created_at'>;

@Injectable()
export class PasskeysRepository {
  /** Of a person, newest first. */
  list(queryable: Queryable, personId: string): Promise<PasskeyEntity[]> {
    return queryable.query<PasskeyEntity>(
      `select ${passkeys.columns('p')} from passkeys p where p.person_id = $1 order by p.id desc`,
      [personId],
    );
  }

  async count(queryable: Queryable, personId: string): Promise<number> {
    const [row] = await queryable.query<{ count: number }>(
      'select count(*)::int as count from passkeys where person_id = $1',
      [personId],
    );
    return row!.count;
  }

  find(queryable: Queryable, credentialId: Buffer): Promise<PasskeyEntity | null> {
    return passkeys.find(queryable, { credential_id: credentialId });
  }

  /** null when it is known, whosever it is. */
  insert(tx: Tx, row: NewPasskey): Promise<PasskeyEntity | null> {
    const whole = { ...row, created_at: DATABASE_NOW, last_used_at: null } as const;
    return passkeys.insertUnlessKnown(tx, whole, ['credential_id']);
  }

  /** Notes a use; false where it is gone, or its counter went back: of two that are equal one is a copy's. A device that does not count stays at 0. */
  async noteUse(tx: Tx, id: string, counter: number, now: Date): Promise<boolean> {
    const noted = await tx.query(
      `update passkeys set counter = $2, last_used_at = $3
       where id = $1 and (counter < $2 or (counter = 0 and $2 = 0)) returning id`,
      [id, counter, now],
    );
    return noted.length > 0;
  }

  /** What it was called; null where the person has none with this id. */
  async remove(tx: Tx, personId: string, id: string): Promise<string | null> {
    const gone = await tx.query<{ name: string }>(
      'delete from passkeys where person_id = $1 and id = $2 returning name',
      [personId, id],
    );
    return gone[0]?.name ?? null;
  }

  /** How many there were. */
  async removeAllOf(tx: Tx, personId: string): Promise<number> {
    return (await tx.query('delete from passkeys where person_id = $1 returning id', [personId])).length;
  }

  /** Of these people, those who have any. */
  async ownersAmong(queryable: Queryable, personIds: readonly string[]): Promise<Set<string>> {
    const found = await queryable.query<{ id: string }>(
      'select distinct person_id as id from passkeys where person_id = any($1)',
      [personIds],
    );
    return new Set(found.map(({ id }) => id));
  }

  /** Uses a challenge up; false where it was used. Of two at once, on whatever replica, one is true. Drops a few that are too old. */
  async useChallenge(tx: Tx, challengeHash: Buffer, expiresAt: Date, now: Date): Promise<boolean> {
    const used = await tx.query(
      `insert into used_challenges (challenge_hash, expires_at) values ($1, $2)
       on conflict (challenge_hash) do nothing returning expires_at`,
      [challengeHash, expiresAt],
    );
    await tx.query(
      `delete from used_challenges where challenge_hash in
         (select challenge_hash from used_challenges where expires_at <= $1 limit 100 for update skip locked)`,
      [now],
    );
    return used.length > 0;
  }
}

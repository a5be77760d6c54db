// Every query on authenticator apps and recovery codes.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { Rows } from '#platform/database/rows.js';
import { TwoFactorEntity } from './two-factor.entity.js';

/** Whether a person has an app that counts, since when, and how many recovery codes are left. */
export interface TwoFactorState {
  /** null: off. */
  enabledAt: Date | null;
  recoveryCodesLeft: number;
}

const rows = new Rows(TwoFactorEntity);

@Injectable()
export class TwoFactorRepository {
  find(queryable: Queryable, personId: string): Promise<TwoFactorEntity | null> {
    return rows.find(queryable, { person_id: personId });
  }

  async stateOf(queryable: Queryable, personId: string): Promise<TwoFactorState> {
    const [state] = await queryable.query<TwoFactorState>(
      `select (select enabled_at from two_factor where person_id = $1) as "enabledAt",
         (select count(*)::int from recovery_codes where person_id = $1) as "recoveryCodesLeft"`,
      [personId],
    );
    return state!;
  }

  /** Of these people, those who have it on. */
  async enabledAmong(queryable: Queryable, personIds: readonly string[]): Promise<Set<string>> {
    const found = await queryable.query<{ id: string }>(
      'select person_id as id from two_factor where person_id = any($1) and enabled_at is not null',
      [personIds],
    );
    return new Set(found.map(({ id }) => id));
  }

  /** Keeps a secret that does not count yet, instead of one that did not either. */
  async keepPending(tx: Tx, personId: string, sealedSecret: Buffer, now: Date): Promise<void> {
    await tx.query(
      `insert into two_factor (person_id, sealed_secret, last_step, created_at) values ($1, $2, 0, $3)
       on conflict (person_id) do update set sealed_secret = excluded.sealed_secret, created_at = excluded.created_at
         where two_factor.enabled_at is null`,
      [personId, sealedSecret, now],
    );
  }

  /** @param step of the code that has shown that the app has the secret */
  async enable(tx: Tx, personId: string, step: number, now: Date): Promise<void> {
    await rows.update(tx, { person_id: personId }, { enabled_at: now, last_step: step });
  }

  /** Uses a code up; false where it, or a later one, was used. Of two at once, on whatever replica, one is true. */
  async useStep(tx: Tx, personId: string, step: number): Promise<boolean> {
    const moved = await tx.query(
      'update two_factor set last_step = $2 where person_id = $1 and last_step < $2 returning person_id',
      [personId, step],
    );
    return moved.length > 0;
  }

  /** Uses a recovery code up; false where there is none. */
  async useRecoveryCode(tx: Tx, personId: string, codeHash: Buffer): Promise<boolean> {
    const used = await tx.query(
      'delete from recovery_codes where person_id = $1 and code_hash = $2 returning person_id',
      [personId, codeHash],
    );
    return used.length > 0;
  }

  /** These instead of all before. */
  async replaceRecoveryCodes(tx: Tx, personId: string, hashes: readonly Buffer[]): Promise<void> {
    await tx.query('delete from recovery_codes where person_id = $1', [personId]);
    await tx.query(
      'insert into recovery_codes (person_id, code_hash) select $1, h from unnest($2::bytea[]) as h',
      [personId, hashes],
    );
  }

  async remove(tx: Tx, personId: string): Promise<void> {
    await tx.query('delete from recovery_codes where person_id = $1', [personId]);
    await tx.query('delete from two_factor where person_id = $1', [personId]);
  }
}

// Every query on accounts of a sign-in provider that are linked with people's own.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { Rows } from '#platform/database/rows.js';
import { IdentityEntity } from './identity.entity.js';

export type LinkedIdentity = IdentityEntity;

const identities = new Rows(IdentityEntity);

@Injectable()
export class LinkedIdentitiesRepository {
  find(queryable: Queryable, issuer: string, subject: string): Promise<LinkedIdentity | null> {
    return identities.find(queryable, { issuer, subject });
  }

  /** Of a person, newest first. */
  async list(queryable: Queryable, personId: string): Promise<LinkedIdentity[]> {
    return (await identities.list(queryable, { person_id: personId }, ['id'])).reverse();
  }

  /** False when the account is linked already, or the person with another one of this issuer. */
  async insert(tx: Tx, row: LinkedIdentity): Promise<boolean> {
    const { id, person_id: personId, issuer, subject, email, created_at: createdAt } = row;
    const rows = await tx.query(
      `insert into identities (id, person_id, issuer, subject, email, created_at, last_used_at)
       values ($1, $2, $3, $4, $5, $6, $6) on conflict do nothing returning id`,
      [id, personId, issuer, subject, email, createdAt],
    );
    return rows.length > 0;
  }

  /** False when it is linked no more. */
  async noteUse(
    tx: Tx,
    { id }: Pick<LinkedIdentity, 'id'>,
    email: string | null,
    now: Date,
  ): Promise<boolean> {
    return (await identities.update(tx, { id }, { email, last_used_at: now })) !== null;
  }

  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from identities where id = $1', [id]);
  }

  /** All of a person but those with this email. @param email normalised. @returns whether there was any */
  async removeOthers(tx: Tx, personId: string, email: string): Promise<boolean> {
    const rows = await tx.query(
      'delete from identities where person_id = $1 and lower(email) is distinct from $2 returning id',
      [personId, email],
    );
    return rows.length > 0;
  }

  async removeAllOf(tx: Tx, personId: string): Promise<void> {
    await tx.query('delete from identities where person_id = $1', [personId]);
  }
}

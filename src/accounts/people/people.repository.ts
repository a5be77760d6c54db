// Every query on people and on which merchants they belong to.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { DATABASE_NOW, Rows } from '#platform/database/rows.js';
import { MembershipEntity } from './membership.entity.js';
import { PersonEntity } from './person.entity.js';
import type { Role } from './role.js';

export type NewPerson = Omit<PersonEntity, 'created_at'>;
export type PersonChange = Partial<Pick<PersonEntity, 'name' | 'language' | 'time_zone'>>;

/** A merchant a person belongs to. */
export interface MembershipRow {
  merchantId: string;
  merchantName: string;
  role: Role;
}

/** As whoever runs the installation sees them; all of the merchant is null for who belongs to none. */
export interface ListedPerson {
  id: string;
  email: string;
  name: string;
  createdAt: Date;
  merchantId: string | null;
  merchantName: string | null;
  role: Role | null;
}

const people = new Rows(PersonEntity);
const memberships = new Rows(MembershipEntity);

@Injectable()
export class PeopleRepository {
  find(queryable: Queryable, id: string): Promise<PersonEntity | null> {
    return people.find(queryable, { id });
  }

  findByEmail(queryable: Queryable, email: string): Promise<PersonEntity | null> {
    return people.find(queryable, { email });
  }

  /** Keeps the person as they are until the transaction ends. */
  lock(tx: Tx, id: string): Promise<PersonEntity | null> {
    return people.lock(tx, { id });
  }

  /** Writes a person; null when somebody has the email. */
  insert(queryable: Queryable, person: NewPerson): Promise<PersonEntity | null> {
    return people.insertUnlessKnown(queryable, { ...person, created_at: DATABASE_NOW }, ['email']);
  }

  async update(queryable: Queryable, id: string, change: PersonChange): Promise<void> {
    if (Object.keys(change).length > 0) await people.update(queryable, { id }, change as PersonEntity);
  }

  async setPassword(queryable: Queryable, id: string, passwordHash: string): Promise<void> {
    await people.update(queryable, { id }, { password_hash: passwordHash });
  }

  /** Where a person belongs, by the merchant's name. */
  memberships(queryable: Queryable, personId: string): Promise<MembershipRow[]> {
    return queryable.query<MembershipRow>(
      `select m.merchant_id as "merchantId", o.name as "merchantName", m.role
       from memberships m join merchants o on o.id = m.merchant_id where m.person_id = $1 order by o.name, o.id`,
      [personId],
    );
  }

  /** Makes somebody belong to a merchant; false when they do already. */
  async addMembership(
    queryable: Queryable,
    merchantId: string,
    personId: string,
    role: Role,
  ): Promise<boolean> {
    const row = { merchant_id: merchantId, person_id: personId, role, created_at: DATABASE_NOW } as const;
    return (await memberships.insertUnlessKnown(queryable, row, ['merchant_id', 'person_id'])) !== null;
  }

  /** Whether a merchant has anybody. */
  async hasMembers(queryable: Queryable, merchantId: string): Promise<boolean> {
    const rows = await queryable.query('select from memberships where merchant_id = $1 limit 1', [
      merchantId,
    ]);
    return rows.length > 0;
  }

  /** Everybody, once for each merchant they belong to, by email; of one merchant its members. @param merchantId null: all. */
  listAll(queryable: Queryable, merchantId: string | null): Promise<ListedPerson[]> {
    return queryable.query<ListedPerson>(
      `select p.id, p.email, p.name, p.created_at as "createdAt", m.merchant_id as "merchantId", o.name as "merchantName", m.role
       from people p left join memberships m on m.person_id = p.id left join merchants o on o.id = m.merchant_id
       where $1::uuid is null or m.merchant_id = $1 order by p.email, o.name, o.id`,
      [merchantId],
    );
  }

  /** Takes away the account; what it belonged to has to be taken away before. */
  async remove(tx: Tx, id: string): Promise<void> {
    await tx.query('delete from people where id = $1', [id]);
  }
}

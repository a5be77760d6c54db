// People, for the features above: found, made, and made to belong to a merchant.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import type { PersonEntity } from './person.entity.js';
import {
  PeopleRepository,
  type MembershipRow,
  type NewPerson,
  type PersonChange,
} from './people.repository.js';
import type { Role } from './role.js';

export type Person = PersonEntity;
export type Membership = MembershipRow;

@Injectable()
export class PeopleFacade {
  constructor(private readonly repository: PeopleRepository) {}

  /** By UUID. */
  find(queryable: Queryable, id: string): Promise<Person | null> {
    return this.repository.find(queryable, id);
  }

  /** @param email normalised. */
  findByEmail(queryable: Queryable, email: string): Promise<Person | null> {
    return this.repository.findByEmail(queryable, email);
  }

  /** As they are, and stay until the transaction ends. */
  lock(tx: Tx, id: string): Promise<Person | null> {
    return this.repository.lock(tx, id);
  }

  /** null when somebody has the email. */
  create(tx: Tx, person: NewPerson): Promise<Person | null> {
    return this.repository.insert(tx, person);
  }

  /** Changes what is there, and leaves what is undefined. */
  update(queryable: Queryable, id: string, change: PersonChange): Promise<void> {
    return this.repository.update(queryable, id, change);
  }

  setPassword(queryable: Queryable, id: string, passwordHash: string): Promise<void> {
    return this.repository.setPassword(queryable, id, passwordHash);
  }

  /** Where a person belongs, by the merchant's name. */
  membershipsOf(queryable: Queryable, personId: string): Promise<Membership[]> {
    return this.repository.memberships(queryable, personId);
  }

  /** False when they belong to it already. */
  join(tx: Tx, merchantId: string, personId: string, role: Role): Promise<boolean> {
    return this.repository.addMembership(tx, merchantId, personId, role);
  }

  /** Whether anybody belongs to the merchant. */
  hasMembers(queryable: Queryable, merchantId: string): Promise<boolean> {
    return this.repository.hasMembers(queryable, merchantId);
  }
}

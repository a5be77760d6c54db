// People, for the features above: found, made, and made to belong to a merchant.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import type { PageRequest } from '#platform/values/paging.js';
import { MembersRepository, type MemberRow } from './members.repository.js';
import type { PersonEntity } from './person.entity.js';
import {
  PeopleRepository,
  type ListedPerson,
  type MembershipRow,
  type NewPerson,
  type PersonChange,
} from './people.repository.js';
import type { Role } from './role.js';

export type Person = PersonEntity;
export type Membership = MembershipRow;
export type MerchantMember = MemberRow;

@Injectable()
export class PeopleFacade {
  constructor(
    private readonly repository: PeopleRepository,
    private readonly members: MembersRepository,
  ) {}

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

  /** Who belongs to a merchant, by account, the newest first; one more than the page holds. */
  listMembers(queryable: Queryable, merchantId: string, page: PageRequest): Promise<MerchantMember[]> {
    return this.members.list(queryable, merchantId, page);
  }

  /** Everybody who belongs to a merchant: they stay, with their roles, until the transaction ends. */
  lockMembers(tx: Tx, merchantId: string): Promise<MerchantMember[]> {
    return this.members.lock(tx, merchantId);
  }

  /** Of somebody whom `lockMembers` has told of. */
  setRole(tx: Tx, merchantId: string, personId: string, role: Role): Promise<void> {
    return this.members.setRole(tx, merchantId, personId, role);
  }

  /** The opposite of `join`. */
  leave(tx: Tx, merchantId: string, personId: string): Promise<void> {
    return this.members.remove(tx, merchantId, personId);
  }

  /** Everybody, once for each merchant they belong to, by email. @param merchantId of this one alone; null: of all, and of none. */
  listAll(queryable: Queryable, merchantId: string | null): Promise<ListedPerson[]> {
    return this.repository.listAll(queryable, merchantId);
  }

  /** Of somebody who belongs to no merchant any more. */
  remove(tx: Tx, id: string): Promise<void> {
    return this.repository.remove(tx, id);
  }
}

// Every query on who belongs to one merchant, as its owners see it.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { HIGHEST_UUID } from '#platform/database/uuid.js';
import type { PageRequest } from '#platform/values/paging.js';
import type { Language } from './person.js';
import type { Role } from './role.js';

export interface MemberRow {
  personId: string;
  name: string;
  email: string;
  language: Language;
  role: Role;
  joinedAt: Date;
}

const MEMBER = `m.person_id as "personId", p.name, p.email, p.language, m.role, m.created_at as "joinedAt"
       from memberships m join people p on p.id = m.person_id`;

@Injectable()
export class MembersRepository {
  /** By account, the newest first; one more than the page holds. */
  list(queryable: Queryable, merchantId: string, page: PageRequest): Promise<MemberRow[]> {
    return queryable.query<MemberRow>(
      `select ${MEMBER} where m.merchant_id = $1 and m.person_id < $2
       order by m.person_id desc limit $3 offset $4`,
      [merchantId, page.afterId ?? HIGHEST_UUID, page.limit + 1, page.offset],
    );
  }

  /** All of them, as they are and stay until the transaction ends: of two who change members at once, one waits. */
  lock(tx: Tx, merchantId: string): Promise<MemberRow[]> {
    return tx.query<MemberRow>(
      `select ${MEMBER} where m.merchant_id = $1 order by m.person_id for update of m`,
      [merchantId],
    );
  }

  async setRole(tx: Tx, merchantId: string, personId: string, role: Role): Promise<void> {
    await tx.query('update memberships set role = $3 where merchant_id = $1 and person_id = $2', [
      merchantId,
      personId,
      role,
    ]);
  }

  async remove(tx: Tx, merchantId: string, personId: string): Promise<void> {
    await tx.query('delete from memberships where merchant_id = $1 and person_id = $2', [
      merchantId,
      personId,
    ]);
  }
}

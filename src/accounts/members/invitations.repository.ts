// Every query on invitations.
import { Injectable } from '@nestjs/common';
import type { Role } from '#accounts/people/role.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import { Rows } from '#platform/database/rows.js';
import { HIGHEST_UUID } from '#platform/database/uuid.js';
import type { PageRequest } from '#platform/values/paging.js';
import { InvitationEntity } from './invitation.entity.js';
import type { InvitationKey } from './invitation-token.js';

export type Invitation = InvitationEntity & { merchantName: string };
/** As owners see it. */
export type WaitingInvitation = Omit<InvitationEntity, 'token_hash'> & { inviterName: string | null };

const invitations = new Rows(InvitationEntity);

@Injectable()
export class InvitationsRepository {
  /** Writes an invitation of a merchant that exists; null when it does not. */
  async insert(queryable: Queryable, row: InvitationEntity): Promise<InvitationEntity | null> {
    const merchants = await queryable.query('select from merchants where id = $1', [row.merchant_id]);
    return merchants.length === 0 ? null : invitations.insert(queryable, row);
  }

  /** The invitation of a token, unless it is too old. */
  async find(
    queryable: Queryable,
    { merchantId, tokenHash }: InvitationKey,
    now: Date,
  ): Promise<Invitation | null> {
    const rows = await queryable.query<Invitation>(
      `select ${invitations.columns('i')}, m.name as "merchantName"
       from invitations i join merchants m on m.id = i.merchant_id
       where i.merchant_id = $1 and i.token_hash = $2 and i.expires_at > $3 and m.locked_at is null`,
      [merchantId, tokenHash, now],
    );
    return rows[0] ?? null;
  }

  /** Takes the invitation away; false when somebody else has. */
  async use(tx: Tx, { merchant_id: merchantId, id }: InvitationEntity): Promise<boolean> {
    const rows = await tx.query('delete from invitations where merchant_id = $1 and id = $2 returning id', [
      merchantId,
      id,
    ]);
    return rows.length > 0;
  }

  /** Takes away the links that were made for whoever holds them, and those that are too old. */
  async dropOpen(tx: Tx, merchantId: string, now: Date): Promise<void> {
    await tx.query('delete from invitations where merchant_id = $1 and (email is null or expires_at <= $2)', [
      merchantId,
      now,
    ]);
  }

  /** Those that may still be used, newest first, one more than the page holds. */
  list(queryable: Queryable, merchantId: string, now: Date, page: PageRequest): Promise<WaitingInvitation[]> {
    return queryable.query<WaitingInvitation>(
      `select ${invitations.columns('i', ['token_hash'])}, p.name as "inviterName"
       from invitations i left join people p on p.id = i.invited_by
       where i.merchant_id = $1 and i.expires_at > $2 and i.id < $3 order by i.id desc limit $4 offset $5`,
      [merchantId, now, page.afterId ?? HIGHEST_UUID, page.limit + 1, page.offset],
    );
  }

  /** One, kept from being used until the transaction ends. */
  lock(tx: Tx, merchantId: string, id: string): Promise<InvitationEntity | null> {
    return invitations.lock(tx, { merchant_id: merchantId, id });
  }

  /** All of a merchant, kept from being used until the transaction ends. */
  lockAll(tx: Tx, merchantId: string): Promise<InvitationEntity[]> {
    return tx.query<InvitationEntity>(
      `select ${invitations.columns('i')} from invitations i where i.merchant_id = $1 order by i.id for update`,
      [merchantId],
    );
  }

  async dropOld(tx: Tx, merchantId: string, now: Date): Promise<void> {
    await tx.query('delete from invitations where merchant_id = $1 and expires_at <= $2', [merchantId, now]);
  }

  /** Takes away those that a person sent, with any of these roles. */
  async withdrawBy(tx: Tx, merchantId: string, personId: string, roles: readonly Role[]): Promise<void> {
    await tx.query('delete from invitations where merchant_id = $1 and invited_by = $2 and role = any($3)', [
      merchantId,
      personId,
      roles,
    ]);
  }

  /** Takes away those to an email. */
  async withdrawTo(tx: Tx, merchantId: string, email: string): Promise<void> {
    await tx.query('delete from invitations where merchant_id = $1 and email = $2', [merchantId, email]);
  }
}

// Every query on invitations.
import { Injectable } from '@nestjs/common';
import type { Queryable, Tx } from '#platform/database/database.js';
import { Rows } from '#platform/database/rows.js';
import { InvitationEntity } from './invitation.entity.js';
import type { InvitationKey } from './invitation-token.js';

export type Invitation = InvitationEntity & { merchantName: string };

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
}

// A link by which somebody comes to belong to a merchant, as TypeORM maps the row. Used or withdrawn, the row is gone.
import { Check, Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { Role } from '#accounts/people/role.js';

@Entity('invitations')
@Index('invitations_token', ['merchant_id', 'token_hash'], { unique: true })
@Check('invitations_role', `role in ('OWNER', 'ADMIN', 'MANAGER', 'FINANCE', 'VIEWER')`)
export class InvitationEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitations_pk' })
  merchant_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'invitations_pk' })
  id!: string;

  /** SHA-256 of the token, which is nowhere. */
  @Column('bytea')
  token_hash!: Buffer;

  @Column('text')
  role!: Role;

  /** Normalised; null: whoever holds the link says theirs. */
  @Column('text', { nullable: true })
  email!: string | null;

  /** null: whoever runs the installation. */
  @Column('uuid', { nullable: true })
  invited_by!: string | null;

  @Column('timestamptz')
  created_at!: Date;

  @Column('timestamptz')
  expires_at!: Date;
}

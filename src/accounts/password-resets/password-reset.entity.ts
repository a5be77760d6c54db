// A link by which somebody sets a new password, as TypeORM maps the row. Used, the row is gone.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('password_resets')
export class PasswordResetEntity {
  /** SHA-256 of the token, which is nowhere. */
  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'password_resets_pk' })
  token_hash!: Buffer;

  @Index('password_resets_person')
  @Column('uuid')
  person_id!: string;

  @Column('timestamptz')
  created_at!: Date;

  @Index('password_resets_expires')
  @Column('timestamptz')
  expires_at!: Date;
}

// The authenticator app of a person, as TypeORM maps the row. In a table of its own: only who signs in asks for it.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('two_factor')
export class TwoFactorEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'two_factor_pk' })
  person_id!: string;

  /** As SecretBox seals it, for `totp:<person_id>`. */
  @Column('bytea')
  sealed_secret!: Buffer;

  /** Of the last code that was right: neither it nor an older one is right again. 0 before the first. */
  @Column('integer')
  last_step!: number;

  @Column('timestamptz')
  created_at!: Date;

  /** null: begun, and no code has shown yet that the app has the secret. */
  @Column('timestamptz', { nullable: true })
  enabled_at!: Date | null;
}

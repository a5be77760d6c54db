// A passkey, as TypeORM maps the row: the public half, which is no secret.
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BigintText } from '#platform/database/table.js';

@Entity('passkeys')
@Index('passkeys_person', ['person_id', 'id'])
@Unique('passkeys_credential', ['credential_id'])
export class PasskeyEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'passkeys_pk' })
  id!: string;

  @Column('uuid')
  person_id!: string;

  /** As the device chose it. */
  @Column('bytea')
  credential_id!: Buffer;

  /** As COSE. */
  @Column('bytea')
  public_key!: Buffer;

  /** Of signatures, as the device counts them; 0 for ever where it does not. */
  @Column('bigint')
  counter!: BigintText;

  @Column('text')
  name!: string;

  /** Whether a password manager keeps it for several devices, as the device said. */
  @Column('boolean')
  synced!: boolean;

  @Column('timestamptz')
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  last_used_at!: Date | null;
}

// A visitor's browser at one merchant, and the email hash it was identified with, as TypeORM maps it.
import { Column, Entity, Index, PrimaryColumn } from 'typeorm';

@Entity('sessions')
@Index('sessions_email', ['merchant_id', 'mode', 'email_hash', 'vouched', 'identified_at', 'id'])
export class SessionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sessions_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'sessions_pk' })
  mode!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'sessions_pk' })
  id!: string;

  @Column('timestamptz')
  created_at!: Date;

  @Column('bytea', { nullable: true })
  email_hash!: Buffer | null;

  @Column('timestamptz', { nullable: true })
  identified_at!: Date | null;

  @Column('boolean', { nullable: true })
  vouched!: boolean | null;
}

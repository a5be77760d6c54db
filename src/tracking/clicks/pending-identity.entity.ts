// An identity whose session is not known yet, kept for seven days, as TypeORM maps it.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('pending_identities')
export class PendingIdentityEntity {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'pending_identities_pk' })
  session_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'pending_identities_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'pending_identities_pk' })
  mode!: string;

  @Column('bytea')
  email_hash!: Buffer;

  @Column('timestamptz')
  created_at!: Date;
}

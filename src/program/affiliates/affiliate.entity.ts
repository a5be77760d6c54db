// An affiliate as TypeORM maps the row.
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';
import type { AffiliateStatus } from './affiliate.js';
import type { Mode } from '#platform/database/tenant.js';

@Entity('affiliates')
@Unique('affiliates_email', ['merchant_id', 'mode', 'email'])
export class AffiliateEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'affiliates_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'affiliates_pk' })
  mode!: Mode;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'affiliates_pk' })
  id!: string;

  /** Trimmed, lower case. */
  @Column('text')
  email!: string;

  @Column('text', { nullable: true })
  first_name!: string | null;

  @Column('text')
  status!: AffiliateStatus;

  @Column('timestamptz')
  created_at!: Date;

  @Column('timestamptz')
  updated_at!: Date;
}

// A campaign as TypeORM maps the row.
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CampaignStatus, CommissionType } from './terms.js';
import type { BigintText } from '#platform/database/table.js';
import type { Mode } from '#platform/database/tenant.js';

@Entity('campaigns')
export class CampaignEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'campaigns_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'campaigns_pk' })
  mode!: Mode;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'campaigns_pk' })
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  status!: CampaignStatus;

  @Column('text')
  landing_url!: string;

  @Column('text')
  commission_type!: CommissionType;

  /** Basis points for PERCENTAGE, minor units for FIXED. */
  @Column('bigint')
  commission_rate!: BigintText;

  @Column('text')
  currency!: string;

  @Column('boolean')
  commission_recurring!: boolean;

  @Column('integer', { nullable: true })
  recurring_months_limit!: number | null;

  @Column('integer')
  attribution_window_days!: number;

  /** Ascending, `rate` in basis points, `threshold` in minor units of `currency`; null: one rate for all. */
  @Column('jsonb', { nullable: true })
  tiers!: { threshold: number; rate: number }[] | null;

  /** When the first affiliate joined; null before. */
  @Column('timestamptz', { nullable: true })
  terms_frozen_at!: Date | null;

  @Column('timestamptz')
  created_at!: Date;

  @Column('timestamptz')
  updated_at!: Date;
}

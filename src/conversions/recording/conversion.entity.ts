// A conversion, as TypeORM maps it; its columns are what is selected, inserted and recorded (database/table.ts). The row never leaves this feature.
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { EvidenceItem } from '#conversions/attribution/evidence.js';
import type { BigintText } from '#platform/database/table.js';
import type { Tenant } from '#platform/database/tenant.js';
import type { ConversionStatus, ConversionType, StoredAttribution } from './conversion.js';

@Entity('conversions')
// Indexes of expressions and conditions, which TypeORM cannot say: they are in migration 0006, and serve the trace.
@Index('conversions_click', { synchronize: false })
@Index('conversions_session', { synchronize: false })
@Index('conversions_code', { synchronize: false })
@Index('conversions_email', { synchronize: false })
@Index('conversions_customer', { synchronize: false })
@Index('conversions_affiliate', ['merchant_id', 'mode', 'affiliate_id', 'id'])
@Index('conversions_campaign', ['merchant_id', 'mode', 'campaign_id', 'id'])
@Index('conversions_occurred', ['merchant_id', 'mode', 'occurred_at', 'id'])
@Unique('conversions_external_id', ['merchant_id', 'mode', 'external_id'])
export class ConversionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conversions_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'conversions_pk' })
  mode!: Tenant['mode'];

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conversions_pk' })
  id!: string;

  @Column('text')
  external_id!: string;

  @Column('text')
  conversion_type!: ConversionType;

  /** Minor units of `currency`. */
  @Column('bigint')
  amount!: BigintText;

  @Column('text')
  currency!: string;

  @Column('timestamptz')
  occurred_at!: Date;

  @Column('timestamptz')
  recorded_at!: Date;

  @Column('boolean')
  is_synthetic!: boolean;

  @Column('text')
  status!: ConversionStatus;

  @Column('jsonb')
  evidence!: EvidenceItem[];

  @Column('jsonb', { nullable: true })
  metadata!: Record<string, unknown> | null;

  @Column('jsonb')
  attribution!: StoredAttribution;

  @Column('uuid', { nullable: true })
  affiliate_id!: string | null;

  @Column('uuid', { nullable: true })
  campaign_id!: string | null;

  @Column('uuid', { nullable: true })
  click_id!: string | null;

  /** Minor units of `currency`. */
  @Column('bigint')
  refunded_amount!: BigintText;

  /** When the first refund came, null before; from then on an unattributed conversion stays so. */
  @Column('timestamptz', { nullable: true })
  refunded_at!: Date | null;
}

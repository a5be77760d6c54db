// A conversion, as TypeORM maps it. The row never leaves this feature.
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';

@Entity('conversions')
@Index('conversions_affiliate', ['merchant_id', 'mode', 'affiliate_id', 'id'])
@Index('conversions_campaign', ['merchant_id', 'mode', 'campaign_id', 'id'])
@Index('conversions_occurred', ['merchant_id', 'mode', 'occurred_at', 'id'])
@Unique('conversions_external_id', ['merchant_id', 'mode', 'external_id'])
export class ConversionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conversions_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'conversions_pk' })
  mode!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'conversions_pk' })
  id!: string;

  @Column('text')
  external_id!: string;

  @Column('text')
  conversion_type!: string;

  @Column('bigint')
  amount!: string;

  @Column('text')
  currency!: string;

  @Column('timestamptz')
  occurred_at!: Date;

  @Column('timestamptz')
  recorded_at!: Date;

  @Column('boolean')
  is_synthetic!: boolean;

  @Column('text')
  status!: string;

  @Column('jsonb')
  evidence!: Record<string, unknown>;

  @Column('jsonb', { nullable: true })
  metadata!: Record<string, unknown> | null;

  @Column('jsonb')
  attribution!: Record<string, unknown>;

  @Column('uuid', { nullable: true })
  affiliate_id!: string | null;

  @Column('uuid', { nullable: true })
  campaign_id!: string | null;

  @Column('uuid', { nullable: true })
  click_id!: string | null;

  @Column('bigint')
  refunded_amount!: string;

  /** When the first refund came; from then on an unattributed conversion stays so. */
  @Column('timestamptz', { nullable: true })
  refunded_at!: Date | null;
}

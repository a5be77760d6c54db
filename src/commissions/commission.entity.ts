// A commission, as TypeORM maps it.
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('commissions')
@Unique('commissions_conversion', ['merchant_id', 'mode', 'conversion_id'])
export class CommissionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commissions_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'commissions_pk' })
  mode!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'commissions_pk' })
  id!: string;

  @Column('uuid')
  conversion_id!: string;

  @Column('uuid')
  affiliate_id!: string;

  @Column('uuid')
  campaign_id!: string;

  @Column('bigint')
  amount!: string;

  @Column('text')
  currency!: string;

  @Column('text')
  status!: string;

  @Column('timestamptz')
  created_at!: Date;
}

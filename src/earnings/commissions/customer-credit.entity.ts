// Where a customer was first credited, as TypeORM maps it.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('customer_credits')
export class CustomerCreditEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_credits_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'customer_credits_pk' })
  mode!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'customer_credits_pk' })
  customer_id!: string;

  @Column('uuid')
  affiliate_id!: string;

  @Column('uuid')
  campaign_id!: string;

  @Column('uuid')
  conversion_id!: string;

  @Column('timestamptz')
  first_occurred_at!: Date;
}

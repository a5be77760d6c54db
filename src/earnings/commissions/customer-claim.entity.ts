// A customer's first credited conversion of a type in a campaign, as TypeORM maps it.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('customer_claims')
export class CustomerClaimEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_claims_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'customer_claims_pk' })
  mode!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'customer_claims_pk' })
  customer_key!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'customer_claims_pk' })
  conversion_type!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'customer_claims_pk' })
  campaign_id!: string;

  @Column('uuid')
  conversion_id!: string;

  @Column('timestamptz')
  first_occurred_at!: Date;
}

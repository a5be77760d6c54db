// A refund that came before its order, as TypeORM maps it.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('kept_refunds')
export class KeptRefundEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'kept_refunds_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'kept_refunds_pk' })
  mode!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'kept_refunds_pk' })
  external_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'kept_refunds_pk' })
  name!: string;

  @Column('uuid')
  id!: string;

  @Column('text', { nullable: true })
  refund_id!: string | null;

  /** Null: whatever is left when the order comes. */
  @Column('bigint', { nullable: true })
  amount!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  created_at!: Date;
}

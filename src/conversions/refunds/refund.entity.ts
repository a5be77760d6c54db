// Money given back on a conversion, as TypeORM maps it.
import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

@Entity('refunds')
@Unique('refunds_name', ['merchant_id', 'mode', 'conversion_id', 'name'])
export class RefundEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'refunds_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'refunds_pk' })
  mode!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'refunds_pk' })
  id!: string;

  @Column('uuid')
  conversion_id!: string;

  /** What makes it this refund and no repeat: the caller's id, else its amount; see refund.rules.ts. */
  @Column('text')
  name!: string;

  /** The caller's own id. */
  @Column('text', { nullable: true })
  refund_id!: string | null;

  /** Minor units of the conversion's currency. */
  @Column('bigint')
  amount!: string;

  /** What was asked for, where that was more: it came before its order. */
  @Column('bigint', { nullable: true })
  asked_amount!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz')
  created_at!: Date;
}

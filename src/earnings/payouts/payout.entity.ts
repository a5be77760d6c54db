// What one affiliate is paid at once, in one currency, as TypeORM maps it.
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { BigintText } from '#platform/database/table.js';
import type { Mode } from '#platform/database/tenant.js';
import type { PayoutStatus } from './payout.js';

@Entity('payouts')
@Unique('payouts_key', ['merchant_id', 'mode', 'payout_key'])
@Index('payouts_affiliate', ['merchant_id', 'mode', 'affiliate_id', 'id'])
export class PayoutEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payouts_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'payouts_pk' })
  mode!: Mode;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payouts_pk' })
  id!: string;

  /** The caller's idempotency key. */
  @Column('text', { nullable: true })
  payout_key!: string | null;

  @Column('uuid')
  affiliate_id!: string;

  @Column('text')
  currency!: string;

  /** Minor units of the currency. */
  @Column('bigint')
  amount!: BigintText;

  @Column('integer')
  commission_count!: number;

  @Column('text')
  status!: PayoutStatus;

  @Column('timestamptz')
  created_at!: Date;

  @Column('timestamptz', { nullable: true })
  paid_at!: Date | null;

  @Column('text', { nullable: true })
  method!: string | null;

  @Column('text', { nullable: true })
  reference!: string | null;
}

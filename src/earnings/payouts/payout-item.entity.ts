// What a commission contributes to a payout, as TypeORM maps it.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('payout_items')
export class PayoutItemEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payout_items_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'payout_items_pk' })
  mode!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payout_items_pk' })
  payout_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'payout_items_pk' })
  commission_id!: string;

  /** Signed minor units: the balance less what earlier payouts settled. */
  @Column('bigint')
  amount!: string;
}

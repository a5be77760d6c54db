// A commission, as TypeORM maps it.
import { Column, Entity, Index, PrimaryColumn, Unique } from 'typeorm';
import type { CommissionStatus } from './commission.rules.js';

@Entity('commissions')
@Unique('commissions_conversion', ['merchant_id', 'mode', 'conversion_id'])
@Index('commissions_affiliate', ['merchant_id', 'mode', 'affiliate_id', 'id'])
@Index('commissions_campaign', ['merchant_id', 'mode', 'campaign_id', 'id'])
@Index('commissions_payable', ['merchant_id', 'mode', 'affiliate_id', 'currency', 'id'], {
  where: `(status = 'APPROVED' and payout_id is null) or (payout_id is not null and balance <> settled_amount)`,
})
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

  /** What the order earned: the first entry of the ledger, never changed. */
  @Column('bigint')
  amount!: string;

  /** The sum of the ledger: `amount` and every entry in commission_entries. Never below 0. */
  @Column('bigint')
  balance!: string;

  /** How much of the balance payouts have taken. */
  @Column('bigint', { default: 0 })
  settled_amount!: string;

  /** The payout that took it first; from then on it counts as paid. */
  @Column('uuid', { nullable: true })
  payout_id!: string | null;

  @Column('text')
  currency!: string;

  @Column('text')
  status!: CommissionStatus;

  @Column('timestamptz')
  created_at!: Date;
}

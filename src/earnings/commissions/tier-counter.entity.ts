// What an affiliate has brought to a tiered campaign so far, as TypeORM maps it.
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('tier_counters')
export class TierCounterEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tier_counters_pk' })
  merchant_id!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'tier_counters_pk' })
  mode!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tier_counters_pk' })
  campaign_id!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'tier_counters_pk' })
  affiliate_id!: string;

  /** Minor units of the campaign's currency, refunds subtracted. */
  @Column('bigint')
  revenue!: string;
}

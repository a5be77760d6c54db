// What is remembered of customers: their first commission in a campaign, and whom they were first credited to.
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import { TenantRow } from './base.js';
import { Affiliate, Campaign, toAffiliate, toCampaign } from './programme.js';

@Entity('customer_claims')
export class CustomerClaim extends TenantRow {
  @PrimaryColumn('text', { name: 'customer_key' })
  customerKey!: string;

  @PrimaryColumn('text', { name: 'conversion_type' })
  conversionType!: string;

  @PrimaryColumn('uuid', { name: 'campaign_id' })
  campaignId!: string;

  @Column('uuid', { name: 'conversion_id' })
  conversionId!: string;

  @Column('timestamptz', { name: 'first_occurred_at' })
  firstOccurredAt!: Date;
}

@Entity('customer_credits')
export class CustomerCredit extends TenantRow {
  @PrimaryColumn('text', { name: 'customer_id' })
  customerId!: string;

  @Column('uuid', { name: 'affiliate_id' })
  affiliateId!: string;

  @Column('uuid', { name: 'campaign_id' })
  campaignId!: string;

  @Column('uuid', { name: 'conversion_id' })
  conversionId!: string;

  @Column('timestamptz', { name: 'first_occurred_at' })
  firstOccurredAt!: Date;

  @ManyToOne(() => Campaign)
  @JoinColumn(toCampaign)
  campaign!: Relation<Campaign>;

  @ManyToOne(() => Affiliate)
  @JoinColumn(toAffiliate)
  affiliate!: Relation<Affiliate>;
}

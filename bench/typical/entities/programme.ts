// Campaigns, affiliates and the links between them: whom an order may be credited to.
import { Column, Entity, JoinColumn, ManyToOne, PrimaryColumn, type Relation } from 'typeorm';
import type { AffiliateStatus } from '#program/affiliates/affiliate.js';
import type { CampaignStatus, CommissionType } from '#program/campaigns/terms.js';
import { asNumber, TenantRow, TenantRowWithId } from './base.js';

@Entity('campaigns')
export class Campaign extends TenantRowWithId {
  @Column('text')
  status!: CampaignStatus;

  @Column('text', { name: 'commission_type' })
  commissionType!: CommissionType;

  /** Basis points for PERCENTAGE, minor units for FIXED. */
  @Column('bigint', { name: 'commission_rate', transformer: asNumber })
  commissionRate!: number;

  @Column('text')
  currency!: string;

  @Column('boolean', { name: 'commission_recurring' })
  commissionRecurring!: boolean;

  @Column('integer', { name: 'recurring_months_limit', nullable: true })
  recurringMonthsLimit!: number | null;

  @Column('integer', { name: 'attribution_window_days' })
  attributionWindowDays!: number;
}

@Entity('affiliates')
export class Affiliate extends TenantRowWithId {
  @Column('text')
  status!: AffiliateStatus;
}

/** The columns that lead from a row to its campaign. */
export const toCampaign = [
  { name: 'merchant_id', referencedColumnName: 'merchantId' },
  { name: 'mode', referencedColumnName: 'mode' },
  { name: 'campaign_id', referencedColumnName: 'id' },
];

/** The columns that lead from a row to its affiliate. */
export const toAffiliate = [
  { name: 'merchant_id', referencedColumnName: 'merchantId' },
  { name: 'mode', referencedColumnName: 'mode' },
  { name: 'affiliate_id', referencedColumnName: 'id' },
];

@Entity('affiliate_links')
export class AffiliateLink extends TenantRow {
  @PrimaryColumn('uuid', { name: 'affiliate_id' })
  affiliateId!: string;

  @PrimaryColumn('uuid', { name: 'campaign_id' })
  campaignId!: string;

  /** Lower case. */
  @Column('text')
  code!: string;

  @ManyToOne(() => Campaign)
  @JoinColumn(toCampaign)
  campaign!: Relation<Campaign>;

  @ManyToOne(() => Affiliate)
  @JoinColumn(toAffiliate)
  affiliate!: Relation<Affiliate>;
}

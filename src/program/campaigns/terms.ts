// The words of a campaign: its states, and the terms it pays by.
import type { components } from '#generated/schema.js';

export type CampaignStatus = components['schemas']['Campaign']['status'];
export type CommissionType = components['schemas']['CommissionType'];

/** From this revenue on, an affiliate earns another percentage. */
export interface Tier {
  /** Minor units of the campaign's currency. */
  threshold: number;
  /** Basis points. */
  rate: number;
}

/** What a campaign pays and how long a click counts, as it stood when the order was decided. */
export interface Terms {
  campaignId: string;
  commissionType: CommissionType;
  /** Basis points for PERCENTAGE, minor units of `currency` for FIXED. */
  commissionRate: number;
  currency: string;
  commissionRecurring: boolean;
  /** Calendar months after the customer's first; null = without end. */
  recurringMonthsLimit: number | null;
  /** Days of 86,400 seconds. */
  attributionWindowDays: number;
  /** Ascending in threshold and rate, all rates above `commissionRate`; null = one rate for all. */
  tiers: readonly Tier[] | null;
}

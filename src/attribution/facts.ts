// What attribution looks at: plain facts, gathered by somebody else, as they stood at one moment.
import type { EvidenceKind } from './evidence.js';

export type CampaignStatus = 'DRAFT' | 'ACTIVE' | 'PAUSED' | 'ARCHIVED';
export type AffiliateStatus = 'ACTIVE' | 'SUSPENDED';
export type CommissionType = 'PERCENTAGE' | 'FIXED';

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

/** An affiliate in a campaign with the states that can stop a credit. */
export interface Candidate {
  affiliateId: string;
  affiliateStatus: AffiliateStatus;
  campaignStatus: CampaignStatus;
  terms: Terms;
  /** What the affiliate has brought to a tiered campaign, in minor units of its currency, refunds subtracted; else 0. */
  revenue: number;
}

export interface ClickFact extends Candidate {
  clickId: string;
  clickedAt: Date;
  clickSource: 'REDIRECT' | 'API';
  /** For clicks found by email: whether a key vouched for the session's identity. */
  identifiedBy: 'KEY' | 'ANONYMOUS' | null;
}

/** The first credit of a customer. */
export interface CustomerFact extends Candidate {
  firstOccurredAt: Date;
}

/** What is known of one piece of evidence. */
export type EvidenceFacts =
  | { kind: 'SESSION' | 'EMAIL'; value: string | null; clicks: ClickFact[] }
  | { kind: 'CLICK'; value: string | null; clicks: ClickFact[] }
  | { kind: 'CODE'; value: string | null; link: Candidate | null }
  | { kind: 'CUSTOMER'; value: string | null; credit: CustomerFact | null };

export type AttemptResult =
  | 'MATCHED'
  | 'NOT_FOUND'
  | 'INVALID'
  | 'OUTSIDE_WINDOW'
  | 'AFTER_CONVERSION'
  | 'CAMPAIGN_INACTIVE'
  | 'AFFILIATE_INACTIVE'
  | 'DURATION_ENDED';

/** One piece of evidence, what was found and why it held or not. */
export interface Attempt {
  evidence: EvidenceKind;
  value: string | null;
  result: AttemptResult;
  /** What was judged: the click, the code's link or the customer's first credit; null when nothing was found. */
  candidate: Candidate | null;
  click: ClickFact | null;
}

export interface Match {
  by: EvidenceKind;
  affiliateId: string;
  clickId: string | null;
  terms: Terms;
  /** The affiliate's in that campaign, before this order; see Candidate. */
  revenue: number;
}

export interface Decision {
  match: Match | null;
  attempts: Attempt[];
}

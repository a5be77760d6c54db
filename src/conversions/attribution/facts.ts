// What attribution looks at: plain facts, gathered by somebody else, as they stood at one moment.
import type { components } from '#generated/schema.js';
import type { AffiliateStatus } from '#program/affiliates/affiliate.js';
import type { CampaignStatus, Terms } from '#program/campaigns/terms.js';
import type { EvidenceKind } from './evidence.js';

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
  /** When the order happened that was credited first. */
  firstOccurredAt: Date;
}

/** What is known of one piece of evidence. */
export type EvidenceFacts =
  | { kind: 'SESSION' | 'EMAIL'; value: string | null; clicks: ClickFact[] }
  | { kind: 'CLICK'; value: string | null; clicks: ClickFact[] }
  | { kind: 'CODE'; value: string | null; link: Candidate | null }
  | { kind: 'CUSTOMER'; value: string | null; credit: CustomerFact | null };

export type AttemptResult = components['schemas']['AttributionAttempt']['result'];

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

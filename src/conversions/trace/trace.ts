// What a trace looks for, and the facts that it is made of: the words of this feature. Ids are UUIDs, sessions as they are called.
import type { Schema } from '#platform/contract/operation.js';
import type { HistoryEvent } from '#earnings/history/history.js';
import type { StoredConversion } from '#conversions/recording/conversions.facade.js';
import type { AffiliateStatus } from '#program/affiliates/affiliate.js';
import type { CampaignStatus } from '#program/campaigns/terms.js';

/** How much of each a trace holds. */
export const MOST = { orders: 20, sessions: 20, clicks: 100, historyOfOrder: 50, findings: 100 } as const;

export type SubjectKind = Schema<'TraceSubject'>['kind'];
export type Part = 'ORDERS' | 'SESSIONS' | 'CLICKS' | 'HISTORY' | 'FINDINGS';

/** What was looked for. */
export interface TraceSubject {
  kind: SubjectKind;
  /** As sent; a hash in lower case. */
  value: string;
  /** Of a code: orders recorded from `from` (included) to `to` (not included). */
  period: { from: Date; to: Date } | null;
}

export interface TracedSession {
  id: string;
  /** When it was said whose it is, and by whom; null if never. */
  identified: { at: Date; by: 'KEY' | 'ANONYMOUS' } | null;
}

export interface TracedClick {
  id: string;
  sessionId: string;
  affiliateId: string;
  campaignId: string;
  clickedAt: Date;
  source: 'REDIRECT' | 'API';
}

/** An affiliate's link in a campaign. */
export interface TracedLink {
  code: string;
  affiliateId: string;
  campaignId: string;
  madeAt: Date;
}

/** Where a customer was first credited. */
export interface TracedCredit {
  customerId: string;
  conversionId: string;
  affiliateId: string;
  campaignId: string;
  firstOccurredAt: Date;
}

/** What of an order its story is told from. */
type Told =
  | 'id'
  | 'externalId'
  | 'amount'
  | 'currency'
  | 'refundedAt'
  | 'occurredAt'
  | 'recordedAt'
  | 'status'
  | 'evidence'
  | 'attribution'
  | 'affiliateId'
  | 'campaignId'
  | 'clickId';

export interface TracedOrder extends Pick<StoredConversion, Told> {
  history: HistoryEvent[];
  /** Null when nothing was earned: there is no commission. */
  earned: { commissionId: string; amount: number; currency: string; status: string; at: Date } | null;
}

export interface AffiliateNow {
  id: string;
  status: AffiliateStatus;
}

export interface CampaignNow {
  id: string;
  name: string;
  status: CampaignStatus;
  attributionWindowDays: number;
}

/** Everything known of a subject, as it was read; each list is bounded. */
export interface TraceFacts {
  subject: TraceSubject;
  /** Newest first. */
  orders: TracedOrder[];
  sessions: TracedSession[];
  clicks: TracedClick[];
  /** Of the subject and of the orders' codes. */
  links: TracedLink[];
  credits: TracedCredit[];
  waitingIdentities: { sessionId: string; at: Date; by: 'KEY' | 'ANONYMOUS' }[];
  /** Refunds that came before their order; `amount` in minor units, null for whatever is left. */
  waitingRefunds: { at: Date; amount: number | null }[];
  affiliates: AffiliateNow[];
  campaigns: CampaignNow[];
  /** What is not known here, but in the merchant's other mode; see `placeKey`. */
  elsewhere: ReadonlySet<string>;
  truncated: Part[];
}

/** One string for a thing that may be known in the other mode. */
export function placeKey(kind: SubjectKind, value: string): string {
  return `${kind}/${value}`;
}

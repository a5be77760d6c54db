// What a decision looks at, and the decision as it is kept: the words of this feature.
import type { components } from '#generated/schema.js';
import { isUsable, type EvidenceItem, type EvidenceKind } from '#conversions/attribution/evidence.js';
import type { AttemptResult, ClickFact } from '#conversions/attribution/facts.js';
import type { Terms } from '#program/campaigns/terms.js';
import type { CommissionResult } from '#earnings/commissions/commission.js';
import { tenantKey, type Tenant } from '#platform/database/tenant.js';
import { DAY_MS, HOUR_MS } from '#platform/time/time-units.js';

export type ConversionType = components['schemas']['ConversionType'];
export type ConversionStatus = components['schemas']['ConversionStatus'];

/** An order is recorded at most 5 minutes before and 400 days after it happened; and clocks differ. */
export const RECORDED_BEFORE_MS = HOUR_MS;
export const RECORDED_AFTER_MS = 401 * DAY_MS;

/** What a decision looks at. */
export interface Decidable extends Tenant {
  /** The conversion's id. */
  id: string;
  /** Of what it will earn, where that id is known beforehand. */
  commissionId?: string;
  conversionType: ConversionType;
  /** Minor units of `currency`. */
  amount: number;
  currency: string;
  occurredAt: Date;
  isSynthetic: boolean;
  evidence: EvidenceItem[];
}

/** An attempt as it is stored: what was found and the states and terms it was judged by. */
export interface StoredAttempt {
  evidence: EvidenceKind;
  value: string | null;
  result: AttemptResult;
  clickId: string | null;
  clickedAt: string | null;
  clickSource: ClickFact['clickSource'] | null;
  identifiedBy: ClickFact['identifiedBy'];
  affiliateId: string | null;
  campaignId: string | null;
  affiliateStatus: string | null;
  campaignStatus: string | null;
  attributionWindowDays: number | null;
}

export interface CommissionOutcome {
  result: CommissionResult | 'SYNTHETIC' | 'UNATTRIBUTED';
  amount: number | null;
  currency: string | null;
  /** The affiliate's revenue before this order; only where tiers made it count. */
  revenueBefore?: number;
}

/** The decision with its inputs and terms; written once, read ever after. */
export interface StoredAttribution {
  matchedBy: EvidenceKind | null;
  decidedAt: string;
  attempts: StoredAttempt[];
  terms: Terms | null;
  commission: CommissionOutcome;
  /** Whether the customer id came with very many different emails; see shared-customers.ts. Left out if not. */
  isCustomerShared?: true;
  /** When the person behind the order was erased (npm run privacy): every value of the evidence and of the attempts is null since. */
  erasedAt?: string;
}

/** What an order is known by: one string for merchant, mode and external id. */
export function orderKey(order: Tenant & { externalId: string }): string {
  return `${tenantKey(order)}/${order.externalId}`;
}

/** Who the customer is, for "first" and for renewals: the merchant's customer id, else the email's hash, else nobody. */
export function customerKeyOf(evidence: readonly EvidenceItem[]): string | null {
  const customerId = customerIdOf(evidence);
  if (customerId !== null) return `id:${customerId}`;
  const email = evidence.find((item) => item.kind === 'EMAIL' && item.value !== null);
  return email ? `email:${email.value}` : null;
}

/** The customer id that a first credit is remembered for; null for none, and for one that means nobody. */
export function customerIdOf(evidence: readonly EvidenceItem[]): string | null {
  return evidence.find((item) => item.kind === 'CUSTOMER' && isUsable(item))?.value ?? null;
}

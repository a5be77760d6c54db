// Facts as decide() gets them: one order at ORDER, and clicks, links and credits around it.
import type { Candidate, ClickFact, CustomerFact, EvidenceFacts } from '#conversions/attribution/facts.js';
import type { Terms } from '#program/campaigns/terms.js';

export const MINUTE = 60_000;
export const DAY = 86_400_000;
/** When the order of these tests happened. */
export const ORDER = new Date('2026-03-31T12:00:00.000Z');
export const WINDOW_DAYS = 30;

export function terms(fields: Partial<Terms> = {}): Terms {
  return {
    campaignId: 'campaign',
    commissionType: 'PERCENTAGE',
    commissionRate: 1000,
    currency: 'EUR',
    commissionRecurring: false,
    recurringMonthsLimit: null,
    attributionWindowDays: WINDOW_DAYS,
    tiers: null,
    ...fields,
  };
}

export function candidate(fields: Partial<Candidate> = {}): Candidate {
  return {
    affiliateId: 'affiliate',
    affiliateStatus: 'ACTIVE',
    campaignStatus: 'ACTIVE',
    terms: terms(),
    revenue: 0,
    ...fields,
  };
}

/** A click `offsetMs` after the order (negative: before it). */
export function click(clickId: string, offsetMs: number, fields: Partial<ClickFact> = {}): ClickFact {
  return {
    ...candidate(),
    clickId,
    clickedAt: new Date(ORDER.getTime() + offsetMs),
    clickSource: 'REDIRECT',
    identifiedBy: null,
    ...fields,
  };
}

export function credit(fields: Partial<CustomerFact> = {}): CustomerFact {
  return { ...candidate(), firstOccurredAt: ORDER, ...fields };
}

export const session = (...clicks: ClickFact[]): EvidenceFacts => ({ kind: 'SESSION', value: 's', clicks });
export const clickId = (...clicks: ClickFact[]): EvidenceFacts => ({ kind: 'CLICK', value: 'c', clicks });
export const email = (...clicks: ClickFact[]): EvidenceFacts => ({ kind: 'EMAIL', value: 'hash', clicks });
export const code = (link: Candidate | null): EvidenceFacts => ({ kind: 'CODE', value: 'mila', link });
export const customer = (of: CustomerFact | null): EvidenceFacts => ({
  kind: 'CUSTOMER',
  value: 'anna',
  credit: of,
});

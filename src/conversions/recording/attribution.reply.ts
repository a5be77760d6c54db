// A stored decision as the contract shows it, with its reasons in words. Nothing is decided again: what is not stored is not said.
import { AFTER_TOLERANCE_MS } from '#conversions/attribution/decide.js';
import type { Terms } from '#program/campaigns/terms.js';
import { toPublicTiers } from '#program/campaigns/campaign.tiers.js';
import { toPublicRate } from '#program/campaigns/commission-rate.js';
import { percentageOf, tierAt } from '#earnings/commissions/commission.js';
import { idOrNull, toPublicId } from '#platform/values/ids.js';
import type { Schema } from '#platform/contract/operation.js';
import { MINUTE_MS } from '#platform/time/time-units.js';
import type { Decidable, StoredAttempt, StoredAttribution } from './conversion.js';
import { MOST_EMAILS } from './shared-customers.js';

const TOLERANCE = `${AFTER_TOLERANCE_MS / MINUTE_MS} minutes`;

/** The decision about `order`. */
export function toAttribution(order: Decidable, attribution: StoredAttribution): Schema<'Attribution'> {
  const { terms, commission } = attribution;
  return {
    matchedBy: attribution.matchedBy,
    decidedAt: attribution.decidedAt,
    attempts: attribution.attempts.map((attempt) => toAttempt(order, attempt, attribution)),
    terms: terms && toTerms(terms),
    commission: {
      result: commission.result,
      amount: commission.amount,
      currency: commission.currency,
      commissionRate: commission.amount === null ? null : appliedRate(attribution),
      revenueBefore: commission.revenueBefore ?? null,
      explanation: doubted(explain(order, attribution), attribution),
    },
  };
}

function toTerms(terms: Terms): Schema<'AttributionTerms'> {
  return {
    campaignId: toPublicId('cmp', terms.campaignId),
    commissionType: terms.commissionType,
    commissionRate: toPublicRate(terms.commissionType, terms.commissionRate),
    currency: terms.currency,
    commissionRecurring: terms.commissionRecurring,
    recurringMonthsLimit: terms.recurringMonthsLimit,
    attributionWindowDays: terms.attributionWindowDays,
    // Decisions from before there were tiers do not have the field.
    tiers: toPublicTiers(terms.tiers ?? null),
  };
}

function toAttempt(
  order: Decidable,
  attempt: StoredAttempt,
  attribution: StoredAttribution,
): Schema<'AttributionAttempt'> {
  const explanation = explainAttempt(order, attempt);
  return {
    evidence: attempt.evidence,
    value: attempt.value,
    result: attempt.result,
    clickId: idOrNull('clk', attempt.clickId),
    clickedAt: attempt.clickedAt,
    clickSource: attempt.clickSource,
    identifiedBy: attempt.identifiedBy,
    affiliateId: idOrNull('aff', attempt.affiliateId),
    campaignId: idOrNull('cmp', attempt.campaignId),
    explanation: attempt.evidence === 'CUSTOMER' ? doubted(explanation, attribution) : explanation,
  };
}

const NO_EMAIL = 'It is neither an email nor the hash of one (SHA-256, 64 hexadecimal digits).';
const NO_ID =
  'It is no id: it is longer than 255 characters, or what programs write when they have none, such as 0, null or guest.';

/** A customer id that many share makes one customer of them: only the first one's orders count as a first. */
function doubted(explanation: string, { isCustomerShared }: StoredAttribution): string {
  if (!isCustomerShared) return explanation;
  const emails = MOST_EMAILS.toLocaleString('en');
  return `${explanation} More than ${emails} different emails came with this customerId: does it stand for one customer?`;
}

const notFound = {
  SESSION: 'No click is known in this session.',
  CLICK: 'No such click is known.',
  CODE: 'No such tracking code is known.',
  EMAIL: 'No click is known of a session that was identified with this email.',
  CUSTOMER: 'No earlier order of this customer was credited to anybody.',
} as const;

/** Why this evidence held, or did not. */
function explainAttempt(order: Decidable, attempt: StoredAttempt): string {
  switch (attempt.result) {
    case 'MATCHED':
      return explainMatch(order, attempt);
    case 'NOT_FOUND':
      return notFound[attempt.evidence];
    case 'INVALID':
      return attempt.evidence === 'EMAIL' ? NO_EMAIL : NO_ID;
    case 'OUTSIDE_WINDOW':
      return `The click came more than ${attempt.attributionWindowDays} days before the order, which is all the campaign allows.`;
    case 'AFTER_CONVERSION':
      return `The click came more than ${TOLERANCE} after the order.`;
    case 'CAMPAIGN_INACTIVE':
      return `The campaign was ${attempt.campaignStatus}.`;
    case 'AFFILIATE_INACTIVE':
      return `The affiliate was ${attempt.affiliateStatus}.`;
    case 'BEFORE_FIRST_CREDIT':
      return `The customer's first credited order happened more than ${TOLERANCE} after this one: a first credit does not pay for the past.`;
    case 'DURATION_ENDED':
      return 'The months for which the campaign pays for this customer were over.';
  }
}

function explainMatch(
  order: Decidable,
  { evidence, clickedAt, attributionWindowDays }: StoredAttempt,
): string {
  if (evidence === 'CODE') return 'The code is of an affiliate in an active campaign.';
  if (evidence === 'CUSTOMER') return "The customer's first credited order led to this affiliate.";
  if (clickedAt !== null && new Date(clickedAt) > order.occurredAt)
    return `The click came at most ${TOLERANCE} after the order, and no click before it counts.`;
  return `The latest click that counts, at most ${attributionWindowDays} days before the order.`;
}

/** The percent, or minor units, that the commission was computed with. */
function appliedRate({ terms, commission }: StoredAttribution): number | null {
  if (!terms) return null;
  const tier = commission.revenueBefore === undefined ? null : tierAt(terms, commission.revenueBefore);
  return toPublicRate(terms.commissionType, tier?.rate ?? terms.commissionRate);
}

/** The stored commission in words. */
function explain(order: Decidable, attribution: StoredAttribution): string {
  const { terms, commission } = attribution;
  switch (commission.result) {
    case 'UNATTRIBUTED':
      return 'No evidence led to an affiliate.';
    case 'ALREADY_EARNED':
      return `The campaign pays a customer's first ${order.conversionType} only, and that one has earned already.`;
    case 'DURATION_ENDED':
      return `The campaign pays for ${terms?.recurringMonthsLimit} months from the customer's first ${order.conversionType}, and they are over.`;
    case 'EARNED':
      return `${capitalised(computation(order, attribution))} (minor units).`;
    case 'SYNTHETIC':
      return `A test order earns nothing. A real one would earn: ${computation(order, attribution)} (minor units).`;
  }
}

function computation(order: Decidable, attribution: StoredAttribution): string {
  const { terms, commission } = attribution;
  if (!terms) return 'nothing';
  if (terms.commissionType === 'FIXED') return `a flat ${terms.commissionRate} ${terms.currency}`;
  const percent = appliedRate(attribution) ?? 0;
  const basisPoints = Math.round(percent * 100);
  const exact = (BigInt(order.amount) * BigInt(basisPoints)) % 10_000n === 0n;
  const result = percentageOf(order.amount, basisPoints);
  const rounding = exact ? 'is' : 'rounds, half away from zero, to';
  const tier =
    commission.revenueBefore === undefined
      ? ''
      : ` (the rate at a revenue of ${commission.revenueBefore} ${terms.currency} before this order)`;
  return `${percent} %${tier} of ${order.amount} ${order.currency} ${rounding} ${result} ${order.currency}`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

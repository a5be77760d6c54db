// The decision as it is kept in the conversion's row.
import type { Attempt, Decision, Match } from '#conversions/attribution/facts.js';
import { decideCommission, type FirstOfCustomer } from '#earnings/commissions/commission.js';
import type {
  Decidable,
  StoredAttempt,
  StoredAttribution,
  CommissionOutcome,
} from '#conversions/recording/conversion.js';

export function toStoredAttribution(
  order: Decidable,
  { match, attempts }: Decision,
  first: FirstOfCustomer,
): StoredAttribution {
  return {
    matchedBy: match?.by ?? null,
    decidedAt: new Date().toISOString(),
    attempts: attempts.map(toStoredAttempt),
    terms: match?.terms ?? null,
    commission: match
      ? toStoredCommission(order, match, first)
      : { result: 'UNATTRIBUTED', amount: null, currency: null },
  };
}

/** A test order shows what it would have earned. */
export function toStoredCommission(
  order: Decidable,
  match: Match,
  first: FirstOfCustomer,
): CommissionOutcome {
  const commission = decideCommission(match.terms, order, first, match.revenue);
  const earnsForShow = order.isSynthetic && commission.result === 'EARNED';
  return earnsForShow ? { ...commission, result: 'SYNTHETIC' } : commission;
}

function toStoredAttempt({ evidence, value, result, candidate, click }: Attempt): StoredAttempt {
  return {
    evidence,
    value: evidence === 'EMAIL' ? null : value,
    result,
    clickId: click?.clickId ?? null,
    clickedAt: click?.clickedAt.toISOString() ?? null,
    clickSource: click?.clickSource ?? null,
    identifiedBy: click?.identifiedBy ?? null,
    affiliateId: candidate?.affiliateId ?? null,
    campaignId: candidate?.terms.campaignId ?? null,
    affiliateStatus: candidate?.affiliateStatus ?? null,
    campaignStatus: candidate?.campaignStatus ?? null,
    attributionWindowDays: candidate?.terms.attributionWindowDays ?? null,
  };
}

// The decision about an order, with everything that is stored of it: gathers the facts, applies the pure rules, writes nothing.
import { Injectable } from '@nestjs/common';
import { decide } from '#conversions/attribution/decide.js';
import { inTryingOrder } from '#conversions/attribution/evidence.js';
import type { Attempt, Decision, Match } from '#conversions/attribution/facts.js';
import { decideCommission, needsClaim, type FirstOfCustomer } from '#earnings/commissions/commission.js';
import type { Claim } from '#earnings/commissions/commissions.service.js';
import { newId } from '#platform/values/ids.js';
import type { Queryable } from '#platform/database/database.js';
import {
  customerKeyOf,
  type Decidable,
  type StoredAttempt,
  type StoredAttribution,
  type CommissionOutcome,
} from './conversion.js';
import { FactsRepository, type Question } from './facts.repository.js';
import { SharedCustomers } from './shared-customers.js';

export interface Decided<D extends Decidable = Decidable> {
  order: D;
  match: Match | null;
  attribution: StoredAttribution;
  /** Who was the customer's first, as far as it is known. */
  first: FirstOfCustomer;
  /** To be claimed in the crediting transaction: what it earns holds only if this is won. */
  claim: Claim | null;
  /** Null when nothing is earned. */
  commissionId: string | null;
}

@Injectable()
export class DecideAttributionService {
  constructor(
    private readonly facts: FactsRepository,
    private readonly shared: SharedCustomers,
  ) {}

  /** Decides many orders with one statement at most; the facts are those visible to `queryable` now. */
  async decide<D extends Decidable>(
    queryable: Queryable,
    orders: readonly D[],
    now: Date,
  ): Promise<Decided<D>[]> {
    const facts = await this.facts.find(queryable, orders.map(toQuestion));
    return orders.map((order, index) => {
      const { evidence, firsts } = facts[index]!;
      const decision = decide(order.occurredAt, evidence);
      const claim = claimOf(order, decision.match);
      const first = firsts.find(({ campaignId }) => campaignId === claim?.campaignId);
      const before = first && first.conversionId !== order.id ? first.occurredAt : null;
      const decided = toDecided(order, decision, claim, before, now);
      if (this.shared.isShared(order)) decided.attribution.isCustomerShared = true;
      return decided;
    });
  }
}

function toQuestion(order: Decidable): Question {
  const { merchantId, mode, occurredAt, conversionType } = order;
  const customerKey = customerKeyOf(order.evidence);
  return {
    merchantId,
    mode,
    occurredAt,
    conversionType,
    customerKey,
    evidence: inTryingOrder(order.evidence),
  };
}

/** The same decision after another conversion turned out to have been the customer's first. */
export function afterLostClaim<D extends Decidable>(decided: Decided<D>, first: Date): Decided<D> {
  if (!decided.match) return decided;
  const commission = commissionFor(decided.order, decided.match, first);
  return {
    ...decided,
    claim: null,
    first,
    attribution: { ...decided.attribution, commission },
    commissionId: commission.result === 'EARNED' ? decided.commissionId : null,
  };
}

/** The same decision by what the affiliate's revenue before this order really was; the very same if that changes nothing. */
export function withRevenue<D extends Decidable>(decided: Decided<D>, revenue: number): Decided<D> {
  if (!decided.match || decided.match.revenue === revenue) return decided;
  const match = { ...decided.match, revenue };
  const commission = commissionFor(decided.order, match, decided.first);
  return { ...decided, match, attribution: { ...decided.attribution, commission } };
}

function toDecided<D extends Decidable>(
  order: D,
  decision: Decision,
  claim: Claim | null,
  first: FirstOfCustomer,
  now: Date,
): Decided<D> {
  const { match } = decision;
  const commission = match ? commissionFor(order, match, first) : unattributed;
  const attribution: StoredAttribution = {
    matchedBy: match?.by ?? null,
    decidedAt: now.toISOString(),
    attempts: decision.attempts.map(toStoredAttempt),
    terms: match?.terms ?? null,
    commission,
  };
  return {
    order,
    match,
    attribution,
    first,
    claim: first === null && !order.isSynthetic ? claim : null,
    commissionId: commission.result === 'EARNED' ? (order.commissionId ?? newId()) : null,
  };
}

const unattributed: CommissionOutcome = { result: 'UNATTRIBUTED', amount: null, currency: null };

/** A test row is decided and shown as it would be, but earns nothing. */
function commissionFor(order: Decidable, match: Match, first: FirstOfCustomer): CommissionOutcome {
  const commission = decideCommission(match.terms, order, first, match.revenue);
  return order.isSynthetic && commission.result === 'EARNED'
    ? { ...commission, result: 'SYNTHETIC' }
    : commission;
}

function claimOf(order: Decidable, match: Match | null): Claim | null {
  const customerKey = customerKeyOf(order.evidence);
  if (!match || customerKey === null || !needsClaim(match.terms)) return null;
  return {
    merchantId: order.merchantId,
    mode: order.mode,
    customerKey,
    conversionType: order.conversionType,
    campaignId: match.terms.campaignId,
    conversionId: order.id,
    occurredAt: order.occurredAt,
  };
}

function toStoredAttempt(attempt: Attempt): StoredAttempt {
  const { click, candidate } = attempt;
  return {
    evidence: attempt.evidence,
    value: attempt.evidence === 'EMAIL' ? null : attempt.value,
    result: attempt.result,
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

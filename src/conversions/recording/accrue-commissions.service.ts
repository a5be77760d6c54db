// Gives attributed orders what they earn, inside the transaction that makes them attributed: claims first, then commissions.
import { Injectable } from '@nestjs/common';
import { countsForTiers } from '#earnings/commissions/commission.js';
import {
  CommissionsService,
  type FirstCredit,
  type NewCommission,
  type Revenue,
} from '#earnings/commissions/commissions.service.js';
import type { Tx } from '#platform/database/database.js';
import type { Job } from '#platform/jobs/job.js';
import { customerIdOf, type Decidable } from './conversion.js';
import { ConversionsRepository, type ConversionKey } from './conversions.repository.js';
import { afterLostClaim, withRevenue, type Decided } from './decide-attribution.service.js';

export interface Claimed<D extends Decidable> {
  /** The final decisions, in the same order: those that lost their claim, or were not first at a threshold, were decided anew. */
  decided: Decided<D>[];
  /** To be written as the transaction's last step: orders of customers who were credited for the first time may match now. */
  work: Job[];
}

@Injectable()
export class AccrueCommissionsService {
  constructor(
    private readonly commissions: CommissionsService,
    private readonly conversions: ConversionsRepository,
  ) {}

  /** Claims "first of this customer" for all, remembers where customers were first credited, and counts tiered revenue. */
  async claimFirsts<D extends Decidable>(tx: Tx, matched: readonly Decided<D>[]): Promise<Claimed<D>> {
    const claims = matched.map((one) => one.claim).filter((claim) => claim !== null);
    // Sent together, done in this order.
    const tiered = matched.filter(isTiered);
    const [firsts, firstCredits, revenues] = await Promise.all([
      this.commissions.claimFirsts(tx, claims),
      this.commissions.rememberCustomers(tx, matched.flatMap(toFirstCredit)),
      this.commissions.addRevenue(tx, tiered.map(toRevenue)),
    ]);
    const revenueOf = new Map(tiered.map((one, index) => [one, revenues[index]!]));
    const decided = matched.map((one) => {
      const first = firsts.get(one.order.id);
      const decidedAnew = first ? afterLostClaim(one, first) : one;
      const revenue = revenueOf.get(one);
      return revenue === undefined ? decidedAnew : withRevenue(decidedAnew, revenue);
    });
    return { decided, work: firstCredits.map(customerJob) };
  }

  /**
   * Writes decisions that are final now into their rows, and the commissions that they earn.
   * @param written decisions that the rows hold already.
   */
  createCommissions(tx: Tx, decided: readonly Decided[], written: readonly Decided[] = []): void {
    const known = new Set(written);
    const unwritten = decided.filter((one) => !known.has(one));
    this.conversions.updateDecision(tx, unwritten);
    this.commissions.createPending(tx, decided.flatMap(toCommission));
  }
}

/** Work: look at this conversion again. */
export function conversionJob({ merchantId, mode, id }: ConversionKey): Job {
  return { merchantId, mode, kind: 'CONVERSION', subject: id };
}

function customerJob({ merchantId, mode, customerId }: FirstCredit): Job {
  return { merchantId, mode, kind: 'CUSTOMER', subject: customerId };
}

/** Test orders count nowhere. */
function isTiered({ order, match }: Decided): boolean {
  return match !== null && !order.isSynthetic && countsForTiers(match.terms, order);
}

function toRevenue({ order, match }: Decided): Revenue {
  if (!match) throw new Error('only a matched order brings revenue');
  const { merchantId, mode, amount } = order;
  return { merchantId, mode, campaignId: match.terms.campaignId, affiliateId: match.affiliateId, amount };
}

/** Synthetic orders claim nothing. */
function toFirstCredit({ order, match }: Decided): FirstCredit[] {
  const customerId = customerIdOf(order.evidence);
  if (!match || order.isSynthetic || customerId === null) return [];
  const { merchantId, mode, id, occurredAt } = order;
  const { affiliateId, terms } = match;
  return [
    { merchantId, mode, customerId, affiliateId, campaignId: terms.campaignId, conversionId: id, occurredAt },
  ];
}

function toCommission({ order, match, attribution, commissionId }: Decided): NewCommission[] {
  const { amount, currency } = attribution.commission;
  if (!match || commissionId === null || amount === null || currency === null) return [];
  const { merchantId, mode, id } = order;
  const { affiliateId, terms } = match;
  return [
    {
      merchantId,
      mode,
      id: commissionId,
      conversionId: id,
      affiliateId,
      campaignId: terms.campaignId,
      amount,
      currency,
      createdAt: new Date(attribution.decidedAt),
    },
  ];
}

// Gives attributed orders what they earn, inside the transaction that makes them attributed: claims first, then commissions.
import { Injectable } from '@nestjs/common';
import {
  CommissionsService,
  type FirstCredit,
  type NewCommission,
} from '../commissions/commissions.service.js';
import type { Tx } from '../database/database.js';
import type { Work } from '../work-rows/work.js';
import { customerIdOf, type Decidable } from './conversion.js';
import { ConversionsRepository, type ConversionName } from './conversions.repository.js';
import { afterLostClaim, type Decided } from './decider.service.js';

export interface Claimed<D extends Decidable> {
  /** The final decisions, in the same order: those that lost their claim to another were decided anew. */
  decided: Decided<D>[];
  /** To be written as the transaction's last step: orders of customers who were credited for the first time may match now. */
  work: Work[];
}

@Injectable()
export class Crediter {
  constructor(
    private readonly commissions: CommissionsService,
    private readonly conversions: ConversionsRepository,
  ) {}

  /** Claims "first of this customer" for all, and remembers where customers were first credited. */
  async claim<D extends Decidable>(tx: Tx, matched: readonly Decided<D>[]): Promise<Claimed<D>> {
    const claims = matched.map((one) => one.claim).filter((claim) => claim !== null);
    // Sent together, done in this order.
    const [firsts, firstCredits] = await Promise.all([
      this.commissions.claimFirsts(tx, claims),
      this.commissions.rememberCustomers(tx, matched.flatMap(toFirstCredit)),
    ]);
    const decided = matched.map((one) => {
      const first = firsts.get(one.order.id);
      return first ? afterLostClaim(one, first) : one;
    });
    return { decided, work: firstCredits.map(customerWork) };
  }

  /**
   * Writes decisions whose claims are settled into their rows, and pays.
   * @param written decisions that the rows hold already.
   */
  async pay(tx: Tx, decided: readonly Decided[], written: readonly Decided[] = []): Promise<void> {
    const known = new Set(written);
    const unwritten = decided.filter((one) => !known.has(one));
    // Sent together, done in this order.
    await Promise.all([
      this.conversions.updateDecision(tx, unwritten),
      this.commissions.pay(tx, decided.flatMap(toCommission)),
    ]);
  }
}

/** Work: look at this conversion again. */
export function conversionWork({ merchantId, mode, id }: ConversionName): Work {
  return { merchantId, mode, kind: 'CONVERSION', subject: id };
}

function customerWork({ merchantId, mode, customerId }: FirstCredit): Work {
  return { merchantId, mode, kind: 'CUSTOMER', subject: customerId };
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

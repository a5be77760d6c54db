// Refunds an order, exactly once, or keeps the refund until the order comes. The order's row is locked first: whatever happens to one
// order happens one after the other.
// Why so: docs/decisions/0011-ledger-refunds-and-tiers.md
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/time/clock.js';
import { CommissionsService } from '#earnings/commissions/commissions.service.js';
import { conflict } from '#platform/errors/conflict.js';
import { notFound } from '#platform/errors/failure.js';
import { newId } from '#platform/values/ids.js';
import { ConversionsFacade, type StoredConversion } from '#conversions/recording/conversions.facade.js';
import { Database, type Tx } from '#platform/database/database.js';
import { HistoryService } from '#earnings/history/history.service.js';
import type { KeptRefund, Refund, RefundRequest } from './refund.js';
import { decideRefund, nameOf, type RefundOutcome } from './refund.rules.js';
import { refundName, toKeptResult, toRefundResult, type RefundReply } from './refunds.reply.js';
import { RefundsRepository } from './refunds.repository.js';

/** Kept refunds that are applied in one transaction: others may wait for their order's row. */
const KEPT_AT_ONCE = 100;

@Injectable()
export class RefundsService {
  constructor(
    private readonly database: Database,
    private readonly conversions: ConversionsFacade,
    private readonly commissions: CommissionsService,
    private readonly refunds: RefundsRepository,
    private readonly history: HistoryService,
    private readonly clock: Clock,
  ) {}

  /**
   * Refunds a known order; keeps the refund of an unknown one if that is asked for.
   * @throws Failure NOT_FOUND for an unknown order; ALREADY_EXISTS (409) for more than is left and for a refundId with another amount.
   */
  refund(request: RefundRequest): Promise<RefundReply> {
    return this.database.transaction(async (tx) => {
      const conversion = await this.conversions.lock(tx, request, request.externalId);
      if (conversion) return this.refundKnown(tx, conversion, request);
      if (!request.keep) throw notFound('UNKNOWN_ORDER', ['externalId']);
      // Of an order that is being recorded right now, this waits for the outcome.
      if (await this.conversions.reserveKey(tx, request, request.externalId)) return this.keep(tx, request);
      const recorded = await this.conversions.lock(tx, request, request.externalId);
      if (!recorded) throw new Error('a name that is taken has an order');
      return this.refundKnown(tx, recorded, request);
    });
  }

  /** Applies the refunds that waited for this order; what exceeds it counts as all of it. Does nothing the second time. */
  async applyKept(tenant: RefundTenant, externalId: string): Promise<void> {
    for (;;) {
      const applied = await this.database.transaction((tx) => this.applySome(tx, tenant, externalId));
      if (applied < KEPT_AT_ONCE) return;
    }
  }

  private async applySome(tx: Tx, tenant: RefundTenant, externalId: string): Promise<number> {
    let conversion = await this.conversions.lock(tx, tenant, externalId);
    if (!conversion) return 0; // its row says that it was recorded: it is gone again only if somebody deleted it
    const some = await this.refunds.takeKept(tx, tenant, externalId, KEPT_AT_ONCE);
    const earlier = some.length > 0 ? await this.refunds.find(tx, tenant, conversion.id) : [];
    for (const kept of some) {
      const refund = toRefund(kept, conversion, earlier);
      if (!refund) continue;
      conversion = await this.write(tx, conversion, refund);
      earlier.push(refund);
    }
    return some.length;
  }

  private async refundKnown(
    tx: Tx,
    conversion: StoredConversion,
    request: RefundRequest,
  ): Promise<RefundReply> {
    const earlier = await this.refunds.find(tx, conversion, conversion.id);
    const outcome = decideRefund(request, conversion, earlier);
    refuse(outcome);
    if (outcome.kind === 'NOTHING_LEFT') return toRefundResult(conversion, null, true);
    if (outcome.kind === 'REPEAT') return toRefundResult(conversion, outcome.refund, true);
    const { refundId, reason } = request;
    const { name, amount } = outcome;
    const refund = { id: newId(), name, refundId, amount, askedAmount: null, reason };
    return toRefundResult(await this.write(tx, conversion, refund), refund, false);
  }

  /** In the one lock order: conversion, tier counter, commission and its ledger, history. */
  private async write(tx: Tx, conversion: StoredConversion, refund: Refund): Promise<StoredConversion> {
    const at = this.clock.now();
    const refunded = await this.conversions.addRefund(tx, conversion, refund.amount, at);
    await this.refunds.insert(tx, conversion, conversion.id, refund, at);
    const reduced = await this.commissions.reduce(tx, {
      merchantId: conversion.merchantId,
      mode: conversion.mode,
      conversionId: conversion.id,
      amount: refunded.amount,
      refundedAmount: refunded.refundedAmount,
      refundId: refundName(refund),
      reason: refund.reason,
      at,
    });
    const details = {
      refundId: refundName(refund),
      amount: refund.amount,
      refundedAmount: refunded.refundedAmount,
      commissionChange: reduced && reduced.change,
      reason: refund.reason,
    };
    const { merchantId, mode, id } = conversion;
    this.history.add(tx, [{ merchantId, mode, conversionId: id, event: 'REFUNDED', at, details }]);
    const { commission } = refunded;
    return {
      ...refunded,
      commission: commission && reduced ? { ...commission, amount: reduced.balance } : commission,
    };
  }

  private async keep(tx: Tx, request: RefundRequest): Promise<RefundReply> {
    const { externalId, amount, refundId, reason } = request;
    const refund: KeptRefund = { id: newId(), name: nameOf(request), amount, refundId, reason };
    if (await this.refunds.keep(tx, request, externalId, refund, this.clock.now())) {
      return toKeptResult(externalId, refund, false);
    }
    // Whoever applies or adds kept refunds holds the name: the other one is still there.
    const known = await this.refunds.findKept(tx, request, externalId, refund.name);
    if (!known) throw new Error('a refund that is kept already can be found');
    if (amount !== null && known.amount !== amount) {
      refuse({ kind: 'OTHER_AMOUNT', yours: amount, ours: known.amount });
    }
    return toKeptResult(externalId, known, true);
  }
}

/** What a kept refund is now that its order is there; null when it changes nothing. */
function toRefund(kept: KeptRefund, conversion: StoredConversion, earlier: readonly Refund[]): Refund | null {
  const outcome = decideRefund(kept, conversion, earlier);
  if (outcome.kind === 'NEW') return { ...kept, amount: outcome.amount, askedAmount: null };
  if (outcome.kind !== 'TOO_MUCH') return null;
  // It could not know how much there would be: it counts as all that is left.
  return { ...kept, amount: outcome.ours, askedAmount: outcome.yours };
}

type RefundTenant = Pick<RefundRequest, 'merchantId' | 'mode'>;

type Refused = { kind: 'OTHER_AMOUNT' | 'TOO_MUCH'; yours: number; ours: number | null };

/** @throws Failure ALREADY_EXISTS for an outcome that is a refusal. */
function refuse(
  outcome: RefundOutcome<Refund> | Refused,
): asserts outcome is Exclude<RefundOutcome<Refund>, Refused> {
  if (outcome.kind !== 'OTHER_AMOUNT' && outcome.kind !== 'TOO_MUCH') return;
  const { yours, ours } = outcome;
  if (outcome.kind === 'OTHER_AMOUNT') throw conflict('DIFFERENT_REFUND', [{ field: 'amount', yours, ours }]);
  const message = 'is more than is left of the order';
  throw conflict('REFUND_EXCEEDS_ORDER', [{ field: 'amount', yours, ours, message }]);
}

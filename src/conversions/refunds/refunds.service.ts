// Refunds an order, exactly once, or keeps the refund until the order comes. The order's row is locked first: whatever happens to one
// order happens one after the other.
// Why so: docs/decisions/0011-ledger-refunds-and-tiers.md
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/time/clock.js';
import { conflict } from '#platform/errors/conflict.js';
import { notFound } from '#platform/errors/failure.js';
import { newId } from '#platform/values/ids.js';
import { ConversionsFacade, type StoredConversion } from '#conversions/recording/conversions.facade.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { KeptRefund, Refund, RefundRequest } from './refund.js';
import { decideRefund, nameOf, type RefundOutcome } from './refund.rules.js';
import { toKeptResult, toRefundResult, type RefundReply } from './refunds.reply.js';
import { RefundsRepository } from './refunds.repository.js';
import { WriteRefundsService } from './write-refunds.service.js';

@Injectable()
export class RefundsService {
  constructor(
    private readonly database: Database,
    private readonly conversions: ConversionsFacade,
    private readonly refunds: RefundsRepository,
    private readonly writer: WriteRefundsService,
    private readonly clock: Clock,
  ) {}

  /**
   * Refunds a known order; keeps the refund of an unknown one if that is asked for.
   * @throws Failure NOT_FOUND for an unknown order; ALREADY_EXISTS (409) for more than is left and for a refundId with another amount.
   */
  refund(request: RefundRequest): Promise<RefundReply> {
    return this.database.inTurn(request).transaction(async (tx) => {
      const [conversion] = await this.conversions.lock(tx, request, [request.externalId]);
      if (conversion) return this.refundKnown(tx, conversion, request);
      if (!request.keep) throw notFound('UNKNOWN_ORDER', ['externalId']);
      // Of an order that is being recorded right now, this waits for the outcome.
      if (await this.conversions.reserveKey(tx, request, request.externalId)) return this.keep(tx, request);
      const [recorded] = await this.conversions.lock(tx, request, [request.externalId]);
      if (!recorded) throw new Error('a name that is taken has an order');
      return this.refundKnown(tx, recorded, request);
    });
  }

  private async refundKnown(
    tx: Tx,
    conversion: StoredConversion,
    request: RefundRequest,
  ): Promise<RefundReply> {
    const { refundId, reason, ignored } = request;
    const earlier = await this.refunds.find(tx, conversion, [conversion.id]);
    const outcome = decideRefund(request, conversion, earlier.get(conversion.id) ?? []);
    refuse(outcome);
    if (outcome.kind === 'NOTHING_LEFT') return toRefundResult(conversion, null, true, ignored);
    if (outcome.kind === 'REPEAT') return toRefundResult(conversion, outcome.refund, true, ignored);
    const { name, amount } = outcome;
    const refund = { id: newId(), name, refundId, amount, askedAmount: null, reason };
    const [refunded] = await this.writer.write(tx, conversion, [{ conversion, refunds: [refund] }]);
    return toRefundResult(refunded as StoredConversion, refund, false, ignored);
  }

  private async keep(tx: Tx, request: RefundRequest): Promise<RefundReply> {
    const { externalId, amount, refundId, reason } = request;
    const refund: KeptRefund = { id: newId(), name: nameOf(request), amount, refundId, reason };
    if (await this.refunds.keep(tx, request, externalId, refund, this.clock.now())) {
      return toKeptResult(request, refund, false);
    }
    // Whoever applies or adds kept refunds holds the name: the other one is still there.
    const known = await this.refunds.findKept(tx, request, externalId, refund.name);
    if (!known) throw new Error('a refund that is kept already can be found');
    if (amount !== null && known.amount !== amount) {
      refuse({ kind: 'OTHER_AMOUNT', yours: amount, ours: known.amount });
    }
    return toKeptResult(request, known, true);
  }
}

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

// Writes refunds of orders that the transaction has locked, of one order or of many, in the one lock order: conversions, tier counters,
// refunds, commissions and their ledger, history.
// Why so: docs/decisions/0007-group-writes-and-jobs.md
import { Injectable } from '@nestjs/common';
import { Clock } from '#platform/time/clock.js';
import { CommissionsService, type Reduction } from '#earnings/commissions/commissions.service.js';
import { ConversionsFacade, type StoredConversion } from '#conversions/recording/conversions.facade.js';
import type { Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { HistoryService } from '#earnings/history/history.service.js';
import type { Refund } from './refund.js';
import { refundName } from './refunds.reply.js';
import { RefundsRepository } from './refunds.repository.js';

/** An order as it was locked, and what is given back on it: one refund at least, each decided with those before it in mind. */
export interface Refunding {
  conversion: StoredConversion;
  refunds: readonly Refund[];
}

@Injectable()
export class WriteRefundsService {
  constructor(
    private readonly conversions: ConversionsFacade,
    private readonly commissions: CommissionsService,
    private readonly refunds: RefundsRepository,
    private readonly history: HistoryService,
    private readonly clock: Clock,
  ) {}

  /**
   * Each order once, all of the tenant.
   * @returns the orders as they are then, in the same order.
   */
  async write(tx: Tx, tenant: Tenant, refundings: readonly Refunding[]): Promise<StoredConversion[]> {
    if (refundings.length === 0) return [];
    const at = this.clock.now();
    const refunded = await this.conversions.addRefunds(
      tx,
      refundings.map(({ conversion, refunds }) => ({ conversion, amount: sumOf(refunds) })),
      at,
    );
    await this.refunds.insert(tx, tenant, refundings.flatMap(toRows), at);
    const steps = refundings.flatMap((refunding) => stepsOf(refunding, at));
    const reduced = await this.commissions.reduce(tx, tenant, steps);
    this.history.add(
      tx,
      steps.map(({ conversionId, refundId, refunded: amount, refundedAmount, reason }, index) => {
        const commissionChange = reduced[index]?.change ?? null;
        const details = { refundId, amount, refundedAmount, commissionChange, reason };
        return { ...tenantOf(tenant), conversionId, event: 'REFUNDED' as const, at, details };
      }),
    );
    const balances = new Map(steps.map(({ conversionId }, index) => [conversionId, reduced[index]?.balance]));
    return refunded.map((conversion) => withBalance(conversion, balances.get(conversion.id)));
  }
}

interface Step extends Reduction {
  /** What this refund gives back, in minor units of the order's currency. */
  refunded: number;
}

function stepsOf({ conversion, refunds }: Refunding, at: Date): Step[] {
  let { refundedAmount } = conversion;
  return refunds.map((refund) => {
    refundedAmount += refund.amount;
    return {
      conversionId: conversion.id,
      amount: conversion.amount,
      refundedAmount,
      refundId: refundName(refund),
      reason: refund.reason,
      at,
      refunded: refund.amount,
    };
  });
}

function toRows({ conversion, refunds }: Refunding): (Refund & { conversionId: string })[] {
  return refunds.map((refund) => ({ ...refund, conversionId: conversion.id }));
}

function sumOf(refunds: readonly Refund[]): number {
  return refunds.reduce((sum, { amount }) => sum + amount, 0);
}

function tenantOf({ merchantId, mode }: Tenant): Tenant {
  return { merchantId, mode };
}

/** @param balance undefined: there was no commission to reduce. */
function withBalance(conversion: StoredConversion, balance: number | undefined): StoredConversion {
  const { commission } = conversion;
  return commission && balance !== undefined
    ? { ...conversion, commission: { ...commission, amount: balance } }
    : conversion;
}

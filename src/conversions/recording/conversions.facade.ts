// What other features may ask of conversions: read some, hold one, and note a refund on it.
import { Injectable } from '@nestjs/common';
import { countsForTiers } from '#earnings/commissions/commission.js';
import { CommissionsService, type Revenue } from '#earnings/commissions/commissions.service.js';
import { HistoryService } from '#earnings/history/history.service.js';
import type { Schema } from '#platform/contract/operation.js';
import { newId } from '#platform/values/ids.js';
import type { Queryable, Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { AwaitingRepository } from './awaiting.repository.js';
import { ConversionsRepository } from './conversions.repository.js';
import { toConversion } from './conversions.reply.js';
import type { StoredConversion } from './stored-conversion.js';
import { RefundingRepository } from './refunding.repository.js';

export type { StoredConversion } from './stored-conversion.js';

/** What is given back on an order, in minor units of its currency. */
export interface RefundOf {
  conversion: StoredConversion;
  amount: number;
}

@Injectable()
export class ConversionsFacade {
  constructor(
    private readonly conversions: RefundingRepository,
    private readonly stored: ConversionsRepository,
    private readonly awaiting: AwaitingRepository,
    private readonly commissions: CommissionsService,
    private readonly history: HistoryService,
  ) {}

  /** The conversions with these ids (UUIDs), in no particular order. */
  find(
    queryable: Queryable,
    { merchantId, mode }: Tenant,
    ids: readonly string[],
  ): Promise<StoredConversion[]> {
    return this.stored.findByIds(
      queryable,
      ids.map((id) => ({ merchantId, mode, id })),
    );
  }

  /** These conversions with their histories, as the contract shows them, by id (a UUID). */
  async tell(
    queryable: Queryable,
    { merchantId, mode }: Tenant,
    ids: readonly string[],
  ): Promise<Map<string, Schema<'Conversion'>>> {
    const tenant = { merchantId, mode };
    const found = await this.find(queryable, tenant, ids);
    const histories = await this.history.find(
      queryable,
      tenant,
      found.map(({ id }) => id),
    );
    return new Map(found.map((one) => [one.id, toConversion(one, histories.get(one.id) ?? [])]));
  }

  /** The orders of these names that are there, in no particular order, locked until the transaction ends. */
  lock(tx: Tx, tenant: Tenant, externalIds: readonly string[]): Promise<StoredConversion[]> {
    return this.conversions.lock(tx, tenant, externalIds);
  }

  /**
   * Keeps an order of this name from being recorded until the transaction ends; false if there is one. Of one that is being
   * recorded right now it waits for the outcome.
   */
  reserveKey(tx: Tx, tenant: Tenant, externalId: string): Promise<boolean> {
    return this.conversions.reserveKey(tx, tenant, externalId, newId());
  }

  /**
   * Adds to what was refunded of orders that the transaction has locked, each once. An unattributed one waits for nothing any more; a
   * tiered campaign forgets that much of the affiliate's revenue.
   * @returns the orders as they are then, in the same order.
   */
  async addRefunds(tx: Tx, refunds: readonly RefundOf[], at: Date): Promise<StoredConversion[]> {
    const amounts = refunds.map(({ conversion: { merchantId, mode, id }, amount }) => ({
      merchantId,
      mode,
      id,
      amount,
    }));
    await this.conversions.addRefunds(tx, amounts, at);
    const all = refunds.map(({ conversion }) => conversion);
    this.awaiting.remove(
      tx,
      all.filter(({ status }) => status === 'UNATTRIBUTED'),
    );
    await this.commissions.addRevenue(tx, refunds.flatMap(toLostRevenue));
    return refunds.map(({ conversion, amount }) => ({
      ...conversion,
      refundedAmount: conversion.refundedAmount + amount,
      refundedAt: conversion.refundedAt ?? at,
    }));
  }
}

function toLostRevenue({ conversion, amount }: RefundOf): Revenue[] {
  const { merchantId, mode, campaignId, affiliateId, isSynthetic, attribution } = conversion;
  const isCounted = !isSynthetic && attribution.terms && countsForTiers(attribution.terms, conversion);
  if (!isCounted || !campaignId || !affiliateId) return [];
  return [{ merchantId, mode, campaignId, affiliateId, amount: -amount }];
}

// What other features may ask of conversions: hold one, and note a refund on it.
import { Injectable } from '@nestjs/common';
import { countsForTiers } from '#earnings/commissions/commission.js';
import { CommissionsService } from '#earnings/commissions/commissions.service.js';
import { newId } from '#platform/values/ids.js';
import type { Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { AwaitingRepository } from './awaiting.repository.js';
import type { StoredConversion } from './stored-conversion.js';
import { RefundingRepository } from './refunding.repository.js';

export type { StoredConversion } from './stored-conversion.js';

@Injectable()
export class ConversionsFacade {
  constructor(
    private readonly conversions: RefundingRepository,
    private readonly awaiting: AwaitingRepository,
    private readonly commissions: CommissionsService,
  ) {}

  /** The order of this name, locked until the transaction ends; null when there is none. */
  lock(tx: Tx, tenant: Tenant, externalId: string): Promise<StoredConversion | null> {
    return this.conversions.lock(tx, tenant, externalId);
  }

  /**
   * Keeps an order of this name from being recorded until the transaction ends; false if there is one. Of one that is being
   * recorded right now it waits for the outcome.
   */
  reserveKey(tx: Tx, tenant: Tenant, externalId: string): Promise<boolean> {
    return this.conversions.reserveKey(tx, tenant, externalId, newId());
  }

  /**
   * Adds to what was refunded of an order that the transaction has locked. An unattributed one waits for nothing any more; a tiered
   * campaign forgets that much of the affiliate's revenue.
   */
  async addRefund(tx: Tx, conversion: StoredConversion, amount: number, at: Date): Promise<StoredConversion> {
    await this.conversions.addRefund(tx, conversion, amount, at);
    if (conversion.status === 'UNATTRIBUTED') this.awaiting.remove(tx, [conversion]);
    const { merchantId, mode, campaignId, affiliateId, isSynthetic, attribution } = conversion;
    const counted = !isSynthetic && attribution.terms && countsForTiers(attribution.terms, conversion);
    if (counted && campaignId && affiliateId) {
      await this.commissions.addRevenue(tx, [{ merchantId, mode, campaignId, affiliateId, amount: -amount }]);
    }
    return {
      ...conversion,
      refundedAmount: conversion.refundedAmount + amount,
      refundedAt: conversion.refundedAt ?? at,
    };
  }
}

// Writes an order with everything that belongs to it, in one transaction.
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Decision, Match } from '#conversions/attribution/facts.js';
import { needsClaim } from '#earnings/commissions/commission.js';
import { customerIdOf, customerKeyOf } from '#conversions/recording/conversion.js';
import type { Order } from '#conversions/recording/stored-conversion.js';
import type { JobKind } from '#platform/jobs/job.js';
import {
  AwaitingEvidence,
  Commission,
  Conversion,
  ConversionHistory,
  Work,
} from '../entities/conversions.js';
import { CustomerClaim, CustomerCredit } from '../entities/customers.js';
import { toStoredAttribution, toStoredCommission } from './stored-attribution.js';

@Injectable()
export class RecordingService {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws QueryFailedError of a unique violation when the order's external id is taken. */
  record(order: Order, decision: Decision): Promise<Conversion> {
    return this.dataSource.transaction(async (manager) => {
      const conversion = await this.saveConversion(manager, order, decision);
      conversion.commission = decision.match ? await this.credit(manager, conversion, decision.match) : null;
      if (!decision.match) await this.keepWaiting(manager, conversion);
      await manager.save(
        manager.create(ConversionHistory, {
          ...tenantOf(conversion),
          conversionId: conversion.id,
          event: 'RECORDED',
          at: order.recordedAt,
          details: { status: conversion.status, matchedBy: conversion.attribution.matchedBy },
        }),
      );
      return conversion;
    });
  }

  private async saveConversion(
    manager: EntityManager,
    order: Order,
    decision: Decision,
  ): Promise<Conversion> {
    const { match } = decision;
    const first = match ? await this.findFirst(manager, order, match) : null;
    return manager.save(
      manager.create(Conversion, {
        ...tenantOf(order),
        externalId: order.externalId,
        conversionType: order.conversionType,
        amount: order.amount,
        currency: order.currency,
        occurredAt: order.occurredAt,
        recordedAt: order.recordedAt,
        isSynthetic: order.isSynthetic,
        status: match ? 'ATTRIBUTED' : 'UNATTRIBUTED',
        evidence: order.evidence,
        metadata: order.metadata,
        attribution: toStoredAttribution(order, decision, first),
        affiliateId: match?.affiliateId ?? null,
        campaignId: match?.terms.campaignId ?? null,
        clickId: match?.clickId ?? null,
        refundedAmount: 0,
      }),
    );
  }

  /** What the order earns, if anything. Test orders claim nothing and earn nothing. */
  private async credit(
    manager: EntityManager,
    conversion: Conversion,
    match: Match,
  ): Promise<Commission | null> {
    if (conversion.isSynthetic) return null;
    await this.claimFirst(manager, conversion, match);
    await this.rememberCustomer(manager, conversion, match);
    const { result, amount, currency } = conversion.attribution.commission;
    if (result !== 'EARNED' || amount === null || currency === null) return null;
    return manager.save(
      manager.create(Commission, {
        ...tenantOf(conversion),
        conversionId: conversion.id,
        affiliateId: match.affiliateId,
        campaignId: match.terms.campaignId,
        amount,
        balance: amount,
        currency,
        status: 'PENDING',
        createdAt: new Date(),
      }),
    );
  }

  /** Of two first orders of a customer at once, one wins; what the other earns is decided anew. */
  private async claimFirst(manager: EntityManager, conversion: Conversion, match: Match): Promise<void> {
    const name = claimName(conversion, match);
    if (!name || conversion.attribution.commission.result !== 'EARNED') return;
    const claim = { ...name, conversionId: conversion.id, firstOccurredAt: conversion.occurredAt };
    if (await insertIfNew(manager, CustomerClaim, claim)) return;
    const first = await this.findFirst(manager, conversion, match);
    const commission = toStoredCommission(conversion, match, first);
    conversion.attribution = { ...conversion.attribution, commission };
    await manager.save(conversion);
  }

  private async findFirst(
    manager: EntityManager,
    order: Conversion | Order,
    match: Match,
  ): Promise<Date | null> {
    const name = claimName(order, match);
    const claim = name && (await manager.findOneBy(CustomerClaim, name));
    return claim ? claim.firstOccurredAt : null;
  }

  private async rememberCustomer(
    manager: EntityManager,
    conversion: Conversion,
    match: Match,
  ): Promise<void> {
    const customerId = customerIdOf(conversion.evidence);
    if (customerId === null) return;
    const isFirst = await insertIfNew(manager, CustomerCredit, {
      ...tenantOf(conversion),
      customerId,
      affiliateId: match.affiliateId,
      campaignId: match.terms.campaignId,
      conversionId: conversion.id,
      firstOccurredAt: conversion.occurredAt,
    });
    // Earlier orders of this customer may match now.
    if (isFirst) await this.addWork(manager, conversion, 'CUSTOMER', customerId);
  }

  /** A later click, identify or first credit is looked up among these rows. A code is looked up as it stands. */
  private async keepWaiting(manager: EntityManager, conversion: Conversion): Promise<void> {
    const rows = conversion.evidence
      .filter(({ kind, value }) => kind !== 'CODE' && value !== null)
      .map(({ kind, value }) => ({
        ...tenantOf(conversion),
        kind,
        value: value as string,
        conversionId: conversion.id,
      }));
    if (rows.length > 0) await manager.insert(AwaitingEvidence, rows);
    await this.addWork(manager, conversion, 'CONVERSION', conversion.id);
  }

  private async addWork(
    manager: EntityManager,
    conversion: Conversion,
    kind: JobKind,
    subject: string,
  ): Promise<void> {
    const now = new Date();
    await manager.save(
      manager.create(Work, {
        ...tenantOf(conversion),
        kind,
        subject,
        createdAt: now,
        dueAt: now,
        attempts: 0,
      }),
    );
  }
}

/** "First" is an insert, never a look-up. */
async function insertIfNew(
  manager: EntityManager,
  entity: typeof CustomerClaim | typeof CustomerCredit,
  row: object,
): Promise<boolean> {
  const result = await manager
    .createQueryBuilder()
    .insert()
    .into(entity)
    .values(row)
    .orIgnore()
    .returning('conversion_id')
    .execute();
  return (result.raw as unknown[]).length > 0;
}

/** The key under which the customer's first order is known; null when nothing depends on who is first. */
function claimName(order: Conversion | Order, { terms }: Match) {
  const customerKey = customerKeyOf(order.evidence);
  if (customerKey === null || !needsClaim(terms)) return null;
  const { conversionType } = order;
  return { ...tenantOf(order), customerKey, conversionType, campaignId: terms.campaignId };
}

function tenantOf({ merchantId, mode }: Conversion | Order) {
  return { merchantId, mode };
}

// Applies kept refunds once their orders have come: the order's transaction writes a job for each order that has some. Those of many orders
// of a merchant in one transaction, and each refund once, since the order's lock is held while it is taken out and applied.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ConversionsFacade, type StoredConversion } from '#conversions/recording/conversions.facade.js';
import { Database, type Tx } from '#platform/database/database.js';
import { groupBy } from '#platform/database/grouping.js';
import { tenantKey, type Tenant } from '#platform/database/tenant.js';
import type { JobRow } from '#platform/jobs/job.js';
import { JobQueue } from '#platform/jobs/job-queue.service.js';
import type { KeptRefund, Refund } from './refund.js';
import { decideRefund, type Refundable } from './refund.rules.js';
import { RefundsRepository } from './refunds.repository.js';
import { WriteRefundsService, type Refunding } from './write-refunds.service.js';

@Injectable()
export class ApplyKeptRefundsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly conversions: ConversionsFacade,
    private readonly refunds: RefundsRepository,
    private readonly writer: WriteRefundsService,
    private readonly jobs: JobQueue,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(['KEPT_REFUND'], async (jobs, portion) => {
      const unfinished: JobRow[] = [];
      for (const ofTenant of groupBy(jobs, tenantKey).values()) {
        const part = Math.floor((portion * ofTenant.length) / jobs.length);
        unfinished.push(...(await this.apply(ofTenant, part)));
      }
      return unfinished;
    });
  }

  /**
   * Applies refunds that waited for these orders of one merchant and mode, `limit` of them at most; what exceeds an order counts as all of
   * it. @returns the jobs whose orders have more.
   */
  private async apply(jobs: readonly JobRow[], limit: number): Promise<JobRow[]> {
    const [tenant] = jobs as [JobRow];
    const names = [...new Set(jobs.map((job) => job.subject))];
    const lastOf = await this.database.transaction((tx) => this.applyIn(tx, tenant, names, limit));
    return jobs.flatMap((job) => {
      const afterId = lastOf.get(job.subject);
      return afterId === undefined ? [] : [{ ...job, afterId }];
    });
  }

  /** @returns of each order that has more, the last kept refund that was taken. */
  private async applyIn(
    tx: Tx,
    tenant: Tenant,
    names: readonly string[],
    limit: number,
  ): Promise<Map<string, string>> {
    // A row says that its order was recorded: it is gone again only if somebody deleted it.
    const orders = await this.conversions.lock(tx, tenant, names);
    const taken = await this.refunds.takeKept(
      tx,
      tenant,
      orders.map(({ externalId }) => externalId),
      limit,
    );
    const some = orders.filter(({ externalId }) => taken.has(externalId));
    const earlier = await this.refunds.find(
      tx,
      tenant,
      some.map(({ id }) => id),
    );
    const refundings = some.map((order) =>
      toRefunding(order, taken.get(order.externalId)?.kept ?? [], earlier.get(order.id) ?? []),
    );
    await this.writer.write(
      tx,
      tenant,
      refundings.filter(({ refunds }) => refunds.length > 0),
    );
    return new Map(
      [...taken].flatMap(([name, { kept, isMore }]) => (isMore ? [[name, kept.at(-1)?.id ?? '']] : [])),
    );
  }
}

/** What kept refunds are now that their order is there, each after those before it. */
function toRefunding(
  conversion: StoredConversion,
  kept: readonly KeptRefund[],
  before: readonly Refund[],
): Refunding {
  const refunds: Refund[] = [];
  let { refundedAmount, refundedAt } = conversion;
  for (const one of kept) {
    const refund = toRefund(one, { amount: conversion.amount, refundedAmount, refundedAt }, [
      ...before,
      ...refunds,
    ]);
    if (!refund) continue;
    refunds.push(refund);
    refundedAmount += refund.amount;
    refundedAt ??= new Date(0); // whenever: there was one
  }
  return { conversion, refunds };
}

/** What a kept refund is now that its order is there; null when it changes nothing. */
function toRefund(kept: KeptRefund, order: Refundable, earlier: readonly Refund[]): Refund | null {
  const outcome = decideRefund(kept, order, earlier);
  if (outcome.kind === 'NEW') return { ...kept, amount: outcome.amount, askedAmount: null };
  if (outcome.kind !== 'TOO_MUCH') return null;
  // It could not know how much there would be: it counts as all that is left.
  return { ...kept, amount: outcome.ours, askedAmount: outcome.yours };
}

// Orders that are known already: the conversion as it is now, and evidence that an unattributed one did not have is added to it.
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { mergeEvidence, type EvidenceItem } from '#conversions/attribution/evidence.js';
import { Clock } from '#platform/time/clock.js';
import { Database, type Tx } from '#platform/database/database.js';
import { GroupWriter } from '#platform/database/group-writer.js';
import { uniqueBy } from '#platform/database/grouping.js';
import { Log } from '#platform/logging/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { JobQueue } from '#platform/jobs/job-queue.service.js';
import { AwaitingRepository } from './awaiting.repository.js';
import { orderKey } from './conversion.js';
import type { Order, StoredConversion } from './stored-conversion.js';
import { ConversionsRepository } from './conversions.repository.js';
import type { HistoryEntry } from '#earnings/history/history.js';
import { HistoryService } from '#earnings/history/history.service.js';
import { conversionJob } from './accrue-commissions.service.js';
import { RematchConversionsService } from './rematch-conversions.service.js';
import { bringsNews, mayMatch } from './replay.js';

@Injectable()
export class ReplayConversionsService implements OnModuleDestroy {
  private readonly reader = new GroupWriter<Order, StoredConversion>((orders) => this.takeAll(orders), {
    patienceMs: this.database.patienceMs,
    metrics: this.metrics.writer('replays'),
  });

  constructor(
    private readonly database: Database,
    private readonly conversions: ConversionsRepository,
    private readonly history: HistoryService,
    private readonly awaiting: AwaitingRepository,
    private readonly rematcher: RematchConversionsService,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
    private readonly log: Log,
  ) {}

  /** The stored conversion of a known order, after its new evidence, if any, was added and decided. */
  replay(order: Order): Promise<StoredConversion> {
    return this.reader.submit(order, order.merchantId);
  }

  async onModuleDestroy(): Promise<void> {
    await this.reader.drained();
  }

  private async takeAll(orders: Order[]): Promise<StoredConversion[]> {
    const stored = await this.stored(orders);
    const replays = orders.map((order, index) => {
      const conversion = stored[index] as StoredConversion;
      return { conversion, order: { ...order, id: conversion.id } };
    });
    const open = replays.filter(({ order, conversion }) => mayMatch(order, conversion));
    if (open.length === 0) return stored;
    const news = open
      .filter(({ order, conversion }) => bringsNews(order, conversion))
      .map(({ order }) => order);
    if (news.length > 0) await this.database.transaction((tx) => this.addEvidence(tx, news), 0);
    // Also where the evidence was there already: another call may just have added it.
    await this.rematcher.rematch(open.map(({ order }) => order)).catch((error: unknown) => {
      // The evidence is stored, and so is the job that has it looked at: the queue will.
      this.log.warn('an order was not decided anew at once', { error });
    });
    this.jobs.wake();
    return this.stored(orders);
  }

  private async stored(orders: Order[]): Promise<StoredConversion[]> {
    const found = await this.conversions.findByKeys(this.database.failFast, uniqueBy(orders, orderKey));
    const byName = new Map(found.map((conversion) => [orderKey(conversion), conversion]));
    return orders.map((order) => {
      const conversion = byName.get(orderKey(order));
      if (!conversion) throw new Error('an order that could not be inserted has no row');
      return conversion;
    });
  }

  /** @param orders with the id of their stored conversion; several may be of the same one. */
  private async addEvidence(tx: Tx, orders: readonly Order[]): Promise<void> {
    const locked = await this.conversions.lockUnattributed(tx, orders);
    const enlarged = locked.map((conversion) => {
      const more = orders.filter((order) => order.id === conversion.id).flatMap((order) => order.evidence);
      const { all, added } = mergeEvidence(conversion.evidence, more);
      return { ...conversion, evidence: all, added };
    });
    const changed = enlarged.filter((one) => one.added.length > 0);
    if (changed.length === 0) return;
    this.conversions.updateEvidence(tx, changed);
    const now = this.clock.now();
    this.history.add(
      tx,
      changed.map((one) => toHistory(one, now)),
    );
    this.awaiting.add(tx, changed);
    this.jobs.enqueue(tx, changed.map(conversionJob));
  }
}

function toHistory(conversion: StoredConversion & { added: EvidenceItem[] }, at: Date): HistoryEntry {
  const { merchantId, mode, id, added } = conversion;
  const evidence = added.map(({ kind, value }) => ({ kind, value: kind === 'EMAIL' ? null : value }));
  return {
    merchantId,
    mode,
    conversionId: id,
    event: 'EVIDENCE_ADDED',
    at,
    details: { evidence },
  };
}

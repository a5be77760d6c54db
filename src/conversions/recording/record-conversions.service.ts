// Records orders, many at once in one transaction: decided, written, paid, each exactly once. The reply waits for the commit.
// Why so: docs/decisions/0003-unmatched-is-201.md
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Clock } from '#platform/time/clock.js';
import { Database, type Tx } from '#platform/database/database.js';
import { GroupWriter } from '#platform/database/group-writer.js';
import { uniqueBy } from '#platform/database/grouping.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { JobQueue } from '#platform/jobs/job-queue.service.js';
import { AwaitingRepository } from './awaiting.repository.js';
import { toRecorded } from './conversion.fields.js';
import { orderKey } from './conversion.js';
import { attributionColumns, type Order, type StoredConversion } from './stored-conversion.js';
import { ConversionsRepository } from './conversions.repository.js';
import type { HistoryEntry } from '#earnings/history/history.js';
import { HistoryService } from '#earnings/history/history.service.js';
import { RefundingRepository } from './refunding.repository.js';
import { AccrueCommissionsService, conversionJob } from './accrue-commissions.service.js';
import { DecideAttributionService, type Decided } from './decide-attribution.service.js';

@Injectable()
export class RecordConversionsService implements OnModuleDestroy {
  private readonly writer = new GroupWriter<Order, StoredConversion | null>((orders) => this.write(orders), {
    patienceMs: this.database.patienceMs,
    metrics: this.metrics.writer('orders'),
  });

  constructor(
    private readonly database: Database,
    private readonly decider: DecideAttributionService,
    private readonly accrual: AccrueCommissionsService,
    private readonly conversions: ConversionsRepository,
    private readonly history: HistoryService,
    private readonly awaiting: AwaitingRepository,
    private readonly refunding: RefundingRepository,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
    private readonly metrics: Metrics,
  ) {}

  /** The conversion, durable, if this call recorded it; null when the order's name was known already. */
  record(order: Order): Promise<StoredConversion | null> {
    return this.writer.submit(order, order.merchantId);
  }

  async onModuleDestroy(): Promise<void> {
    await this.writer.drained();
  }

  /** If one group holds the same external id twice, the first request records it; the others are answered as replays. */
  private async write(orders: Order[]): Promise<(StoredConversion | null)[]> {
    const firsts = uniqueBy(orders, orderKey);
    const { recorded, isFollowed } = await this.database.transaction(async (tx) => {
      const decided = await this.decider.decide(tx.readAhead, firsts, this.clock.now());
      return this.writeIn(tx, decided);
    }, 0);
    if (isFollowed) this.jobs.wake();
    const byId = new Map(recorded.map((conversion) => [conversion.id, conversion]));
    return orders.map((order) => byId.get(order.id) ?? null);
  }

  /** In the one lock order: conversions, claims, commissions, history, work. */
  private async writeIn(
    tx: Tx,
    decided: Decided<Order>[],
  ): Promise<{ recorded: StoredConversion[]; isFollowed: boolean }> {
    const inserted = await this.conversions.insert(tx, decided.map(toRecorded));
    const fresh = decided.filter((one) => inserted.has(one.order.id));
    const matched = fresh.filter((one) => one.match);
    const unmatched = fresh.filter((one) => !one.match);
    const claimed = await this.accrual.claimFirsts(tx, matched);
    const recorded = [...claimed.decided, ...unmatched];
    const waiting = unmatched.map((one) => one.order);
    const work = [...waiting.map(conversionJob), ...claimed.work];
    this.accrual.createCommissions(tx, claimed.decided, matched);
    this.history.add(tx, recorded.map(toHistory));
    this.awaiting.add(tx, waiting);
    this.jobs.enqueue(tx, work);
    const orders = fresh.map((one) => one.order);
    if (orders.length > 0) this.jobs.enqueueFound(tx, 'KEPT_REFUND', this.refunding.awaitedByRefunds(orders));
    return { recorded: recorded.map(toRecorded), isFollowed: work.length > 0 };
  }
}

function toHistory({ order, attribution, match }: Decided<Order>): HistoryEntry {
  return {
    merchantId: order.merchantId,
    mode: order.mode,
    conversionId: order.id,
    event: 'RECORDED',
    at: order.recordedAt,
    details: { status: attributionColumns(match).status, matchedBy: attribution.matchedBy },
  };
}

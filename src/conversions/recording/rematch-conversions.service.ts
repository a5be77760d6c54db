// Looks again at unattributed orders, over all their stored evidence, after something that may make them match. Any number of
// times, on any replica: a match is made once, under the row's lock, and is final.
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '#platform/time/clock.js';
import { Database, type Tx } from '#platform/database/database.js';
import { JobQueue } from '#platform/jobs/job-queue.service.js';
import type { JobRow } from '#platform/jobs/job.js';
import { AwaitingRepository } from './awaiting.repository.js';
import { isOpen, type StoredConversion } from './stored-conversion.js';
import { ConversionsRepository, type ConversionKey } from './conversions.repository.js';
import type { HistoryEntry } from '#earnings/history/history.js';
import { HistoryService } from '#earnings/history/history.service.js';
import { AccrueCommissionsService } from './accrue-commissions.service.js';
import { DecideAttributionService, type Decided } from './decide-attribution.service.js';

const ORDERS_AT_ONCE = 100;

@Injectable()
export class RematchConversionsService implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly decider: DecideAttributionService,
    private readonly accrual: AccrueCommissionsService,
    private readonly conversions: ConversionsRepository,
    private readonly history: HistoryService,
    private readonly awaiting: AwaitingRepository,
    private readonly jobs: JobQueue,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(['CONVERSION'], async (jobs) => {
      await this.rematch(jobs.map(({ merchantId, mode, subject }) => ({ merchantId, mode, id: subject })));
      return [];
    });
    this.jobs.handle(['CLICK', 'EMAIL', 'CUSTOMER'], (jobs, portion) => this.rematchAwaiting(jobs, portion));
  }

  /** Decides these orders again; those that match now are attributed and paid. */
  async rematch(keys: readonly ConversionKey[]): Promise<void> {
    for (let start = 0; start < keys.length; start += ORDERS_AT_ONCE) {
      await this.rematchSome(keys.slice(start, start + ORDERS_AT_ONCE));
    }
  }

  /** Orders that wait for what the jobs tell, a portion of them. @returns the jobs that more of them wait for. */
  private async rematchAwaiting(jobs: readonly JobRow[], portion: number): Promise<JobRow[]> {
    const { reached, unfinished } = await this.awaiting.find(this.database.atOnce, jobs, portion);
    await this.rematch(reached);
    return unfinished;
  }

  /** A look without a lock first: most orders come without an affiliate and stay so. */
  private async rematchSome(keys: readonly ConversionKey[]): Promise<void> {
    const found = await this.conversions.findByIds(this.database.atOnce, keys);
    const decided = await this.decider.decide(this.database.atOnce, found.filter(isOpen), this.clock.now());
    const changed = decided.filter(isNews).map((one) => one.order);
    if (changed.length === 0) return;
    const credits = await this.database.transaction((tx) => this.rematchIn(tx, changed));
    if (credits > 0) this.jobs.wake();
  }

  private async rematchIn(tx: Tx, keys: readonly ConversionKey[]): Promise<number> {
    const locked = await this.conversions.lockUnattributed(tx, keys);
    const now = this.clock.now();
    const decided = await this.decider.decide(tx, locked, now);
    const { decided: attributed, work } = await this.accrual.claimFirsts(
      tx,
      decided.filter((one) => one.match),
    );
    this.accrual.createCommissions(tx, attributed);
    this.conversions.updateDecision(
      tx,
      decided.filter((one) => !one.match && isNews(one)),
    );
    this.history.add(
      tx,
      attributed.map((one) => toHistory(one, now)),
    );
    this.awaiting.remove(
      tx,
      attributed.map((one) => one.order),
    );
    this.jobs.enqueue(tx, work);
    return work.length;
  }
}

/** A match, evidence that the stored explanation does not speak of yet, or another reason why a piece of it does not hold. */
function isNews({ order, match, attribution }: Decided<StoredConversion>): boolean {
  const { attempts } = order.attribution;
  if (match !== null || attribution.attempts.length !== attempts.length) return true;
  return attribution.attempts.some(({ result }, index) => result !== attempts[index]?.result);
}

function toHistory({ order, attribution }: Decided<StoredConversion>, at: Date): HistoryEntry {
  const { merchantId, mode, id } = order;
  return {
    merchantId,
    mode,
    conversionId: id,
    event: 'MATCHED',
    at,
    details: { status: 'ATTRIBUTED', matchedBy: attribution.matchedBy },
  };
}

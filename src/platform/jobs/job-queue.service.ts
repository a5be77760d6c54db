// Consumes jobs: at once after a commit of this process, and by polling for those of others. At least once, idempotently, in turns of
// merchants: what one of them has waiting, or what one row of his means, delays another by one look at most.
// Why so: docs/decisions/0007-group-writes-and-jobs.md
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isOutage } from '#platform/database/database-errors.js';
import { Database, type Tx } from '#platform/database/database.js';
import { groupBy } from '#platform/database/grouping.js';
import { Log } from '#platform/logging/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import { Clock } from '#platform/time/clock.js';
import { Poll } from '#platform/time/poll.js';
import {
  TimeBudget,
  JOB_LEASE_PART,
  JOB_POLL_MS,
  JOB_REST_MS,
  JOB_STOP_MS,
} from '#platform/time/time-budget.js';
import { JobsRepository } from './jobs.repository.js';
import type { FoundSubjects, Job, JobHandler, JobKind, JobRow } from './job.js';
import { mergeEqual, type Taken } from './merging.js';
import { PortionSize } from './portion-size.js';

@Injectable()
export class JobQueue implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly handlers = new Map<JobKind, JobHandler>();
  private readonly poll = new Poll(() => this.look(), JOB_POLL_MS);
  private running: Promise<void> | null = null;
  /** Rows that were taken and are neither done nor put off. */
  private readonly held = new Set<JobRow>();
  private readonly lease = new Poll(() => this.renew(), this.budget.jobLeaseMs / JOB_LEASE_PART);
  /** Who had the last turn. */
  private lastMerchantId = LOWEST_UUID;
  private readonly portion = new PortionSize();
  private wanted = false;
  private stopped = false;
  /** Ends the rest, while there is one. */
  private endRest: (() => void) | null = null;
  /** Who waits in idle(): meanwhile there is no rest. */
  private idlers = 0;

  constructor(
    private readonly database: Database,
    private readonly repository: JobsRepository,
    private readonly log: Log,
    private readonly metrics: Metrics,
    private readonly budget: TimeBudget,
    private readonly clock: Clock,
  ) {}

  /** Features say at start which work they do; rows of all these kinds are handed over together. */
  handle(kinds: readonly JobKind[], handler: JobHandler): void {
    for (const kind of kinds) this.handlers.set(kind, handler);
  }

  /** Writes jobs in the caller's transaction (the last step of the lock order); wake() after the commit. */
  enqueue(tx: Tx, jobs: Job[]): void {
    this.repository.enqueue(tx, jobs);
  }

  /** The same, for what only a query can find. It runs with the commit. */
  enqueueFound(tx: Tx, kind: JobKind, found: FoundSubjects): void {
    this.repository.enqueueFound(tx, kind, found);
  }

  /** Every handler is known by now; work that other replicas left is done too. */
  onApplicationBootstrap(): void {
    this.metrics.watchWorkLag(() => this.repository.lagSeconds(this.database.failFast));
    this.poll.start();
  }

  /** There is new work (call it after commit). Never throws, never waits. */
  wake(): void {
    this.wanted = true;
    if (this.running || this.stopped) return;
    this.running = this.run().finally(() => {
      this.running = null;
      if (this.wanted) this.wake(); // it came while the last look was ending
    });
  }

  /** Everything that is due now was done or put off. For tests and for shutdown. */
  async idle(): Promise<void> {
    this.idlers++;
    this.endRest?.();
    do {
      this.wake();
      await this.running;
    } while (this.wanted && !this.stopped);
    this.idlers--;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.endRest?.();
    await this.poll.stop(JOB_STOP_MS, () => this.underWay());
  }

  private look(): Promise<void> {
    this.wake();
    return this.underWay();
  }

  private underWay(): Promise<void> {
    return this.running ?? Promise.resolve();
  }

  private async run(): Promise<void> {
    try {
      let full = true;
      while ((this.wanted || full) && !this.stopped) {
        this.wanted = false;
        full = await this.takeTurns();
        if (!full) await this.rest();
      }
    } catch (error) {
      // The database is away: the next poll tries again, the rows are still there.
      this.log.warn('jobs wait', { error });
    }
  }

  /** One look: a portion of what is due. @returns whether there may be more. */
  private async takeTurns(): Promise<boolean> {
    const begunMs = this.clock.monotonicMs();
    try {
      const { rows, lastMerchantId, isMore } = await this.repository.claim(this.database.atOnce, {
        // Only kinds this build knows: another release may write more, and does them itself.
        kinds: [...this.handlers.keys()],
        afterMerchantId: this.lastMerchantId,
        limit: this.portion.rows,
        leaseMs: this.budget.jobLeaseMs,
      });
      this.lastMerchantId = lastMerchantId ?? this.lastMerchantId;
      return (await this.workAll(rows)) || isMore;
    } finally {
      this.portion.took(this.clock.monotonicMs() - begunMs);
    }
  }

  /** However long it takes: other replicas leave these rows to us meanwhile. @returns whether some were put back. */
  private async workAll(rows: JobRow[]): Promise<boolean> {
    if (rows.length === 0) return false;
    for (const row of rows) this.held.add(row);
    this.lease.start();
    try {
      const byHandler = groupBy(mergeEqual(rows), ({ job }) => this.handlers.get(job.kind) as JobHandler);
      let isSomeBack = false;
      for (const [handler, taken] of byHandler) isSomeBack = (await this.work(handler, taken)) || isSomeBack;
      return isSomeBack;
    } finally {
      this.held.clear();
      await this.lease.stop(this.budget.jobLeaseMs);
    }
  }

  private async renew(): Promise<void> {
    try {
      await this.repository.renew(this.database.atOnce, [...this.held], this.budget.jobLeaseMs);
    } catch (error) {
      // Another replica may take them up: then some are done twice, which does no harm.
      this.log.warn('the lease of jobs was not renewed', { error });
    }
  }

  /** @returns whether some were put back. */
  private async work(handler: JobHandler, taken: readonly Taken[]): Promise<boolean> {
    try {
      const jobs = taken.map(({ job }) => job);
      return await this.settle(taken, await handler(jobs, Math.max(this.portion.rows, jobs.length)));
    } catch (error) {
      if (isOutage(error)) throw error;
      if (taken.length > 1) {
        const half = taken.length >> 1;
        const isFirstBack = await this.work(handler, taken.slice(0, half));
        return (await this.work(handler, taken.slice(half))) || isFirstBack;
      }
      for (const row of taken.flatMap(({ rows }) => rows)) {
        this.log.error('work failed and is put off', { error, kind: row.kind });
        this.held.delete(row); // or a late renewal would call it back too early
        await this.repository.retryLater(this.database.atOnce, row);
      }
      return false;
    }
  }

  /**
   * What has more to do goes back before the rows are removed that asked for the same: it stands for them now. If it is not ours any more
   * they stay, and are done when their lease ends.
   */
  private async settle(taken: readonly Taken[], back: readonly JobRow[]): Promise<boolean> {
    const backById = new Map(back.map((job) => [job.id, job]));
    const moves = taken.flatMap(({ job, rows }) => {
      const [to, row] = [backById.get(job.id), rows.find(({ id }) => id === job.id)];
      return to && row ? [{ row, to }] : [];
    });
    for (const { row } of moves) this.held.delete(row); // or a late renewal would keep it from its next turn
    const moved = new Set(await this.repository.putBack(this.database.atOnce, moves));
    const done = taken.flatMap(({ job, rows }) => {
      if (!backById.has(job.id)) return rows;
      return moved.has(job.id) ? rows.filter(({ id }) => id !== job.id) : [];
    });
    await this.repository.done(this.database.atOnce, done);
    for (const row of done) this.held.delete(row);
    for (const [kind, ofKind] of groupBy(done, (row) => row.kind))
      this.metrics.workRowsDone(kind, ofKind.length);
    return back.length > 0;
  }

  private async rest(): Promise<void> {
    if (this.idlers > 0 || this.stopped) return;
    await new Promise<void>((resolve) => {
      this.endRest = resolve;
      setTimeout(resolve, JOB_REST_MS);
    });
    this.endRest = null;
  }
}

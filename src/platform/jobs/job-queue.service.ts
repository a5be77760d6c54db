// Consumes jobs: at once after a commit of this process, and by polling for those of others. At least once, idempotently.
// Why so: docs/decisions/0007-group-writes-and-jobs.md
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isOutage } from '#platform/database/database-errors.js';
import { Database, type Tx } from '#platform/database/database.js';
import { groupBy } from '#platform/database/grouping.js';
import { Log } from '#platform/logging/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { Poll } from '#platform/time/poll.js';
import {
  TimeBudget,
  JOB_LEASE_PART,
  JOB_POLL_MS,
  JOB_REST_MS,
  JOB_STOP_MS,
} from '#platform/time/time-budget.js';
import { JobsRepository } from './jobs.repository.js';
import type { FoundSubjects, Job, JobKind, JobRow } from './job.js';

const ROWS_AT_ONCE = 256;

/** Does all rows of its kinds. When it throws, they are tried again in halves, until the row at fault stands alone; that one is put off. */
export type JobHandler = (rows: JobRow[]) => Promise<void>;

@Injectable()
export class JobQueue implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly handlers = new Map<JobKind, JobHandler>();
  private readonly poll = new Poll(() => this.look(), JOB_POLL_MS);
  private running: Promise<void> | null = null;
  /** Rows that were taken and are neither done nor put off. */
  private readonly held = new Set<JobRow>();
  private readonly lease = new Poll(() => this.renew(), this.budget.jobLeaseMs / JOB_LEASE_PART);
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
        // Only kinds this build knows: another release may write more, and does them itself.
        const rows = await this.repository.claim(
          this.database,
          [...this.handlers.keys()],
          ROWS_AT_ONCE,
          this.budget.jobLeaseMs,
        );
        full = rows.length === ROWS_AT_ONCE;
        await this.workAll(rows);
        if (!full) await this.rest();
      }
    } catch (error) {
      // The database is away: the next poll tries again, the rows are still there.
      this.log.warn('jobs wait', { error });
    }
  }

  /** However long it takes: other replicas leave these rows to us meanwhile. */
  private async workAll(rows: JobRow[]): Promise<void> {
    if (rows.length === 0) return;
    for (const row of rows) this.held.add(row);
    this.lease.start();
    try {
      const byHandler = groupBy(rows, (row) => this.handlers.get(row.kind) as JobHandler);
      for (const [handler, ofHandler] of byHandler) await this.work(handler, ofHandler);
    } finally {
      this.held.clear();
      await this.lease.stop(this.budget.jobLeaseMs);
    }
  }

  private async renew(): Promise<void> {
    try {
      await this.repository.renew(this.database, [...this.held], this.budget.jobLeaseMs);
    } catch (error) {
      // Another replica may take them up: then some are done twice, which does no harm.
      this.log.warn('the lease of jobs was not renewed', { error });
    }
  }

  private async work(handler: JobHandler, rows: JobRow[]): Promise<void> {
    try {
      await handler(rows);
      await this.repository.done(this.database, rows);
      for (const row of rows) this.held.delete(row);
      for (const [kind, ofKind] of groupBy(rows, (row) => row.kind))
        this.metrics.workRowsDone(kind, ofKind.length);
    } catch (error) {
      if (isOutage(error)) throw error;
      if (rows.length > 1) {
        const half = rows.length >> 1;
        await this.work(handler, rows.slice(0, half));
        await this.work(handler, rows.slice(half));
        return;
      }
      for (const row of rows) {
        this.log.error('work failed and is put off', { error, kind: row.kind });
        this.held.delete(row); // or a late renewal would call it back too early
        await this.repository.retryLater(this.database, row);
      }
    }
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

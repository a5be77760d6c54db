// Consumes work rows: at once after a commit of this process, and by polling for those of others. At least once, idempotently.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isOutage } from '#platform/database/database-errors.js';
import { Database, type Tx } from '#platform/database/database.js';
import { groupedBy } from '#platform/database/keyed.js';
import { Log } from '#platform/logging/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { Poll } from '#platform/time/poll.js';
import {
  TimeBudget,
  WORK_LEASE_PART,
  WORK_POLL_MS,
  WORK_REST_MS,
  WORK_STOP_MS,
} from '#platform/time/time-budget.js';
import { WorkRepository } from './work.repository.js';
import type { FoundSubjects, Work, WorkKind, WorkRow } from './work.js';

const ROWS_AT_ONCE = 256;

/** Does all rows of its kinds. When it throws, they are tried again in halves, until the row at fault stands alone; that one is put off. */
export type WorkHandler = (rows: WorkRow[]) => Promise<void>;

@Injectable()
export class Worker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly handlers = new Map<WorkKind, WorkHandler>();
  private readonly poll = new Poll(() => this.look(), WORK_POLL_MS);
  private running: Promise<void> | null = null;
  /** Rows that were taken and are neither done nor put off. */
  private readonly held = new Set<WorkRow>();
  private readonly lease = new Poll(() => this.renew(), this.budget.workLeaseMs / WORK_LEASE_PART);
  private poked = false;
  private stopped = false;
  /** Ends the rest, while there is one. */
  private wake: (() => void) | null = null;
  /** Who waits in idle(): meanwhile there is no rest. */
  private idlers = 0;

  constructor(
    private readonly database: Database,
    private readonly repository: WorkRepository,
    private readonly log: Log,
    private readonly metrics: Metrics,
    private readonly budget: TimeBudget,
  ) {}

  /** Features say at start which work they do; rows of all these kinds are handed over together. */
  handle(kinds: readonly WorkKind[], handler: WorkHandler): void {
    for (const kind of kinds) this.handlers.set(kind, handler);
  }

  /** Writes work rows in the caller's transaction (the last step of the lock order); poke after the commit. */
  add(tx: Tx, work: Work[]): void {
    this.repository.add(tx, work);
  }

  /** The same, for what only a query can find. It runs with the commit. */
  addFound(tx: Tx, kind: WorkKind, found: FoundSubjects): void {
    this.repository.addFound(tx, kind, found);
  }

  /** Every handler is known by now; work that other replicas left is done too. */
  onApplicationBootstrap(): void {
    this.metrics.watchWorkLag(() => this.repository.lagSeconds(this.database.impatient));
    this.poll.start();
  }

  /** There is new work (call it after commit). Never throws, never waits. */
  poke(): void {
    this.poked = true;
    if (this.running || this.stopped) return;
    this.running = this.run().finally(() => {
      this.running = null;
      if (this.poked) this.poke(); // it came while the last look was ending
    });
  }

  /** Everything that is due now was done or put off. For tests and for shutdown. */
  async idle(): Promise<void> {
    this.idlers++;
    this.wake?.();
    do {
      this.poke();
      await this.running;
    } while (this.poked && !this.stopped);
    this.idlers--;
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    this.wake?.();
    await this.poll.stop(WORK_STOP_MS, () => this.underWay());
  }

  private look(): Promise<void> {
    this.poke();
    return this.underWay();
  }

  private underWay(): Promise<void> {
    return this.running ?? Promise.resolve();
  }

  private async run(): Promise<void> {
    try {
      let full = true;
      while ((this.poked || full) && !this.stopped) {
        this.poked = false;
        // Only kinds this build knows: another release may write more, and does them itself.
        const rows = await this.repository.take(
          this.database,
          [...this.handlers.keys()],
          ROWS_AT_ONCE,
          this.budget.workLeaseMs,
        );
        full = rows.length === ROWS_AT_ONCE;
        await this.workAll(rows);
        if (!full) await this.rest();
      }
    } catch (error) {
      // The database is away: the next poll tries again, the rows are still there.
      this.log.warn('work rows wait', { error });
    }
  }

  /** However long it takes: other replicas leave these rows to us meanwhile. */
  private async workAll(rows: WorkRow[]): Promise<void> {
    if (rows.length === 0) return;
    for (const row of rows) this.held.add(row);
    this.lease.start();
    try {
      const byHandler = groupedBy(rows, (row) => this.handlers.get(row.kind) as WorkHandler);
      for (const [handler, ofHandler] of byHandler) await this.work(handler, ofHandler);
    } finally {
      this.held.clear();
      await this.lease.stop(this.budget.workLeaseMs);
    }
  }

  private async renew(): Promise<void> {
    try {
      await this.repository.renew(this.database, [...this.held], this.budget.workLeaseMs);
    } catch (error) {
      // Another replica may take them up: then some are done twice, which does no harm.
      this.log.warn('the lease of work rows was not renewed', { error });
    }
  }

  private async work(handler: WorkHandler, rows: WorkRow[]): Promise<void> {
    try {
      await handler(rows);
      await this.repository.done(this.database, rows);
      for (const row of rows) this.held.delete(row);
      for (const [kind, ofKind] of groupedBy(rows, (row) => row.kind))
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
        await this.repository.putOff(this.database, row);
      }
    }
  }

  private async rest(): Promise<void> {
    if (this.idlers > 0 || this.stopped) return;
    await new Promise<void>((resolve) => {
      this.wake = resolve;
      setTimeout(resolve, WORK_REST_MS);
    });
    this.wake = null;
  }
}

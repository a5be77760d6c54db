// Consumes work rows: at once after a commit of this process, and by polling for those of others. At least once, idempotently.
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { isOutage } from '../database/database-errors.js';
import type { Tx } from '../database/database.js';
import { groupedBy } from '../database/keyed.js';
import { Log } from '../logging/log.js';
import { Metrics } from '../metrics/metrics.js';
import { within } from '../patience.js';
import { WorkRepository } from './work.repository.js';
import type { Work, WorkKind, WorkRow } from './work.js';

const POLL_EVERY_MS = 250;
const ROWS_AT_ONCE = 256;
/** How long shutting down waits for work under way; what is not done stays written, for the next start or another replica. */
const STOP_WITHIN_MS = 2000;

/** Does all rows of one kind; what it throws is logged and the rows are tried again one by one, later. */
export type WorkHandler = (rows: WorkRow[]) => Promise<void>;

@Injectable()
export class Worker implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly handlers = new Map<WorkKind, WorkHandler>();
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | null = null;
  private poked = false;
  private stopped = false;

  constructor(
    private readonly repository: WorkRepository,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  /** Features say at start which work they do. */
  handle(kind: WorkKind, handler: WorkHandler): void {
    this.handlers.set(kind, handler);
  }

  /** Writes work rows in the caller's transaction (the last step of the lock order); poke after the commit. */
  add(tx: Tx, work: Work[]): Promise<void> {
    return this.repository.add(tx, work);
  }

  /** Every handler is known by now; work that other replicas left is done too. */
  onApplicationBootstrap(): void {
    this.metrics.watchWorkLag(() => this.repository.lagSeconds());
    this.timer = setInterval(() => this.poke(), POLL_EVERY_MS);
    this.timer.unref();
  }

  /** There is new work (call it after commit). Never throws, never waits. */
  poke(): void {
    this.poked = true;
    if (this.running || this.stopped) return;
    this.running = this.run().finally(() => {
      this.running = null;
    });
  }

  /** Everything that is due now was done or put off. For tests and for shutdown. */
  async idle(): Promise<void> {
    do {
      this.poke();
      await this.running;
    } while (this.poked && !this.stopped);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    if (this.running) await within(STOP_WITHIN_MS, this.running, undefined);
  }

  private async run(): Promise<void> {
    try {
      let full = true;
      while ((this.poked || full) && !this.stopped) {
        this.poked = false;
        // Only kinds this build knows: another release may write more, and does them itself.
        const rows = await this.repository.take([...this.handlers.keys()], ROWS_AT_ONCE);
        full = rows.length === ROWS_AT_ONCE;
        for (const [kind, ofKind] of groupedBy(rows, (row) => row.kind)) await this.work(kind, ofKind);
      }
    } catch (error) {
      // The database is away: the next poll tries again, the rows are still there.
      this.log.warn('work rows wait', { error });
    }
  }

  private async work(kind: WorkKind, rows: WorkRow[]): Promise<void> {
    const handler = this.handlers.get(kind) as WorkHandler; // only kinds with a handler are taken
    try {
      await handler(rows);
      await this.repository.done(rows);
      this.metrics.workRowsDone(kind, rows.length);
    } catch (error) {
      if (isOutage(error)) throw error;
      if (rows.length > 1) {
        for (const row of rows) await this.work(kind, [row]);
        return;
      }
      this.log.error('work failed and is put off', { error, kind });
      for (const row of rows) await this.repository.putOff(row);
    }
  }
}

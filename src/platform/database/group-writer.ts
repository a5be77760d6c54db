// Requests that arrive while a write is under way are written together ("group commit"): one transaction, a few statements,
// each request with its own result. A lone request waits for nothing.
// Why so: docs/decisions/0007-group-writes-and-jobs.md
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '#platform/errors/failure.js';
import type { WriterMetrics } from '#platform/metrics/metrics.js';
import { DATABASE_PATIENCE_MS, GROUP_RETRY_MS } from '#platform/time/time-budget.js';
import { isDataError, isOutage } from './database-errors.js';

export interface GroupWriterOptions {
  /** Requests in one transaction at most. */
  groupSize?: number;
  /** Transactions under way at once. */
  parallel?: number;
  /** Requests waiting at most; half of it for any one merchant. */
  queueSize?: number;
  /** How long a request waits for a database that is away, in milliseconds; DATABASE_PATIENCE_MS unless told. */
  patienceMs?: number;
  /** Told of the queue and the groups: `metrics.writer('orders')`. */
  metrics?: WriterMetrics;
}

interface Waiting<Item, Result> {
  item: Item;
  merchant: string;
  deadline: number;
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/**
 * Collects items and hands them to `write` in groups. `write` must be idempotent: a group whose outcome is unknown (lost
 * connection) is written again, as a whole; one that fails on its data is halved until the row at fault fails alone.
 */
export class GroupWriter<Item, Result> {
  private readonly queue: Waiting<Item, Result>[] = [];
  private readonly perMerchant = new Map<string, number>();
  private readonly options: Required<Omit<GroupWriterOptions, 'metrics'>>;
  private readonly metrics: WriterMetrics | undefined;
  private underWay = 0;
  private scheduled = false;

  constructor(
    private readonly write: (items: Item[]) => Promise<Result[]>,
    { metrics, ...options }: GroupWriterOptions = {},
  ) {
    this.options = {
      groupSize: 256,
      parallel: 2,
      queueSize: 4096,
      patienceMs: DATABASE_PATIENCE_MS,
      ...options,
    };
    this.metrics = metrics;
    metrics?.watch(() => this.queue.length);
  }

  /**
   * Resolves when the item is durable.
   * @param merchant whose item it is: nobody may fill more than half of the queue.
   * @throws Failure SERVICE_UNAVAILABLE at once when the queue is full, or after the patience when the database stays away.
   */
  submit(item: Item, merchant: string): Promise<Result> {
    const waiting = this.perMerchant.get(merchant) ?? 0;
    if (this.queue.length >= this.options.queueSize || waiting >= this.options.queueSize / 2) {
      this.metrics?.refused();
      return Promise.reject(new Failure('QUEUE_FULL', undefined, undefined, { retryAfterSeconds: 1 }));
    }
    this.perMerchant.set(merchant, waiting + 1);
    return new Promise((resolve, reject) => {
      const deadline = performance.now() + this.options.patienceMs;
      this.queue.push({ item, merchant, deadline, resolve, reject });
      this.schedule();
    });
  }

  /** Everything that was submitted has its result. */
  async drained(): Promise<void> {
    while (this.queue.length > 0 || this.underWay > 0) await sleep(5);
  }

  /** What arrived in this turn of the event loop goes together; nothing waits for a timer. */
  private schedule(): void {
    if (this.scheduled || this.underWay >= this.options.parallel || this.queue.length === 0) return;
    this.scheduled = true;
    setImmediate(() => {
      this.scheduled = false;
      void this.writeNextGroup();
    });
  }

  private async writeNextGroup(): Promise<void> {
    if (this.underWay >= this.options.parallel || this.queue.length === 0) return;
    const group = this.queue.splice(0, this.options.groupSize);
    for (const { merchant } of group) this.leave(merchant);
    this.metrics?.formed(group.length);
    const formedAt = performance.now();
    this.underWay++;
    this.schedule();
    try {
      await this.writeGroup(group);
    } finally {
      this.metrics?.answered((performance.now() - formedAt) / 1000);
      this.underWay--;
      this.schedule();
    }
  }

  private async writeGroup(group: Waiting<Item, Result>[]): Promise<void> {
    let alive = group;
    while (alive.length > 0) {
      try {
        const results = await this.write(alive.map((waiting) => waiting.item));
        alive.forEach((waiting, index) => waiting.resolve(results[index] as Result));
        return;
      } catch (error) {
        if (isOutage(error)) {
          alive = giveUpOverdue(alive, error);
          if (alive.length > 0) await sleep(GROUP_RETRY_MS);
        } else if (isDataError(error) && alive.length > 1) {
          const middle = Math.ceil(alive.length / 2);
          await this.writeGroup(alive.slice(0, middle));
          alive = alive.slice(middle);
        } else {
          for (const waiting of alive) waiting.reject(error);
          return;
        }
      }
    }
  }

  private leave(merchant: string): void {
    const left = (this.perMerchant.get(merchant) ?? 1) - 1;
    if (left === 0) this.perMerchant.delete(merchant);
    else this.perMerchant.set(merchant, left);
  }
}

/** Those past their deadline get the error; the others are returned. */
function giveUpOverdue<Item, Result>(
  group: Waiting<Item, Result>[],
  error: unknown,
): Waiting<Item, Result>[] {
  const now = performance.now();
  for (const waiting of group) if (waiting.deadline <= now) waiting.reject(error);
  return group.filter((waiting) => waiting.deadline > now);
}

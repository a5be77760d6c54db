// Where a change says what it did, in its own transaction, for whoever wants to know: nothing is told that did not happen, and nothing that
// happened is not told. Merchants of whom nobody wants to know pay nothing.
// Why so: docs/decisions/0029-events-are-numbered-after-the-change.md
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Database, type Queryable, type Tx } from '#platform/database/database.js';
import { groupBy } from '#platform/database/grouping.js';
import { tenantKey, type Tenant } from '#platform/database/tenant.js';
import { Log } from '#platform/logging/log.js';
import { Clock } from '#platform/time/clock.js';
import { Poll } from '#platform/time/poll.js';
import { EVENTS_STOP_MS, FEED_POLL_MS, FEED_TRUST_MS } from '#platform/time/time-budget.js';
import { toKept, type Happening } from './happening.js';
import { OutboxRepository } from './outbox.repository.js';

@Injectable()
export class EventOutbox implements OnApplicationBootstrap, OnModuleDestroy {
  readonly poll = new Poll(
    () => this.look(),
    FEED_POLL_MS,
    (error) => this.log.warn('who has a feed cannot be read; each change asks', { error }),
  );
  private open = new Set<string>();
  /** Opened here since the last look began, which may not have seen them. */
  private opened = new Set<string>();
  /** By the monotonic clock; null: never. */
  private readAtMs: number | null = null;

  constructor(
    private readonly database: Database,
    private readonly repository: OutboxRepository,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.poll.start();
  }

  async onModuleDestroy(): Promise<void> {
    await this.poll.stop(EVENTS_STOP_MS);
  }

  /**
   * Says what happened, in the transaction that does it; the last step of the lock order. Also of many tenants at once: a row for each of
   * those that have a feed.
   */
  tell(tx: Tx, happenings: readonly Happening[]): void {
    const wanted = happenings.filter((happening) => this.mayBeOpen(happening));
    if (wanted.length === 0) return;
    const byTenant = [...groupBy(wanted, tenantKey).values()];
    this.repository.add(
      tx,
      byTenant.map((ofOne) => ({ tenant: ofOne[0] as Tenant, happenings: ofOne.map(toKept) })),
    );
  }

  /** The last number that this tenant's feed has given; null where there is no feed. */
  lastPosition(queryable: Queryable, tenant: Tenant): Promise<number | null> {
    return this.repository.lastPosition(queryable, tenant);
  }

  /** From now on what happens to this tenant is told: here at once, by other replicas within a second. Again does no harm. */
  async openFeed(tx: Tx, tenant: Tenant): Promise<void> {
    await this.repository.open(tx, tenant, this.clock.now());
    // If it is not committed, the statement knows better.
    this.open.add(tenantKey(tenant));
    this.opened.add(tenantKey(tenant));
  }

  /** False only for one that had no feed a moment ago. */
  private mayBeOpen(tenant: Tenant): boolean {
    const isKnown = this.readAtMs !== null && this.clock.monotonicMs() - this.readAtMs < FEED_TRUST_MS;
    return !isKnown || this.open.has(tenantKey(tenant));
  }

  private async look(): Promise<void> {
    const readAtMs = this.clock.monotonicMs();
    const openedBefore = this.opened;
    this.opened = new Set();
    const feeds = await this.repository.feeds(this.database.atOnce);
    this.open = new Set([...feeds.map(tenantKey), ...openedBefore, ...this.opened]);
    this.readAtMs = readAtMs;
  }
}

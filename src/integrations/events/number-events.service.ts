// Gives what happened its number and its body, after the commit of the change: one writer at a time for each merchant and mode, on all
// replicas together, so that whoever reads on from a number misses nothing, however late a change was committed.
// Why so: docs/decisions/0029-events-are-numbered-after-the-change.md
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ConversionsFacade } from '#conversions/recording/conversions.facade.js';
import { Config } from '#config.js';
import { serviceVersion } from '#platform/contract/version.js';
import { Database, type Tx } from '#platform/database/database.js';
import type { Tenant } from '#platform/database/tenant.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import type { KeptHappening } from '#platform/events/happening.js';
import { WaitingEvents } from '#platform/events/waiting-events.facade.js';
import { Log } from '#platform/logging/log.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { Clock } from '#platform/time/clock.js';
import { Poll } from '#platform/time/poll.js';
import { EVENTS_POLL_MS, EVENTS_STOP_MS } from '#platform/time/time-budget.js';
import { fromPublicId } from '#platform/values/ids.js';
import { eventBody } from './event-body.js';
import { EventsRepository, type StoredEvent } from './events.repository.js';

export type { StoredEvent } from './events.repository.js';

/**
 * Told of events in the transaction that gives them their numbers: what it writes is there with them, or not at all. @returns what to do once
 * that is committed; it must not throw.
 */
export type EventListener = (tx: Tx, tenant: Tenant, events: readonly StoredEvent[]) => Promise<() => void>;

/** Tenants that one look visits, and about how many events one transaction numbers. */
const TENANTS_AT_ONCE = 64;
const EVENTS_AT_ONCE = 500;
/** Tenants whose events are numbered at once: while one waits for the disk, others go on. Each takes a connection, of which calls keep most. */
const TENANTS_TOGETHER = 3;
const POOL_PART = 3;
/** Rows of the outbox that are read for these: each holds one event or many. */
const ROWS_AT_ONCE = 100;

@Injectable()
export class NumberEventsService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly poll = new Poll(
    () => this.look(),
    EVENTS_POLL_MS,
    (error) => this.log.warn('events wait for their numbers', { error }),
  );
  private readonly listeners: EventListener[] = [];
  private lastTenant: Tenant = { merchantId: LOWEST_UUID, mode: 'live' };
  private isStopped = false;

  constructor(
    private readonly database: Database,
    private readonly waiting: WaitingEvents,
    private readonly events: EventsRepository,
    private readonly conversions: ConversionsFacade,
    private readonly config: Config,
    private readonly log: Log,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {}

  /** Features say at start that they want to be told. */
  listen(listener: EventListener): void {
    this.listeners.push(listener);
  }

  onApplicationBootstrap(): void {
    this.metrics.watchEventLag(() => this.waiting.lagSeconds());
    this.poll.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    await this.poll.stop(EVENTS_STOP_MS);
  }

  private get together(): number {
    return Math.max(1, Math.min(TENANTS_TOGETHER, Math.floor(this.config.databasePool / POOL_PART)));
  }

  /** Numbers all that waits, in turns of tenants. What could not be done now is still there at the next look. */
  private async look(): Promise<void> {
    for (let isMore = true; isMore && !this.isStopped;) {
      const tenants = await this.waiting.tenants(this.lastTenant, TENANTS_AT_ONCE);
      isMore = false;
      for (let from = 0; from < tenants.length; from += this.together) {
        const together = tenants.slice(from, from + this.together);
        this.lastTenant = together.at(-1)!;
        isMore = (await allOf(together.map((tenant) => this.numberOf(tenant)))).includes(true) || isMore;
      }
    }
  }

  /** @returns whether more of this tenant may wait. */
  private async numberOf(tenant: Tenant): Promise<boolean> {
    if (this.isStopped) return false;
    let afterwards: (() => void)[] = [];
    const isMore = await this.database.transaction(async (tx) => {
      afterwards = [];
      const last = await this.waiting.hold(tx, tenant);
      if (last === null) return false; // another replica is at it
      const rows = await this.waiting.oldest(tx, tenant, ROWS_AT_ONCE);
      const taken = rows.slice(0, rowsOfAbout(rows, EVENTS_AT_ONCE));
      const events = await this.withBodies(
        tx,
        tenant,
        last,
        taken.flatMap(({ happenings }) => happenings),
      );
      await this.events.insert(tx, tenant, events, this.clock.now());
      for (const listener of this.listeners) afterwards.push(await listener(tx, tenant, events));
      this.waiting.done(tx, tenant, taken, last + events.length);
      return taken.length < rows.length || rows.length === ROWS_AT_ONCE;
    }, 0);
    for (const goOn of afterwards) goOn();
    return isMore;
  }

  private async withBodies(
    tx: Tx,
    tenant: Tenant,
    last: number,
    happenings: readonly KeptHappening[],
  ): Promise<StoredEvent[]> {
    const subjects = happenings.map(({ subjectId }) => subjectId);
    const sequences = await this.events.lastSequences(tx, tenant, subjects);
    const lookedUp = happenings.filter(({ data }) => data === null).map(({ subjectId }) => subjectId);
    const conversions = await this.conversions.tell(tx, tenant, lookedUp);
    return happenings.map((happening, index) => {
      const { id, event, subjectId, at } = happening;
      const sequence = (sequences.get(subjectId) ?? 0) + 1;
      sequences.set(subjectId, sequence);
      const data = happening.data ?? conversions.get(subjectId) ?? {};
      const body = eventBody(happening, { mode: tenant.mode, sequence, apiVersion: serviceVersion, data });
      const campaignId = campaignIn(data);
      const named = { id, event, subjectId, sequence, campaignId, happenedAt: new Date(at) };
      return { position: last + index + 1, ...named, body: JSON.stringify(body) };
    });
  }
}

/** Waits for all, also where one fails. @throws the first error */
async function allOf<T>(promises: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(promises);
  return Promise.all(promises);
}

/** The rows from the first on that hold so many events, or the first alone. */
function rowsOfAbout(rows: readonly { happenings: readonly unknown[] }[], most: number): number {
  let sum = 0;
  const beyond = rows.findIndex(({ happenings }) => (sum += happenings.length) > most);
  return beyond === -1 ? rows.length : Math.max(1, beyond);
}

function campaignIn(data: { campaignId?: unknown }): string | null {
  return typeof data.campaignId === 'string' ? fromPublicId('cmp', data.campaignId) : null;
}

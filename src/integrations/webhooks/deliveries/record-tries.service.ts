// Writes down how tries ended: of the deliveries, and of the endpoints' health. Those of one merchant and mode that end while others are being
// written are written together.
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { EndpointsFacade, type StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import type { Outcome } from '#integrations/webhooks/sending/sender.js';
import { Database, type Tx } from '#platform/database/database.js';
import { groupBy } from '#platform/database/grouping.js';
import { tenantKey, type Tenant } from '#platform/database/tenant.js';
import { EventOutbox } from '#platform/events/event-outbox.service.js';
import { Log } from '#platform/logging/log.js';
import { Clock } from '#platform/time/clock.js';
import { newId, toPublicId } from '#platform/values/ids.js';
import { DeliveriesRepository, type EndedTry } from './deliveries.repository.js';
import type { TakenDelivery } from './delivery.js';
import { afterTries, verdictOn } from './health.js';
import { pauseMs } from './schedule.js';

const GONE = 410;
/** Tries that end so soon one after the other are written together. */
const GATHERED_MS = 25;

interface Pile {
  tenant: Tenant;
  tries: EndedTry[];
  /** The write that will have these, once the one before has ended; null: there is none yet. */
  gathering: Promise<void> | null;
  writing: Promise<void>;
}

@Injectable()
export class RecordTriesService {
  private readonly piles = new Map<string, Pile>();
  /** Endpoints that did badly when this process last saw them: one that does well has nothing to be written of it. */
  private readonly failing = new Set<string>();

  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveriesRepository,
    private readonly endpoints: EndpointsFacade,
    private readonly outbox: EventOutbox,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes note of it. What cannot be written is tried again when the lease is over: an event may come twice, but is not lost.
   * @returns when it is written, or was given up; never rejects
   */
  record(delivery: TakenDelivery, endpoint: StoredEndpoint, outcome: Outcome): Promise<void> {
    const { merchantId, mode } = delivery;
    const key = tenantKey(delivery);
    let pile = this.piles.get(key);
    if (!pile) {
      pile = { tenant: { merchantId, mode }, tries: [], gathering: null, writing: Promise.resolve() };
      this.piles.set(key, pile);
    }
    pile.tries.push(toEndedTry(delivery, outcome));
    if (endpoint.failures > 0) this.failing.add(endpoint.id);
    return (pile.gathering ??= this.write(key, pile));
  }

  /** Everything that was noted is written, or was given up. For the end: while more comes, it takes as long. */
  async written(): Promise<void> {
    while (this.piles.size > 0)
      await Promise.all([...this.piles.values()].map(({ gathering, writing }) => gathering ?? writing));
  }

  /** Gathers until the write before has ended, then writes all of it together. */
  private async write(key: string, pile: Pile): Promise<void> {
    await sleep(GATHERED_MS);
    await pile.writing;
    pile.writing = pile.gathering as Promise<void>;
    pile.gathering = null;
    const tries = pile.tries.splice(0);
    try {
      // After a crash of PostgreSQL the last of them may be missing: these deliveries are made again.
      await this.database.transaction((tx) => this.writeIn(tx, pile.tenant, tries), undefined, 'soon');
    } catch (error) {
      this.log.warn('tries to deliver were not written down, and are made again', {
        error,
        count: tries.length,
      });
    }
    if (pile.gathering === null) this.piles.delete(key);
  }

  private async writeIn(tx: Tx, tenant: Tenant, tries: readonly EndedTry[]): Promise<void> {
    const ofEvents = tries.filter(({ delivery }) => delivery.kind === 'EVENT');
    const byEndpoint = groupBy(ofEvents, ({ delivery }) => delivery.endpointId);
    // Sorted, as every transaction locks them.
    for (const endpointId of [...byEndpoint.keys()].sort())
      await this.noteHealth(tx, tenant, endpointId, byEndpoint.get(endpointId)!);
    this.deliveries.end(tx, tenant, tries);
  }

  private async noteHealth(
    tx: Tx,
    tenant: Tenant,
    endpointId: string,
    tries: readonly EndedTry[],
  ): Promise<void> {
    if (!this.failing.has(endpointId) && tries.every(({ state }) => state === 'DELIVERED')) return;
    const endpoint = await this.endpoints.lock(tx, { ...tenant, id: endpointId });
    const isWell = endpoint?.failures === 0 && tries.every(({ state }) => state === 'DELIVERED');
    if (!endpoint || isWell) return void this.failing.delete(endpointId); // deleted a moment ago, or well again by another's success
    const now = this.clock.now();
    const inTime = tries.toSorted((one, other) => one.startedAt.getTime() - other.startedAt.getTime());
    const health = afterTries(
      endpoint,
      inTime.map(({ state, startedAt }) => ({ at: startedAt, isDelivered: state === 'DELIVERED' })),
    );
    const isGone = tries.some(({ status }) => status === GONE);
    const verdict = isGone ? 'DISABLE' : verdictOn(health, now);
    const isDisabledNow = endpoint.status === 'ACTIVE' && verdict === 'DISABLE';
    const state = isDisabledNow
      ? { status: 'DISABLED' as const, statusReason: isGone ? ('GONE' as const) : ('FAILING' as const) }
      : { status: endpoint.status, statusReason: endpoint.statusReason };
    const warnedAt = verdict === 'WARN' ? now : health.warnedAt;
    await this.endpoints.writeHealth(tx, { ...tenant, id: endpointId }, { ...health, warnedAt, ...state });
    if (health.failures > 0) this.failing.add(endpointId);
    else this.failing.delete(endpointId);
    const after = { ...endpoint, ...health, ...state };
    if (verdict === 'WARN') this.tell(tx, tenant, 'endpoint.failing', after, now);
    if (isDisabledNow) this.tell(tx, tenant, 'endpoint.disabled', after, now);
  }

  private tell(
    tx: Tx,
    { merchantId, mode }: Tenant,
    event: 'endpoint.failing' | 'endpoint.disabled',
    endpoint: StoredEndpoint,
    at: Date,
  ): void {
    const data = () => ({
      endpointId: toPublicId('whe', endpoint.id),
      name: endpoint.name,
      url: endpoint.url,
      status: endpoint.status,
      statusReason: endpoint.statusReason,
      failures: endpoint.failures,
      failingSince: endpoint.failingSince?.toISOString() ?? null,
    });
    const happening = { id: newId(), event, subjectId: endpoint.id, at, details: {}, data };
    this.outbox.tell(tx, [{ merchantId, mode, ...happening }]);
  }
}

function toEndedTry(delivery: TakenDelivery, outcome: Outcome): EndedTry {
  const { failure, status, retryAfterSeconds } = outcome;
  const isOnce = delivery.kind !== 'EVENT';
  const waitMs =
    failure === null || isOnce
      ? null
      : pauseMs({ attempts: delivery.attempts + 1, failure, status, retryAfterSeconds }, Math.random());
  const state = failure === null ? 'DELIVERED' : waitMs === null ? 'FAILED' : 'WAITING';
  const { startedAt, durationMs, headers, body, isCut } = outcome;
  return { delivery, state, waitMs, startedAt, durationMs, status, headers, body, isCut, failure };
}

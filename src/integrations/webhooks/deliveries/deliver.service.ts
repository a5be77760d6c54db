// Finds what is due, and has it sent: taken under a lease. At least once: what a process dies with is sent again when its lease is over.
// Why so: docs/decisions/0031-deliveries.md
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EndpointsFacade, type StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import { Database } from '#platform/database/database.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import { Log } from '#platform/logging/log.js';
import { Poll } from '#platform/time/poll.js';
import { DELIVERY_LEASE_MS, DELIVERY_POLL_MS, DELIVERY_STOP_MS } from '#platform/time/time-budget.js';
import { DeliveriesRepository } from './deliveries.repository.js';
import { endpointKey, type EndpointKey, type TakenDelivery } from './delivery.js';
import { SendService } from './send.service.js';
import type { Waker } from './waker.js';
import { WaitingDeliveriesRepository } from './waiting-deliveries.repository.js';
import { sorted } from './wanted.js';

const ENDPOINTS_AT_ONCE = 256;
/** What is not reached by then is by the next look, which begins where this one ended. */
const LOOKS_AROUND = 16;

@Injectable()
export class DeliverService implements Waker, OnApplicationBootstrap, OnModuleDestroy {
  readonly poll = new Poll(
    () => this.look(),
    DELIVERY_POLL_MS,
    (error) => this.log.warn('deliveries wait', { error }),
  );
  private lastEndpoint: EndpointKey = { merchantId: LOWEST_UUID, mode: 'live', endpointId: LOWEST_UUID };
  /** Endpoints for which more is due than was taken. */
  private readonly withMore = new Set<string>();
  /** Endpoints whose secrets do not open: told of once. */
  private readonly unsignable = new Set<string>();
  private isWanted = false;
  private isStopped = false;

  constructor(
    private readonly database: Database,
    private readonly waiting: WaitingDeliveriesRepository,
    private readonly deliveries: DeliveriesRepository,
    private readonly endpoints: EndpointsFacade,
    private readonly sending: SendService,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.sending.onLow((endpoint) => void this.refill(endpoint));
    this.poll.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    const left = this.sending.stop();
    await this.poll.stop(DELIVERY_STOP_MS, async () => {
      for (const ofEndpoint of left) await this.giveBack(ofEndpoint);
      await this.sending.settled();
    });
    this.sending.close();
  }

  /** Looks soon: there is something new, or room for more. Never throws, never waits. */
  wake(): void {
    this.isWanted = true;
    void this.poll.tick();
  }

  /** Has these sent that were written as taken in the transaction that has just ended. Never throws, never waits. */
  handOver(
    endpoint: StoredEndpoint,
    deliveries: (TakenDelivery & { body: string })[],
    untilMs: number,
  ): void {
    try {
      if (!this.isStopped) this.sending.add(endpoint, deliveries, untilMs);
      else void this.giveBack(deliveries).catch(() => undefined); // due when their lease is over, at the latest
      this.unsignable.delete(endpoint.id);
    } catch (error) {
      // They are due again when their lease is over, and nobody else waits for it.
      if (!this.unsignable.has(endpoint.id)) this.log.warn('an endpoint has no secret that opens', { error });
      this.unsignable.add(endpoint.id);
    }
  }

  private async look(): Promise<void> {
    do {
      this.isWanted = false;
      await this.lookAround();
    } while (this.isWanted && !this.isStopped);
  }

  /** Once past all for whom something waits: those that fail, or are paused, stand in nobody's way. */
  private async lookAround(): Promise<void> {
    for (let looks = 0, isMore = true; isMore && looks < LOOKS_AROUND && !this.isStopped; looks++) {
      const look = await this.waiting.dueEndpoints(
        this.database.atOnce,
        this.lastEndpoint,
        ENDPOINTS_AT_ONCE,
      );
      isMore = look.isMore;
      for (const due of look.due) {
        if (this.sending.isFull) return; // the next look begins behind who was served last
        await this.take(due);
        this.lastEndpoint = due;
      }
      this.lastEndpoint = look.last ?? this.lastEndpoint;
    }
  }

  /** It has little left to do, and there is more: nobody need look around for that. */
  private async refill(endpoint: StoredEndpoint): Promise<void> {
    const due = { ...endpoint, endpointId: endpoint.id };
    // Until it is known again: of those that end meanwhile only the first asks.
    if (!this.withMore.delete(endpointKey(due)) || this.sending.isCrowded) return;
    try {
      await this.take(due);
    } catch {
      // The next look around finds it, and says what is wrong.
    }
  }

  private async take(due: EndpointKey): Promise<void> {
    const room = this.sending.roomFor(due);
    if (room === 0 || this.isStopped) return;
    const endpoint = await this.endpoints.find(this.database.atOnce, { ...due, id: due.endpointId });
    if (endpoint?.status !== 'ACTIVE') return;
    const { until } = this.sending;
    const isOrdered = endpoint.ordering === 'PER_SUBJECT';
    const taken = await this.deliveries.take(
      this.database.atOnce,
      { ...due, isOrdered },
      room,
      DELIVERY_LEASE_MS,
    );
    if (taken.length === room) this.withMore.add(endpointKey(due));
    const { sendable, unwantedIds } = sorted(endpoint, taken);
    await this.deliveries.skip(this.database.atOnce, due, unwantedIds);
    this.handOver(endpoint, sendable, until);
  }

  private async giveBack(deliveries: readonly TakenDelivery[]): Promise<void> {
    const [first] = deliveries;
    const ids = deliveries.map(({ id }) => id);
    if (first) await this.deliveries.giveBack(this.database.atOnce, first, ids);
  }
}

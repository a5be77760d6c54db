// Sends what is due: taken under a lease, a few at a time of each endpoint, endpoints in turns, so that one that hangs delays nobody else. At
// least once: what a process dies with is sent again when its lease is over.
// Why so: docs/decisions/0031-deliveries.md
import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { EndpointsFacade, type StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import { Sender, WEBHOOK_LIMITS } from '#integrations/webhooks/sending/sender.js';
import { signatureHeaders } from '#integrations/webhooks/sending/signature.js';
import { Config } from '#config.js';
import { Database } from '#platform/database/database.js';
import { LOWEST_UUID } from '#platform/database/uuid.js';
import { Log } from '#platform/logging/log.js';
import { Clock } from '#platform/time/clock.js';
import { Poll } from '#platform/time/poll.js';
import {
  DELIVERY_KEPT_MS,
  DELIVERY_LEASE_MS,
  DELIVERY_POLL_MS,
  DELIVERY_STOP_MS,
} from '#platform/time/time-budget.js';
import { toPublicId } from '#platform/values/ids.js';
import { DeliveriesRepository, type DueEndpoint } from './deliveries.repository.js';
import { endpointKey, type EndpointKey, type TakenDelivery } from './delivery.js';
import { Lane, type Item } from './lane.js';
import { RecordTriesService } from './record-tries.service.js';
import { bodyFor } from './thin-body.js';
import { isWanted } from './wanted.js';

const ENDPOINTS_AT_ONCE = 256;
/** What is not reached by then is by the next look, which begins where this one ended. */
const LOOKS_AROUND = 16;
/** Tries of this process under way at once. */
const SENDS_AT_ONCE = 64;
/** Somebody waits for the answer, and for no longer than for any other. */
const BY_HAND_LIMITS = { connectMs: 3_000, totalMs: 5_000 };

@Injectable()
export class DeliverService implements OnApplicationBootstrap, OnModuleDestroy {
  readonly poll = new Poll(() => this.look(), DELIVERY_POLL_MS);
  /** In turns: whoever was served goes to the end. */
  private readonly lanes = new Map<string, Lane>();
  private lastEndpoint: EndpointKey = { merchantId: LOWEST_UUID, mode: 'live', endpointId: LOWEST_UUID };
  /** Tries, and the steps around them. */
  private readonly underWay = new Set<Promise<void>>();
  private sends = 0;
  private isWanted = false;
  private isStopped = false;
  private isAway = false;

  constructor(
    private readonly database: Database,
    private readonly deliveries: DeliveriesRepository,
    private readonly endpoints: EndpointsFacade,
    private readonly tries: RecordTriesService,
    private readonly sender: Sender,
    private readonly config: Config,
    private readonly log: Log,
    private readonly clock: Clock,
  ) {}

  onApplicationBootstrap(): void {
    this.poll.start();
  }

  async onModuleDestroy(): Promise<void> {
    this.isStopped = true;
    const left = [...this.lanes.values()].map((lane) => lane.drain().map(({ delivery }) => delivery));
    await this.poll.stop(DELIVERY_STOP_MS, async () => {
      for (const ofEndpoint of left)
        if (ofEndpoint[0])
          await this.deliveries.giveBack(
            this.database.atOnce,
            ofEndpoint[0],
            ofEndpoint.map(({ id }) => id),
          );
      await this.settled();
    });
    this.sender.close();
  }

  /** Looks soon: there is something new, or room for more. Never throws, never waits. */
  wake(): void {
    this.isWanted = true;
    void this.poll.tick();
  }

  /** Sends one at once, beside all others, for somebody who waits. */
  sendNow(delivery: Item['delivery'], endpoint: StoredEndpoint): Promise<void> {
    const secrets = this.endpoints.openSecrets(endpoint, this.clock.now());
    return this.tryOnce({ delivery, endpoint, secrets }, BY_HAND_LIMITS);
  }

  /** Everything that was taken was tried, and is written down. For tests and for the end. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
    await this.tries.written();
  }

  private async look(): Promise<void> {
    try {
      do {
        this.isWanted = false;
        await this.lookAround();
      } while (this.isWanted && !this.isStopped);
      this.isAway = false;
    } catch (error) {
      if (!this.isAway) this.log.warn('deliveries wait', { error });
      this.isAway = true;
    }
  }

  /** Once past all for whom something waits: those that fail, or are paused, stand in nobody's way. */
  private async lookAround(): Promise<void> {
    for (let looks = 0, isMore = true; isMore && looks < LOOKS_AROUND && !this.isStopped; looks++) {
      const look = await this.deliveries.dueEndpoints(
        this.database.atOnce,
        this.lastEndpoint,
        ENDPOINTS_AT_ONCE,
      );
      this.lastEndpoint = look.last ?? this.lastEndpoint;
      isMore = look.isMore;
      for (const endpoint of look.due) await this.take(endpoint);
    }
  }

  private async take(due: DueEndpoint): Promise<void> {
    const key = endpointKey(due);
    const lane = this.lanes.get(key) ?? new Lane();
    if (lane.room === 0 || this.isStopped) return;
    const endpoint = await this.endpoints.find(this.database.atOnce, { ...due, id: due.endpointId });
    if (endpoint?.status !== 'ACTIVE') return;
    const untilMs = this.clock.monotonicMs() + DELIVERY_KEPT_MS;
    const taken = await this.deliveries.take(this.database.atOnce, due, lane.room, DELIVERY_LEASE_MS);
    const [sendable, others] = sorted(taken, endpoint);
    if (others.length > 0) await this.deliveries.skip(this.database.atOnce, due, others);
    const secrets = this.endpoints.openSecrets(endpoint, this.clock.now());
    lane.add(sendable.map((delivery) => ({ delivery, endpoint, secrets, untilMs })));
    this.lanes.set(key, lane);
    this.pump();
  }

  /** Begins as many tries as may be under way, one of each endpoint after the other. */
  private pump(): void {
    for (let isMore = true; isMore;) {
      isMore = false;
      for (const [key, lane] of this.lanes) {
        if (this.sends >= SENDS_AT_ONCE || this.isStopped) return;
        const item = lane.next();
        if (!item) continue;
        isMore = true;
        this.sends++;
        const sending = this.send(key, lane, item).finally(() => this.underWay.delete(sending));
        this.underWay.add(sending);
      }
    }
  }

  private async send(key: string, lane: Lane, item: Item): Promise<void> {
    const beganMs = this.clock.monotonicMs();
    // What waited for longer may be another's by now.
    if (beganMs < item.untilMs) await this.tryOnce(item);
    this.sends--;
    lane.ended(this.clock.monotonicMs() - beganMs);
    this.lanes.delete(key);
    if (!lane.isEmpty) this.lanes.set(key, lane);
    if (lane.isLow) this.wake();
    this.pump();
  }

  private async tryOnce(
    { delivery, endpoint, secrets }: Omit<Item, 'untilMs'>,
    limits = WEBHOOK_LIMITS,
  ): Promise<void> {
    const body = bodyFor(endpoint, delivery.body, this.config);
    const id = toPublicId('evt', delivery.eventId);
    const headers = signatureHeaders({ id, body, at: this.clock.now(), secrets });
    this.tries.record(delivery, await this.sender.send({ url: endpoint.url, body, headers }, limits));
  }
}

/** Those that can be sent, and the ids of those that need not be: the endpoint does not want them any more, or there is nothing to send. */
function sorted(
  taken: readonly TakenDelivery[],
  endpoint: StoredEndpoint,
): [(TakenDelivery & { body: string })[], string[]] {
  const sendable: (TakenDelivery & { body: string })[] = [];
  const others: string[] = [];
  for (const delivery of taken) {
    const { body } = delivery;
    if (body !== null && (delivery.kind !== 'EVENT' || isWanted(endpoint, delivery)))
      sendable.push({ ...delivery, body });
    else others.push(delivery.id);
  }
  return [sendable, others];
}

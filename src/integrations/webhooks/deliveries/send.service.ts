// Sends what it is given: a few at a time of each endpoint, endpoints in turns, so that one that hangs delays nobody else, and what is late
// behind what is not.
// Why so: docs/decisions/0031-deliveries.md
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { EndpointsFacade, type StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import { Sender, WEBHOOK_LIMITS, type Outcome } from '#integrations/webhooks/sending/sender.js';
import { signatureHeaders } from '#integrations/webhooks/sending/signature.js';
import { Config } from '#config.js';
import { Metrics } from '#platform/metrics/metrics.js';
import { Clock } from '#platform/time/clock.js';
import { DELIVERY_KEPT_MS, DELIVERY_TRUST_MS } from '#platform/time/time-budget.js';
import { toPublicId } from '#platform/values/ids.js';
import { CatchUpPace } from './catch-up-pace.js';
import { endpointKey, type EndpointKey, type TakenDelivery } from './delivery.js';
import { Lane, type Item } from './lane.js';
import { LookAgainService } from './look-again.service.js';
import { RecordTriesService } from './record-tries.service.js';
import { bodyFor } from './thin-body.js';

/** Tries of this process under way at once. */
const SENDS_AT_ONCE = 64;
/** Deliveries in memory, of all endpoints: what is behind waits in its table. */
const HELD_AT_ONCE = 4_000;
/** Of these what was taken: there is always room for what happens just now. */
const TAKEN_AT_ONCE = 3_000;
/** What happened so long ago is late, and what is sent again anyway: it makes way for calls, and for what happened just now. */
const LATE_MS = 10_000;
/** Somebody waits for the answer, and for no longer than for any other. */
const BY_HAND_LIMITS = { connectMs: 3_000, totalMs: 5_000 };

/** Told that an endpoint could be given more. */
type WhenLow = (endpoint: StoredEndpoint) => void;

@Injectable()
export class SendService {
  /** In turns: whoever was served goes to the end. */
  private readonly lanes = new Map<string, Lane>();
  /** Tries, and the steps around them. */
  private readonly underWay = new Set<Promise<void>>();
  private readonly pace: CatchUpPace;
  private sends = 0;
  private held = 0;
  private isStopped = false;
  private isClosed = false;
  private whenLow: WhenLow = () => undefined;
  private pausing: NodeJS.Timeout | null = null;

  constructor(
    private readonly endpoints: EndpointsFacade,
    private readonly tries: RecordTriesService,
    private readonly again: LookAgainService,
    private readonly sender: Sender,
    private readonly config: Config,
    private readonly metrics: Metrics,
    private readonly clock: Clock,
  ) {
    this.pace = new CatchUpPace(clock, () => metrics.calls);
    metrics.webhooks.watchUnderWay(() => this.sends);
  }

  /** Once: who has more. */
  onLow(tell: WhenLow): void {
    this.whenLow = tell;
  }

  /** How many more deliveries of this endpoint may be taken. */
  roomFor(endpoint: EndpointKey): number {
    return this.room((lane) => lane.room, endpoint, TAKEN_AT_ONCE);
  }

  /** Nothing may be taken, whoever's it is. */
  get isFull(): boolean {
    return this.held >= TAKEN_AT_ONCE;
  }

  /** Places are rare: who has more has to wait for his turn. */
  get isCrowded(): boolean {
    return this.held >= TAKEN_AT_ONCE / 2;
  }

  /** How many may be handed over that happen to it right now. */
  roomForNew(endpoint: EndpointKey): number {
    return this.room((lane) => lane.roomForNew, endpoint, HELD_AT_ONCE);
  }

  /** The time by the monotonic clock until which what is taken now may be begun. */
  get until(): number {
    return this.clock.monotonicMs() + DELIVERY_KEPT_MS;
  }

  /** Sends these when it is their turn. They are this process' own until then. */
  add(endpoint: StoredEndpoint, deliveries: readonly (TakenDelivery & { body: string })[], untilMs: number) {
    if (deliveries.length === 0) return;
    const now = this.clock.now();
    const secrets = this.endpoints.openSecrets(endpoint, now);
    const key = endpointKey({ ...endpoint, endpointId: endpoint.id });
    const lane = this.lanes.get(key) ?? new Lane();
    const isOld = ({ kind, createdAt }: TakenDelivery) =>
      kind === 'RESEND' || now.getTime() - createdAt.getTime() > LATE_MS;
    const known = { endpoint, secrets, untilMs, knownMs: untilMs - DELIVERY_KEPT_MS };
    lane.add(deliveries.map((delivery) => ({ delivery, ...known, isOld: isOld(delivery) })));
    this.held += deliveries.length;
    this.lanes.set(key, lane);
    this.pump();
  }

  /** Sends one at once, beside all others, for somebody who waits; it is written down then. */
  async sendNow(delivery: Item['delivery'], endpoint: StoredEndpoint): Promise<void> {
    const secrets = this.endpoints.openSecrets(endpoint, this.clock.now());
    const outcome = await this.tryOnce({ delivery, endpoint, secrets }, BY_HAND_LIMITS);
    await this.tries.record(delivery, endpoint, outcome);
  }

  /** Begins nothing more. @returns what was taken and not begun, by endpoint */
  stop(): TakenDelivery[][] {
    this.isStopped = true;
    if (this.pausing) clearTimeout(this.pausing);
    return [...this.lanes.values()].map((lane) => lane.drain().map(({ delivery }) => delivery));
  }

  /** Everything that was taken was tried, and is written down. For tests and for the end. */
  async settled(): Promise<void> {
    while (this.underWay.size > 0) await Promise.all(this.underWay);
    await this.tries.written();
  }

  /** Cuts off what is under way. */
  close(): void {
    this.isClosed = true;
    this.sender.close();
  }

  private room(of: (lane: Lane) => number, endpoint: EndpointKey, most: number): number {
    if (this.isStopped) return 0;
    return Math.max(0, Math.min(of(this.lanes.get(endpointKey(endpoint)) ?? new Lane()), most - this.held));
  }

  /** Begins as many tries as may be under way, one of each endpoint after the other. */
  private pump(): void {
    let isSomeoneEarly = false;
    const maySendOld = () => {
      const mayGo = this.pace.mayGo();
      isSomeoneEarly ||= !mayGo;
      return mayGo;
    };
    for (let isMore = true; isMore;) {
      isMore = false;
      for (const [key, lane] of this.lanes) {
        if (this.sends >= SENDS_AT_ONCE || this.isStopped) return;
        if (lane.isUncertain(this.clock.monotonicMs() - DELIVERY_TRUST_MS))
          this.track(this.refresh(key, lane));
        const item = lane.next(maySendOld);
        if (!item) continue;
        isMore = true;
        this.held--;
        // What waited for longer may be another's by now.
        if (this.clock.monotonicMs() >= item.untilMs) {
          lane.dropped();
          if (lane.isDone) this.lanes.delete(key);
          continue;
        }
        this.sends++;
        this.track(this.send(key, lane, item));
      }
    }
    if (isSomeoneEarly) this.pumpLater();
  }

  private pumpLater(): void {
    this.pausing ??= setTimeout(() => {
      this.pausing = null;
      this.pump();
    }, this.pace.pauseMs).unref();
  }

  private track(step: Promise<void>): void {
    const tracked = step.finally(() => this.underWay.delete(tracked));
    this.underWay.add(tracked);
  }

  /** What has waited is looked at again. Where that cannot be, it waits on: until it is too late, it is this process' own. */
  private async refresh(key: string, lane: Lane): Promise<void> {
    const looked = lane.lookAgain();
    const still = await this.again.stillSendable(looked).catch(() => sleep(DELIVERY_TRUST_MS, null));
    this.held -= lane.looked(looked, still);
    if (lane.isDone) this.lanes.delete(key);
    this.pump();
  }

  private async send(key: string, lane: Lane, item: Item): Promise<void> {
    const beganMs = this.clock.monotonicMs();
    const outcome = await this.tryOnce(item);
    // One that this process has cut off itself says nothing of the endpoint: it is due again when its lease is over.
    if (outcome.failure === null || !this.isClosed)
      void this.tries.record(item.delivery, item.endpoint, outcome);
    this.sends--;
    lane.ended(this.clock.monotonicMs() - beganMs);
    this.lanes.delete(key);
    if (!lane.isDone) this.lanes.set(key, lane);
    if (lane.isLow) this.whenLow(item.endpoint);
    this.pump();
  }

  private async tryOnce(
    { delivery, endpoint, secrets }: Pick<Item, 'delivery' | 'endpoint' | 'secrets'>,
    limits = WEBHOOK_LIMITS,
  ): Promise<Outcome> {
    const body = bodyFor(endpoint, delivery.body, this.config);
    const id = toPublicId('evt', delivery.eventId);
    const headers = signatureHeaders({ id, body, at: this.clock.now(), secrets });
    const outcome = await this.sender.send({ url: endpoint.url, body, headers }, limits);
    this.metrics.webhooks.tried(outcome.failure, outcome.durationMs / 1000);
    return outcome;
  }
}

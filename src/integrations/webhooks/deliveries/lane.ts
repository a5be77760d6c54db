// What one process has to do with one endpoint right now: deliveries that it has taken, tries under way, and how quick the endpoint was of
// late. Pure.
import type { StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import type { TakenDelivery } from './delivery.js';

/** Tries under way at once, and deliveries taken beyond these. */
const AT_ONCE = 4;
const TAKEN_BEYOND = 60;
/** Of what happened a moment ago, and came without being looked for. */
const HANDED_OVER = 256;
/** While new ones come without end, every so many-th is an old one. */
const OLD_EVERY = 4;
/** An endpoint is slow whose 95th percentile is above: it gets one at a time. */
const SLOW_MS = 5_000;
const REMEMBERED = 20;

/** A delivery with what it takes to send it. */
export interface Item {
  delivery: TakenDelivery & { body: string };
  endpoint: StoredEndpoint;
  /** In the order in which they sign. */
  secrets: readonly string[];
  /** By the monotonic clock: behind this another replica may have it. */
  untilMs: number;
  /** By the same: when the endpoint, and that this is to be sent, were last read. */
  knownMs: number;
  /** It is late already: it may wait for what is not. */
  isOld: boolean;
}

export class Lane {
  private readonly young: Item[] = [];
  private readonly old: Item[] = [];
  private readonly durationsMs: number[] = [];
  private underWay = 0;
  private turn = 0;
  private isLooking = false;

  /** What waits here. */
  get length(): number {
    return this.young.length + this.old.length;
  }

  get isEmpty(): boolean {
    return this.length === 0 && this.underWay === 0;
  }

  /** Nothing of it need be remembered. */
  get isDone(): boolean {
    return this.isEmpty && !this.isLooking && !this.isSlow;
  }

  /** How many more deliveries may be taken. */
  get room(): number {
    const most = this.isSlow ? 1 : AT_ONCE + TAKEN_BEYOND;
    return Math.max(0, most - this.length - this.underWay);
  }

  /** How many may be handed over that happened a moment ago. */
  get roomForNew(): number {
    return this.isSlow ? 0 : Math.max(0, HANDED_OVER - this.young.length);
  }

  /** Whether so little is left that more should be taken before it is done. */
  get isLow(): boolean {
    return this.length < AT_ONCE;
  }

  add(items: readonly Item[]): void {
    for (const item of items) (item.isOld ? this.old : this.young).push(item);
  }

  /** What is known of what comes next was read before this moment, by the monotonic clock. */
  isUncertain(beforeMs: number): boolean {
    return this.mayBegin && [this.young[0], this.old[0]].some((item) => item && item.knownMs < beforeMs);
  }

  /** Nothing leaves from now on, until `looked`. @returns what waits */
  lookAgain(): readonly Item[] {
    this.isLooking = true;
    return [...this.young, ...this.old];
  }

  /**
   * What was looked at is replaced by what of it may still be sent; what came meanwhile stays.
   * @param items null: it could not be said of which
   * @returns how many were taken away
   */
  looked(looked: readonly Item[], items: readonly Item[] | null): number {
    this.isLooking = false;
    if (items === null) return 0;
    const were = new Set(looked);
    const still = new Map(items.map((item) => [item.delivery.id, item]));
    const before = this.length;
    for (const waiting of [this.young, this.old]) {
      const stay = waiting.flatMap((item) => (were.has(item) ? (still.get(item.delivery.id) ?? []) : item));
      waiting.splice(0, waiting.length, ...stay);
    }
    return before - this.length;
  }

  /** The next to be sent, if one more may be under way. It is, until `ended`. @param maySendOld told of one that is late */
  next(maySendOld: () => boolean = () => true): Item | null {
    if (!this.mayBegin) return null;
    const isOldsTurn = this.young.length === 0 || this.turn % OLD_EVERY === OLD_EVERY - 1;
    const item = (isOldsTurn && this.old.length > 0 && maySendOld() ? this.old : this.young).shift();
    if (!item) return null;
    this.turn++;
    this.underWay++;
    return item;
  }

  /** It was not begun, for it is too late: that says nothing of the endpoint. */
  dropped(): void {
    this.underWay--;
  }

  ended(durationMs: number): void {
    this.underWay--;
    this.durationsMs.push(durationMs);
    if (this.durationsMs.length > REMEMBERED) this.durationsMs.shift();
  }

  /** All that was taken and not begun. */
  drain(): Item[] {
    return [...this.young.splice(0), ...this.old.splice(0)];
  }

  private get mayBegin(): boolean {
    return !this.isLooking && this.underWay < (this.isSlow ? 1 : AT_ONCE);
  }

  /** Which is remembered for as long as the lane is. */
  private get isSlow(): boolean {
    const { length } = this.durationsMs;
    if (length === 0) return false;
    const sorted = this.durationsMs.toSorted((one, other) => one - other);
    return (sorted[Math.ceil(length * 0.95) - 1] as number) > SLOW_MS;
  }
}

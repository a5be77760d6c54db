// What one process has to do with one endpoint right now: deliveries that it has taken, tries under way, and how quick the endpoint was of
// late. Pure.
import type { StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import type { TakenDelivery } from './delivery.js';

/** Tries under way at once, and deliveries taken beyond these. */
const AT_ONCE = 4;
const TAKEN_BEYOND = 28;
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
}

export class Lane {
  private readonly queue: Item[] = [];
  private readonly durationsMs: number[] = [];
  private underWay = 0;

  get isEmpty(): boolean {
    return this.queue.length === 0 && this.underWay === 0;
  }

  /** How many more deliveries may be taken. */
  get room(): number {
    const most = this.isSlow ? 1 : AT_ONCE + TAKEN_BEYOND;
    return Math.max(0, most - this.queue.length - this.underWay);
  }

  /** Whether so little is left that more should be taken before it is done. */
  get isLow(): boolean {
    return this.queue.length < AT_ONCE;
  }

  add(items: readonly Item[]): void {
    this.queue.push(...items);
  }

  /** The next to be sent, if one more may be under way. It is, until `ended`. */
  next(): Item | null {
    if (this.underWay >= (this.isSlow ? 1 : AT_ONCE)) return null;
    const item = this.queue.shift();
    if (!item) return null;
    this.underWay++;
    return item;
  }

  ended(durationMs: number): void {
    this.underWay--;
    this.durationsMs.push(durationMs);
    if (this.durationsMs.length > REMEMBERED) this.durationsMs.shift();
  }

  /** All that was taken and not begun. */
  drain(): Item[] {
    return this.queue.splice(0);
  }

  private get isSlow(): boolean {
    const { length } = this.durationsMs;
    if (length === 0) return false;
    const sorted = this.durationsMs.toSorted((one, other) => one - other);
    return (sorted[Math.ceil(length * 0.95) - 1] as number) > SLOW_MS;
  }
}

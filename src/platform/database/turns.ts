// Who asks for much at once takes turns with himself and with the others: nobody's hundred calls stand before another's one.
import { Failure } from '#platform/errors/failure.js';

export interface Places {
  /** Taken at once by everybody together; no bound unless told. */
  all?: number;
  /** Taken at once by one holder. */
  each: number;
  /** Who may wait, everybody together, half of them of one holder; more are refused at once. No bound unless told. */
  waiting?: number;
}

/** Of so many connections: what merchants' calls may hold together, and one merchant's. The writers of orders and clicks have the others. */
export function placesOf(connections: number): { all: number; each: number } {
  const all = Math.max(1, Math.floor(connections / 2));
  return { all, each: Math.ceil(all / 2) };
}

/** A place that is given back goes to the next holder round the circle who may have one, and of his to who came first. */
export class Turns {
  private readonly places: Required<Places>;
  private readonly taken = new Map<string, number>();
  /** Of each holder who waits; whose turn is next stands first. */
  private readonly lines = new Map<string, (() => void)[]>();
  private takenByAll = 0;
  private waiting = 0;

  constructor({ all = Number.POSITIVE_INFINITY, each, waiting = Number.POSITIVE_INFINITY }: Places) {
    this.places = { all, each, waiting };
  }

  /**
   * Does the work when there is a place for it, and gives the place back whatever comes of it. Work that asks for a place itself may
   * wait for ever.
   * @throws Failure SERVICE_UNAVAILABLE at once when too many wait.
   */
  async hold<T>(holder: string, work: () => Promise<T>): Promise<T> {
    if (this.isFreeFor(holder)) this.take(holder);
    else await this.wait(holder);
    try {
      return await work();
    } finally {
      this.giveBack(holder);
    }
  }

  private isFreeFor(holder: string): boolean {
    return this.takenByAll < this.places.all && (this.taken.get(holder) ?? 0) < this.places.each;
  }

  private take(holder: string): void {
    this.takenByAll++;
    this.taken.set(holder, (this.taken.get(holder) ?? 0) + 1);
  }

  private wait(holder: string): Promise<void> {
    const line = this.lines.get(holder) ?? [];
    if (this.waiting >= this.places.waiting || line.length >= this.places.waiting / 2)
      return Promise.reject(new Failure('QUEUE_FULL', undefined, undefined, { retryAfterSeconds: 1 }));
    this.waiting++;
    this.lines.set(holder, line);
    return new Promise((resolve) => line.push(resolve));
  }

  private giveBack(holder: string): void {
    this.takenByAll--;
    const left = (this.taken.get(holder) ?? 1) - 1;
    if (left === 0) this.taken.delete(holder);
    else this.taken.set(holder, left);
    this.letIn();
  }

  /** One place was given back, so one may come in: who holds all that he may is passed over. */
  private letIn(): void {
    for (const [holder, line] of this.lines) {
      if (!this.isFreeFor(holder)) continue;
      const next = line.shift();
      this.lines.delete(holder);
      if (line.length > 0) this.lines.set(holder, line); // behind the others
      this.waiting--;
      this.take(holder);
      next?.();
      return;
    }
  }
}

// Who sends much at once takes turns with himself, so that his single calls, and everybody else's, still find room in the queue.

/** So many at once for each holder; the others wait, in the order they came. */
export class KeyedSemaphore {
  private readonly taken = new Map<string, number>();
  private readonly waiting = new Map<string, (() => void)[]>();

  constructor(private readonly perHolder: number) {}

  /** Does the work when there is a place for it, and gives the place back whatever comes of it. */
  async hold<T>(holder: string, work: () => Promise<T>): Promise<T> {
    await this.take(holder);
    try {
      return await work();
    } finally {
      this.giveBack(holder);
    }
  }

  private take(holder: string): Promise<void> | undefined {
    const taken = this.taken.get(holder) ?? 0;
    if (taken < this.perHolder) {
      this.taken.set(holder, taken + 1);
      return undefined;
    }
    return new Promise((resolve) => {
      const line = this.waiting.get(holder);
      if (line) line.push(resolve);
      else this.waiting.set(holder, [resolve]);
    });
  }

  /** The place goes to who waits longest, if anybody does. */
  private giveBack(holder: string): void {
    const line = this.waiting.get(holder);
    const next = line?.shift();
    if (line?.length === 0) this.waiting.delete(holder);
    if (next) return next();
    const left = (this.taken.get(holder) ?? 1) - 1;
    if (left === 0) this.taken.delete(holder);
    else this.taken.set(holder, left);
  }
}

// Looks at something now and then: never twice at once, without keeping the process alive, and with an end that waits a bounded time.
import { withTimeout } from './with-timeout.js';

export class Poll {
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | null = null;

  /** Whether the last look failed: a failure is told once, until a look succeeds. */
  private isFailing = false;

  /**
   * @param look what it does; without `onFailure` it must not reject, since nobody is there to hear of it.
   * @param onFailure told of the first of looks that fail one after the other; it must not throw.
   */
  constructor(
    private readonly look: () => Promise<void>,
    private readonly everyMs: number,
    private readonly onFailure?: (error: unknown) => void,
  ) {}

  /** From now on it looks every `everyMs`, the first time after as long. */
  start(): void {
    this.timer = setInterval(() => void this.tick(), this.everyMs);
    this.timer.unref();
  }

  /** Looks now, or joins the look that is under way; resolves when that has ended. What the timer calls; tests call it themselves. */
  tick(): Promise<void> {
    return (this.underWay ??= this.lookOnce().finally(() => {
      this.underWay = null;
    }));
  }

  private async lookOnce(): Promise<void> {
    if (!this.onFailure) return this.look();
    try {
      await this.look();
      this.isFailing = false;
    } catch (error) {
      if (!this.isFailing) this.onFailure(error);
      this.isFailing = true;
    }
  }

  /** Looks no more. Waits at most `withinMs`, for a look under way and then for `last`. */
  async stop(withinMs: number, last: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    clearInterval(this.timer);
    await withTimeout(withinMs, (this.underWay ?? Promise.resolve()).then(last), undefined);
  }
}

// Looks at something now and then: never twice at once, without keeping the process alive, and with an end that waits a bounded time.
import { withTimeout } from './with-timeout.js';

export class Poll {
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> | null = null;

  /** @param look what it does; it must not reject, since nobody is there to hear of it. */
  constructor(
    private readonly look: () => Promise<void>,
    private readonly everyMs: number,
  ) {}

  /** From now on it looks every `everyMs`, the first time after as long. */
  start(): void {
    this.timer = setInterval(() => void this.tick(), this.everyMs);
    this.timer.unref();
  }

  /** Looks now, or joins the look that is under way; resolves when that has ended. What the timer calls; tests call it themselves. */
  tick(): Promise<void> {
    return (this.underWay ??= this.look().finally(() => {
      this.underWay = null;
    }));
  }

  /** Looks no more. Waits at most `withinMs`, for a look under way and then for `last`. */
  async stop(withinMs: number, last: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    clearInterval(this.timer);
    await withTimeout(withinMs, (this.underWay ?? Promise.resolve()).then(last), undefined);
  }
}

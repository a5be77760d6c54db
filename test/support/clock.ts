// A clock that stands still until the test moves it.
import { Clock } from '#platform/time/clock.js';

export class HeldClock extends Clock {
  private passedMs = 0;

  /** @param begun what it shows until it is moved. */
  constructor(private readonly begun = new Date()) {
    super();
  }

  now(): Date {
    return new Date(this.begun.getTime() + this.passedMs);
  }

  monotonicMs(): number {
    return this.passedMs;
  }

  /** So much time goes by, at once. */
  advance(ms: number): void {
    this.passedMs += ms;
  }
}

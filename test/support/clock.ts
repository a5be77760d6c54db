// Clocks that a test moves.
import { Clock, SystemClock } from '#platform/time/clock.js';

/** Stands still until the test moves it. */
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

/** The machine's, put wrong: the time that goes by is as it is. */
export class WrongClock extends SystemClock {
  aheadMs = 0;

  override now(): Date {
    return new Date(super.now().getTime() + this.aheadMs);
  }
}

/** The machine's, ahead of it by what the test says: so much more time has gone by. */
export class AheadClock extends WrongClock {
  override monotonicMs(): number {
    return super.monotonicMs() + this.aheadMs;
  }

  /** So much more time goes by, at once. */
  advance(ms: number): void {
    this.aheadMs += ms;
  }
}

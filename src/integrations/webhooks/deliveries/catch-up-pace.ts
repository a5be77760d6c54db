// How fast what is late already leaves: as fast as it can, but slowly while calls are answered, for which somebody waits.
import type { Clock } from '#platform/time/clock.js';

/** A process that answers fewer calls is at rest. */
const BUSY_CALLS_PER_SECOND = 20;
/** Beside calls; measured (docs/performance.md): what an order then waits longer. */
const LATE_PER_SECOND = 250;
/** What may leave at once after a pause. */
const BURST = 8;
const LOOK_MS = 250;

export class CatchUpPace {
  private isBusy = false;
  private lookedAtMs = 0;
  private callsThen = 0;
  private tokens = BURST;
  private filledAtMs = 0;

  /** @param calls how many the process has answered since its start */
  constructor(
    private readonly clock: Clock,
    private readonly calls: () => number,
  ) {}

  /** Whether one more may leave now; if so, it has. */
  mayGo(): boolean {
    const nowMs = this.clock.monotonicMs();
    this.look(nowMs);
    if (!this.isBusy) return true;
    const filled = this.tokens + ((nowMs - this.filledAtMs) / 1000) * LATE_PER_SECOND;
    this.tokens = Math.min(BURST, filled);
    this.filledAtMs = nowMs;
    if (this.tokens < 1) return false;
    this.tokens--;
    return true;
  }

  /** Milliseconds until one more may go, where none may now. */
  get pauseMs(): number {
    return Math.max(1, Math.ceil(((1 - this.tokens) / LATE_PER_SECOND) * 1000));
  }

  private look(nowMs: number): void {
    const passedMs = nowMs - this.lookedAtMs;
    if (passedMs < LOOK_MS) return;
    const calls = this.calls();
    this.isBusy = ((calls - this.callsThen) / passedMs) * 1000 >= BUSY_CALLS_PER_SECOND;
    this.callsThen = calls;
    this.lookedAtMs = nowMs;
  }
}

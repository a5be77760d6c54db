// How fast what is late already leaves: as fast as it can, but a lot now and then while calls are answered, for which somebody waits. A lot is
// cheaper than the same one by one, and disturbs the calls of that moment alone.
import type { Clock } from '#platform/time/clock.js';

/** A process that answers fewer calls is at rest. */
const BUSY_CALLS_PER_SECOND = 20;
/** Late deliveries and calls together, or so many late ones at least; what calls then wait longer is measured (docs/performance.md). */
const ALL_PER_SECOND = 600;
const LATE_PER_SECOND = 64;
const LOT_EVERY_MS = 500;
const LOOK_MS = 250;

export class CatchUpPace {
  private callsPerSecond = 0;
  private lookedAtMs = 0;
  private callsThen = 0;
  private left = 0;
  private lotAtMs = 0;

  /** @param calls how many the process has answered since its start */
  constructor(
    private readonly clock: Clock,
    private readonly calls: () => number,
  ) {}

  /** Whether one more may leave now; if so, it has. */
  mayGo(): boolean {
    const nowMs = this.clock.monotonicMs();
    this.look(nowMs);
    if (this.callsPerSecond < BUSY_CALLS_PER_SECOND) return true;
    if (nowMs - this.lotAtMs >= LOT_EVERY_MS) {
      const perSecond = Math.max(LATE_PER_SECOND, ALL_PER_SECOND - this.callsPerSecond);
      this.left = Math.round((perSecond * LOT_EVERY_MS) / 1000);
      this.lotAtMs = nowMs;
    }
    if (this.left === 0) return false;
    this.left--;
    return true;
  }

  /** Milliseconds until one more may go, where none may now. */
  get pauseMs(): number {
    return Math.max(1, Math.ceil(this.lotAtMs + LOT_EVERY_MS - this.clock.monotonicMs()));
  }

  private look(nowMs: number): void {
    const passedMs = nowMs - this.lookedAtMs;
    if (passedMs < LOOK_MS) return;
    const calls = this.calls();
    this.callsPerSecond = ((calls - this.callsThen) / passedMs) * 1000;
    this.callsThen = calls;
    this.lookedAtMs = nowMs;
  }
}

// The end of the process as callers see it: new calls are held back, those under way are finished, the port closes last.
// Why so: docs/decisions/0021-a-restart-loses-no-order.md
import { LAST_CALLS_MS, STOP_HOLD_MS } from '#platform/time/time-budget.js';
import { withTimeout } from '#platform/time/with-timeout.js';

/** Calls that may be held back at once; more are answered at once, so that memory stays bounded. */
const MAX_HELD = 2000;

export class Draining {
  private phase: 'serving' | 'draining' | 'closed' | 'leaving' = 'serving';
  /** Calls without an answer, held ones among them. */
  private open = 0;
  private readonly held = new Map<object, () => void>();
  /** Told of every call that ends or is held. */
  private look: () => void = () => undefined;

  /** From now on new calls are held back, and replies say `Connection: close`; health and redirects still answer. There is no way back. */
  begin(): void {
    this.phase = 'draining';
  }

  get active(): boolean {
    return this.phase !== 'serving';
  }

  /** From now on there is no database: redirects are held back too. */
  close(): void {
    this.phase = 'closed';
  }

  get closed(): boolean {
    return this.phase === 'closed' || this.phase === 'leaving';
  }

  callBegan(): void {
    this.open++;
  }

  /** @param call as `hold` was given it */
  callEnded(call: object): void {
    this.open--;
    this.held.delete(call);
    this.look();
  }

  /** Calls `answer`, which refuses the call, when the process leaves: after STOP_HOLD_MS at the latest, at once if too many are held. */
  hold(call: object, answer: () => void): void {
    if (this.phase === 'leaving' || this.held.size >= MAX_HELD) return answer();
    const late = setTimeout(() => this.release(call), STOP_HOLD_MS).unref();
    this.held.set(call, () => {
      clearTimeout(late);
      answer();
    });
    this.look();
  }

  /** Resolves when every call that is not held has ended, or after so long. @returns whether they have. */
  finished(graceMs: number): Promise<boolean> {
    return this.until(() => this.open === this.held.size, graceMs);
  }

  /** Answers what is held, and what still comes at once; resolves when the answers have left, or after LAST_CALLS_MS. */
  async leave(): Promise<void> {
    this.phase = 'leaving';
    for (const call of [...this.held.keys()]) this.release(call);
    await this.until(() => this.open === 0, LAST_CALLS_MS);
  }

  private release(call: object): void {
    const answer = this.held.get(call);
    this.held.delete(call);
    answer?.();
  }

  private until(isSo: () => boolean, milliseconds: number): Promise<boolean> {
    if (isSo()) return Promise.resolve(true);
    const so = new Promise<boolean>((resolve) => {
      this.look = () => isSo() && resolve(true);
    });
    return withTimeout(milliseconds, so, false);
  }
}

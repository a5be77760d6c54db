// How much is done at once, so that who comes meanwhile waits for little: as much as takes no longer than a look may.
import { JOB_LOOK_MS } from '#platform/time/time-budget.js';

/** Rows of work, and rows that these mean, in one look. */
export const LARGEST_PORTION = 256;
/** Below it the round trips of a look outweigh its rows: a database that is slow altogether would be asked for less and less. */
export const SMALLEST_PORTION = 64;

export class PortionSize {
  private rowCount = LARGEST_PORTION;

  /** How many rows the next look takes. */
  get rows(): number {
    return this.rowCount;
  }

  /** @param ms how long a look took. */
  took(ms: number): void {
    if (ms > JOB_LOOK_MS) this.rowCount = Math.max(SMALLEST_PORTION, this.rowCount >> 1);
    else if (ms < JOB_LOOK_MS / 2) this.rowCount = Math.min(LARGEST_PORTION, this.rowCount * 2);
  }
}

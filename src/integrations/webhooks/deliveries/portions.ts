// How much of many deliveries is done at once: rows that one transaction looks at, and transactions of one call, which has to be answered
// in time. The contract tells their product.
import type { Clock } from '#platform/time/clock.js';
import { WALK_MS } from '#platform/time/time-budget.js';

export const PORTION = 1_000;
export const PORTIONS_A_CALL = 10;

/** Of one call: asked before each portion whether it may begin. The first may; others until there were enough, or an answer is due. */
export function portionsOfACall(clock: Clock): () => boolean {
  const begunMs = clock.monotonicMs();
  let begun = 0;
  return () => begun++ === 0 || (begun <= PORTIONS_A_CALL && clock.monotonicMs() - begunMs < WALK_MS);
}

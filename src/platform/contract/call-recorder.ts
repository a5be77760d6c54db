// The seam for what is remembered of calls: the contract's machinery knows when one is over, the feature requests keeps the last of them.
import type { Exchange } from './exchange.js';

export abstract class CallRecorder {
  /**
   * A call is over. It is asked in every call's way: it must not wait, throw, or build what nobody may ever read.
   * @param status of the answer; null: the caller went away before all of it was sent.
   * @param ms how long the call took.
   */
  abstract ended(exchange: Exchange, status: number | null, ms: number): void;
}

// What goes into a call beside its parameters, and what comes out of one.
import type { Meta, PagedMeta } from './generated/types.js';

/** Parameters of a path or a query by name. */
export type Values = Readonly<Record<string, unknown>>;

/** For one call; what is left out is as the client was made. */
export interface CallOptions {
  /** Ends the call, its waits and its retries. The call then throws `signal.reason`. */
  signal?: AbortSignal | undefined;
  /** How long one try may take, in milliseconds. */
  timeoutMs?: number | undefined;
  /** How often a try may be repeated. 0 is never. */
  maxRetries?: number | undefined;
  /** The call's name in logs, ours and yours: `[A-Za-z0-9._-]{1,128}`. Every try has the same. */
  requestId?: string | undefined;
}

/** A success. */
export interface Reply<Data, Status extends number = number> {
  data: Data;
  meta: Meta;
  /** Where a call has several, its documentation says what they mean. A repeated order is 200, a new one 201. */
  status: Status;
}

/** One page of a list. */
export interface Page<Item> extends Reply<Item[], 200> {
  /** With `page.nextCursor`, which is `null` on the last page. */
  meta: PagedMeta;
}

// What a handler may return when plain data is not enough.
import type { PageInfo } from './envelope.js';

/** Data with one of several success statuses. */
export class Reply<Status extends number, Data> {
  constructor(
    readonly status: Status,
    readonly data: Data,
  ) {}
}

/** One page of a list. */
export class Paged<Item> {
  constructor(
    readonly items: readonly Item[],
    readonly page: PageInfo,
  ) {}
}

export interface RawParts {
  headers?: Readonly<Record<string, string | readonly string[]>>;
  body?: string | Buffer;
}

/** A reply without envelope: a redirect, a page, the contract itself, nothing at all. */
export class Raw<Status extends number> {
  constructor(
    readonly status: Status,
    readonly parts: RawParts,
  ) {}
}

export interface StreamParts {
  headers?: Readonly<Record<string, string>>;
  /** Begun when the reply leaves and not before; asked for the next piece when the last one was taken. */
  body: AsyncIterable<string>;
}

/** A reply without envelope that leaves piece by piece. */
export class Streamed<Status extends number> {
  constructor(
    readonly status: Status,
    readonly parts: StreamParts,
  ) {}
}

/** For operations with several successes: `return reply(201, data)`. */
export function reply<Status extends number, Data>(status: Status, data: Data): Reply<Status, Data> {
  return new Reply(status, data);
}

/** For lists: `return paged(items, { nextCursor, hasMore })`. */
export function paged<Item>(items: readonly Item[], page: PageInfo): Paged<Item> {
  return new Paged(items, page);
}

/** For operations with x-enveloped: false: `return raw(302, { headers: { Location } })`. */
export function raw<Status extends number>(status: Status, parts: RawParts = {}): Raw<Status> {
  return new Raw(status, parts);
}

/** For operations whose success is text/csv: `return streamed(200, { headers, body })`. Errors before the first piece are errors like any. */
export function streamed<Status extends number>(status: Status, parts: StreamParts): Streamed<Status> {
  return new Streamed(status, parts);
}

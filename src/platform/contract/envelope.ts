// What every enveloped reply shares. The only place that wraps.
import type { components } from '#generated/schema.js';
import type { Exchange } from './exchange.js';
import type { Failure } from '#platform/errors/failure.js';

export type PageInfo = components['schemas']['Page'];

const MOST_BYTES = 16 * 1024;

/** What every enveloped reply says in its headers. */
export const JSON_HEADERS = {
  'Content-Type': 'application/json; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Content-Type-Options': 'nosniff',
};

/** Whose reply it is: all that an envelope says of a call. */
type Replied = Pick<Exchange, 'requestId' | 'now'>;

function metaOf(exchange: Replied): { timestamp: string; requestId: string } {
  return { timestamp: exchange.now().toISOString(), requestId: exchange.requestId };
}

/** The JSON of a success. */
export function wrapData(exchange: Replied, data: unknown, page?: PageInfo): string {
  const meta = page === undefined ? metaOf(exchange) : { ...metaOf(exchange), page };
  return JSON.stringify({ success: true, data, meta });
}

/** Where an error code is explained. @param errorsPage the page about all of them, by its whole address. */
export function docUrlOf(errorsPage: string, code: string): string {
  return `${errorsPage}#${code.toLowerCase()}`;
}

/** The JSON of a failure: at most 16 KiB, without details if they would make it longer. */
export function wrapFailure(
  exchange: Replied & Pick<Exchange, 'errorsPage'>,
  { code, reason, message, details }: Failure,
): string {
  const docUrl = docUrlOf(exchange.errorsPage, code);
  const body = (shown: unknown) => {
    const error = { code, reason, message, details: shown, docUrl };
    return JSON.stringify({ success: false, error, meta: metaOf(exchange) });
  };
  const full = body(details);
  return Buffer.byteLength(full) <= MOST_BYTES ? full : body([]);
}

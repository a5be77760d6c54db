// What every enveloped reply shares. The only place that wraps.
import type { components } from '#generated/schema.js';
import type { Exchange } from './exchange.js';
import type { Failure } from '#platform/errors/failure.js';

export type PageInfo = components['schemas']['Page'];

const MOST_BYTES = 16 * 1024;

function metaOf(exchange: Pick<Exchange, 'requestId' | 'now'>): { timestamp: string; requestId: string } {
  return { timestamp: exchange.now().toISOString(), requestId: exchange.requestId };
}

/** The JSON of a success. */
export function wrapData(exchange: Exchange, data: unknown, page?: PageInfo): string {
  const meta = page === undefined ? metaOf(exchange) : { ...metaOf(exchange), page };
  return JSON.stringify({ success: true, data, meta });
}

/** The JSON of a failure: at most 16 KiB, without details if they would make it longer. */
export function wrapFailure(
  exchange: Pick<Exchange, 'requestId' | 'now' | 'errorsPage'>,
  { code, reason, message, details }: Failure,
): string {
  const docUrl = `${exchange.errorsPage}#${code.toLowerCase()}`;
  const body = (shown: unknown) => {
    const error = { code, reason, message, details: shown, docUrl };
    return JSON.stringify({ success: false, error, meta: metaOf(exchange) });
  };
  const full = body(details);
  return Buffer.byteLength(full) <= MOST_BYTES ? full : body([]);
}

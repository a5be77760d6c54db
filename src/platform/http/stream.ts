// How a reply leaves that is too long for one write: piece by piece, never faster than its reader takes it. What goes wrong before the
// first piece is there is answered like any other error. What goes wrong later must not look like the end: the connection is reset.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { constants, createGzip } from 'node:zlib';
import { READER_STALLED_MS } from '#platform/time/time-budget.js';
import { exchangeOf } from '#platform/contract/exchange.js';
import type { StreamParts } from '#platform/contract/replies.js';
import { COMPRESSION_LEVEL, encodingFor, encodingHeaders } from './encoding.js';

/** A reply that could not be finished. Nobody can be told any more but the log. */
export class BrokenOff extends Error {
  override name = 'BrokenOff';
}

/**
 * Sends it all; resolves when the last piece was handed over or nobody is there any more.
 * @returns false when an answer had left already, so that this one was dropped.
 * @throws what the body throws before its first piece, when nothing was answered yet; BrokenOff after it: the connection is gone then.
 */
export async function sendStream(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  { headers = {}, body }: StreamParts,
): Promise<boolean> {
  const exchange = exchangeOf(request);
  const pieces = body[Symbol.asyncIterator]();
  // HEAD asks for the headers alone: the body is never begun.
  const first = request.method === 'HEAD' ? null : await pieces.next();
  if (exchange.answered || response.headersSent) {
    await pieces.return?.();
    return false;
  }
  const encoding = encodingFor(request.headers, ['gzip']);
  for (const [name, value] of Object.entries({ ...headers, ...encodingHeaders(encoding) }))
    response.setHeader(name, value);
  exchange.answered = true;
  // The first piece came in time; how long the rest takes is up to the reader.
  clearTimeout(exchange.deadline);
  response.statusCode = status;
  try {
    if (first) await pour(response, encoding === null ? all(first, pieces) : zipped(all(first, pieces)));
    else response.end();
  } catch (error) {
    // Not destroy(): to a reader of HTTP/1.0 (many a proxy) an orderly end would be the end of the text.
    request.socket.resetAndDestroy();
    throw new BrokenOff('the reply broke off after its beginning', { cause: error });
  } finally {
    await pieces.return?.();
  }
  return true;
}

async function pour(response: ServerResponse, pieces: AsyncIterable<string | Buffer>): Promise<void> {
  for await (const piece of pieces) {
    if (response.destroyed) return;
    if (!response.write(piece)) await drained(response);
  }
  if (!response.destroyed) response.end();
}

async function* all(first: IteratorResult<string>, rest: AsyncIterator<string>): AsyncGenerator<string> {
  for (let piece = first; !piece.done; piece = await rest.next()) yield piece.value;
}

/** Each piece leaves when it is made, as it would uncompressed. What breaks off throws here too, and has no end that gzip would take for one. */
function zipped(pieces: AsyncIterable<string>): AsyncIterable<Buffer> {
  const options = { level: COMPRESSION_LEVEL, flush: constants.Z_SYNC_FLUSH };
  return pipeline(pieces, createGzip(options), () => undefined);
}

/** There is room again, or nobody to make any. @throws Error when that takes too long. */
async function drained(response: ServerResponse): Promise<void> {
  const patience = new AbortController();
  const stalled = sleep(READER_STALLED_MS, true, { signal: patience.signal, ref: false }).catch(() => false);
  const roomy = new Promise<false>((resolve) => {
    const settle = () => {
      response.off('drain', settle).off('close', settle);
      resolve(false);
    };
    response.on('drain', settle).on('close', settle);
    if (response.destroyed) settle(); // 'close' will not come again
  });
  const isStalled = await Promise.race([roomy, stalled]);
  patience.abort();
  if (isStalled) throw new Error('the reader took nothing for a minute');
}

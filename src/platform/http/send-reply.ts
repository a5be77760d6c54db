// How a reply leaves: in one write, with Content-Length, once. Everything that answers comes through here.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import { JSON_HEADERS, wrapData, wrapFailure } from '#platform/contract/envelope.js';
import { exchangeOf } from '#platform/contract/exchange.js';
import type { Failure } from '#platform/errors/failure.js';
import { Paged, Raw, Reply } from '#platform/contract/replies.js';
import { closesGently } from './close-gently.js';
import { COMPRESSION_LEVEL, encodingFor, encodingHeaders } from './encoding.js';

/** Up to this much unread body is read and thrown away, and the connection kept. */
const WORTH_DRAINING_BYTES = 64 * 1024;
/** A shorter list travels in one packet as it is. */
const WORTH_COMPRESSING = 1400;

type Headers = Readonly<Record<string, string | readonly string[]>>;

/** Answers with what a handler returned. False when an answer has already left, so that this one was dropped. */
export function sendResult(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  result: unknown,
): boolean {
  const exchange = exchangeOf(request);
  if (result instanceof Raw) {
    const { status: own, parts } = result as Raw<number>;
    return write(request, response, own, parts.headers ?? {}, parts.body);
  }
  if (result instanceof Paged) {
    return writeList(request, response, status, wrapData(exchange, result.items, result.page));
  }
  if (result instanceof Reply) {
    const { status: own, data } = result as Reply<number, unknown>;
    return write(request, response, own, JSON_HEADERS, wrapData(exchange, data));
  }
  return write(request, response, status, JSON_HEADERS, wrapData(exchange, result));
}

/** Answers with the contract's error body. False when an answer has already left. */
export function sendFailure(request: IncomingMessage, response: ServerResponse, failure: Failure): boolean {
  const exchange = exchangeOf(request);
  const headers = { ...JSON_HEADERS, ...headersOf(failure) };
  const left = write(request, response, failure.status, headers, wrapFailure(exchange, failure));
  if (left) exchange.failure = failure;
  return left;
}

function headersOf(failure: Failure): Headers {
  const headers: Record<string, string> = {};
  if (failure.retryAfterSeconds !== null) headers['Retry-After'] = String(failure.retryAfterSeconds);
  if (failure.allow.length > 0) headers['Allow'] = failure.allow.join(', ');
  if (failure.code === 'UNAUTHORIZED') headers['WWW-Authenticate'] = 'Bearer';
  if (failure.code === 'PAYLOAD_TOO_LARGE') headers['Connection'] = 'close';
  return headers;
}

/**
 * Lists are compressed for who takes it, beside the event loop; from here on they count as answered. Nothing else is that has an envelope:
 * the other replies are small, and the hot ones among them must not wait.
 */
function writeList(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): boolean {
  const encoding = text.length < WORTH_COMPRESSING ? null : encodingFor(request.headers, ['gzip']);
  const headers = { ...JSON_HEADERS, ...encodingHeaders(encoding) };
  if (encoding === null) return write(request, response, status, headers, text);
  if (!claim(request, response, headers)) return false;
  gzip(text, { level: COMPRESSION_LEVEL }, (error, zipped) => {
    if (error) response.removeHeader('Content-Encoding');
    if (!response.destroyed) leave(request, response, status, error ? text : zipped);
  });
  return true;
}

function write(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  headers: Headers,
  body: string | Buffer = '',
): boolean {
  if (!claim(request, response, headers)) return false;
  leave(request, response, status, body);
  return true;
}

/** From now on this is the answer. False when another one is. */
function claim(request: IncomingMessage, response: ServerResponse, headers: Headers): boolean {
  const exchange = exchangeOf(request);
  if (exchange.answered || response.headersSent) return false;
  // Throws on a value no header can hold; then nothing was answered yet, and the failure filter still can.
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  exchange.answered = true;
  clearTimeout(exchange.deadline);
  return true;
}

function leave(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  body: string | Buffer,
): void {
  if (status !== 204 && status !== 304) response.setHeader('Content-Length', Buffer.byteLength(body));
  if (hasMuchUnread(request)) response.setHeader('Connection', 'close');
  if (response.getHeader('Connection') === 'close' && !request.complete) closeAfterReply(request);
  response.statusCode = status;
  // A text leaves together with the headers, as one piece; bytes would be a second one.
  response.end(body);
}

/** Whether reading the rest of the request would cost more than a new connection. */
function hasMuchUnread(request: IncomingMessage): boolean {
  if (request.complete) return false;
  if (request.headers['transfer-encoding'] !== undefined) return true;
  // Never told to go on, the sender may or may not send its body: what comes next on this connection cannot be told apart.
  if (request.headers.expect !== undefined) return true;
  return Number(request.headers['content-length'] ?? 0) > WORTH_DRAINING_BYTES;
}

/** Throws the rest of the request away, and closes once the sender has read the answer. */
function closeAfterReply(request: IncomingMessage): void {
  closesGently(request.socket);
  request.resume();
}

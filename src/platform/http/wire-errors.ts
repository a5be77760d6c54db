// Bytes that are no HTTP never reach a handler; they are answered here, in the contract's shape all the same. Where they come behind a
// request that is under way, that one is answered first, and truly: it may have been recorded.
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';
import { wrapFailure } from '#platform/contract/envelope.js';
import { exchangeIfBegun } from '#platform/contract/exchange.js';
import { Failure } from '#platform/errors/failure.js';
import { closeGently, closesGently, isClosing } from './close-gently.js';
import { requestIdFrom } from './request-id.js';
import { sendFailure } from './send-reply.js';

export type BoundReply = ServerResponse & { req: IncomingMessage };

/** On a socket: the reply to the last request that began on it. Those before it leave before it. */
const LAST_REPLY = Symbol('last reply');
type Carrier = Duplex & { [LAST_REPLY]?: BoundReply };

/** As Node's parser has it, with the bytes that it was reading; without, where none came in time. */
type ClientError = NodeJS.ErrnoException & { reason?: unknown; rawPacket?: Buffer };

/** Told of each request when it begins: what comes behind it on this connection is not taken for it. */
export function noteReply(socket: Duplex, reply: BoundReply): void {
  (socket as Carrier)[LAST_REPLY] = reply;
}

/**
 * Makes the server answer malformed requests, headers too long and requests that never end with 400 INVALID_REQUEST, and CONNECT with
 * 404. What is under way on the connection is answered before it closes.
 */
export function answerClientErrors(server: Server, errorsPage: () => string): void {
  server.on('clientError', (error: ClientError, socket: Duplex) => {
    if (isClosing(socket)) return; // its parser complains of each piece that still comes
    if (error.code === 'ECONNRESET' || !socket.writable) socket.destroy();
    else refuse(socket, failureOf(error), errorsPage(), error);
  });
  server.on('connect', (_request: IncomingMessage, socket: Duplex) => {
    socket.on('error', () => undefined);
    refuse(socket, new Failure('UNKNOWN_PATH'), errorsPage());
  });
}

function refuse(socket: Duplex, failure: Failure, errorsPage: string, error?: ClientError): void {
  const reply = (socket as Carrier)[LAST_REPLY];
  if (!reply || reply.destroyed || isHeldHalf(reply) || (error?.code === ENDED_HALFWAY && isAwaited(reply))) {
    socket.write(rawAnswer(failure, errorsPage, isHead(error)));
    closeGently(socket);
    return;
  }
  closesGently(socket);
  if (!reply.headersSent) reply.setHeader('Connection', 'close');
  // Half a request: it is the one that is malformed. Node keeps the order, should others still be under way before it.
  if (!reply.req.complete && !exchangeIfBegun(reply.req)?.answered) sendFailure(reply.req, reply, failure);
  // A reply that had begun already promised that the connection stays.
  reply.once('close', () => closeGently(socket));
}

/** Whether it waits for the app to start, and is half a request: nothing of it was looked at yet. */
function isHeldHalf(reply: BoundReply): boolean {
  return !reply.req.complete && exchangeIfBegun(reply.req) === null;
}

/** Whether it is the one that the sender waits for, of a request that is not complete. Who ends there has most likely gone: to the log it is aborted. */
function isAwaited(reply: BoundReply): boolean {
  return !reply.req.complete && !reply.headersSent && reply.socket !== null;
}

/** HEAD is answered without a body, as far as the bytes at hand begin with it: a later portion of a long head does not. */
function isHead(error: ClientError | undefined): boolean {
  return error?.rawPacket?.toString('latin1', 0, 5) === 'HEAD ';
}

function rawAnswer(failure: Failure, errorsPage: string, isHeadOnly: boolean): string {
  const requestId = requestIdFrom(undefined);
  // No request, no Clock to ask: the socket knows of neither.
  const body = wrapFailure({ requestId, now: () => new Date(), errorsPage }, failure);
  return [
    `HTTP/1.1 ${failure.status === 404 ? '404 Not Found' : '400 Bad Request'}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
    '',
    isHeadOnly ? '' : body,
  ].join('\r\n');
}

/** The parser's code for a sender who ends in the middle of a request. */
const ENDED_HALFWAY = 'HPE_INVALID_EOF_STATE';

const MESSAGES: Readonly<Record<string, string>> = {
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'The chunks of the body say too much beside their lengths.',
  [ENDED_HALFWAY]: 'The request ends in the middle.',
};

/** The parser's own words say best what it stumbled over; they are fixed texts and quote nothing of what was sent. */
function failureOf({ code = '', reason }: ClientError): Failure {
  if (code === 'HPE_HEADER_OVERFLOW') return new Failure('HEADERS_TOO_LARGE');
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return new Failure('REQUEST_TIMED_OUT');
  if (code in MESSAGES) return new Failure('MALFORMED_HTTP', MESSAGES[code]);
  const what = code.startsWith('HPE_') && typeof reason === 'string' && reason !== '' ? ` (${reason})` : '';
  return new Failure('MALFORMED_HTTP', `This is not a well-formed HTTP request${what}.`);
}

// What is not even HTTP never reaches a handler; it is answered here, in the contract's shape all the same.
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { wrapFailure } from '#platform/contract/envelope.js';
import { Failure, type ErrorReason } from '#platform/errors/failure.js';
import { requestIdFrom } from './request-id.js';

/** Makes the server answer malformed requests, headers too long and requests that never end with 400 INVALID_REQUEST. */
export function answerClientErrors(server: Server, errorsPage: () => string): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable || hasAnswered(socket)) {
      socket.destroy();
      return;
    }
    socket.end(rawAnswer(error.code, errorsPage()));
  });
}

/** Bytes of a reply already under way must not be mixed with another. */
function hasAnswered(socket: Duplex): boolean {
  const { _httpMessage } = socket as { _httpMessage?: { headersSent: boolean } | null };
  return _httpMessage?.headersSent === true;
}

function rawAnswer(code: string | undefined, errorsPage: string): string {
  const failure = new Failure(reasonFor(code));
  const requestId = requestIdFrom(undefined);
  // No request, no Clock to ask: the socket knows of neither.
  const body = wrapFailure({ requestId, now: () => new Date(), errorsPage }, failure);
  return [
    'HTTP/1.1 400 Bad Request',
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-Request-Id: ${requestId}`,
    'Connection: close',
    '',
    body,
  ].join('\r\n');
}

function reasonFor(code: string | undefined): ErrorReason {
  if (code === 'HPE_HEADER_OVERFLOW') return 'HEADERS_TOO_LARGE';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'REQUEST_TIMED_OUT';
  return 'MALFORMED_HTTP';
}

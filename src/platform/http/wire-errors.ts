// What is not even HTTP never reaches a handler; it is answered here, in the contract's shape all the same.
import type { Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { wrapFailure } from '#platform/contract/envelope.js';
import { Failure } from '#platform/errors/failure.js';
import { requestIdFrom } from './request-id.js';

/** Makes the server answer malformed requests, headers too long and requests that never end with 400 INVALID_REQUEST. */
export function answerClientErrors(server: Server): void {
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable || hasAnswered(socket)) {
      socket.destroy();
      return;
    }
    socket.end(rawAnswer(error.code));
  });
}

/** Bytes of a reply already under way must not be mixed with another. */
function hasAnswered(socket: Duplex): boolean {
  const { _httpMessage } = socket as { _httpMessage?: { headersSent: boolean } | null };
  return _httpMessage?.headersSent === true;
}

function rawAnswer(code: string | undefined): string {
  const failure = new Failure('INVALID_REQUEST', messageFor(code));
  const requestId = requestIdFrom(undefined);
  // No request, no Clock to ask: the socket knows of neither.
  const body = wrapFailure({ requestId, now: () => new Date() }, failure);
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

function messageFor(code: string | undefined): string {
  if (code === 'HPE_HEADER_OVERFLOW') return 'The headers, or the address, are too long.';
  if (code === 'ERR_HTTP_REQUEST_TIMEOUT') return 'The request did not arrive in time.';
  return 'This is not a well-formed HTTP request.';
}

// How a connection is closed on which its sender may still be sending.
import type { Duplex } from 'node:stream';
import { UNWANTED_BODY_MS } from '#platform/time/time-budget.js';

const closing = new WeakSet<Duplex>();

/**
 * Closing a socket with unread data in it makes the kernel send a reset, which can overtake and destroy the answer. So: end our
 * side, throw away what still comes, and close when the sender has, or after UNWANTED_BODY_MS. Calling it again changes nothing.
 */
export function closeGently(socket: Duplex): void {
  if (closing.has(socket) || socket.destroyed) return;
  closing.add(socket);
  socket.end();
  setTimeout(() => socket.destroy(), UNWANTED_BODY_MS).unref();
}

/** Whether our side of it has ended by closeGently(). */
export function isClosing(socket: Duplex): boolean {
  return closing.has(socket);
}

/** When Node closes this connection, because the reply with `Connection: close` has left, it is closed gently. */
export function closesGently(socket: Duplex): void {
  (socket as { destroySoon?: () => void }).destroySoon = () => closeGently(socket);
}

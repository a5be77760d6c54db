// A place in a feed, as whoever reads it keeps it: opaque, so that nobody counts on numbers. Pure.
import type { Issue } from '#platform/errors/failure.js';

export function toEventCursor(position: number): string {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64BE(BigInt(position));
  return bytes.toString('base64url');
}

/** null for what toEventCursor() never made. */
export function fromEventCursor(text: string): number | null {
  const bytes = Buffer.from(text, 'base64url');
  if (bytes.length !== 8 || bytes.toString('base64url') !== text) return null;
  const position = Number(bytes.readBigUInt64BE());
  return Number.isSafeInteger(position) ? position : null;
}

/** In place of a cursor: behind the newest event. */
export const NOW = 'now';

/** The rule of who reads on, for `@Operation('listEvents', { rules: [afterRule] })`. */
export function afterRule(_body: unknown, query: unknown): Issue[] {
  const { after } = (query ?? {}) as Record<string, unknown>;
  const isRefused = typeof after === 'string' && after !== NOW && fromEventCursor(after) === null;
  return isRefused ? [{ path: ['after'], message: 'must be a cursor of an earlier reply, or now' }] : [];
}

// Ids as the outside sees them: TypeID (prefix + base32) around a UUIDv7. Inside, and in the database, plain UUIDs.
// Why so: docs/decisions/0005-ids.md
import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';
import { fromBase32, toBase32 } from './base32.js';

export type IdPrefix =
  | 'mer'
  | 'key'
  | 'per'
  | 'ses'
  | 'pky'
  | 'ivt'
  | 'idn'
  | 'evt'
  | 'whd'
  | 'aud'
  | 'cmp'
  | 'aff'
  | 'clk'
  | 'cnv'
  | 'cmm'
  | 'rfd'
  | 'whe'
  | 'pay';

/** Randomness for many ids, asked of the system at once: for one id that takes longer than all the rest of making it. */
const randomness = new Uint8Array(16 * 256);
let used = randomness.length;
let last = { msecs: 0, seq: 0 };

/** A new id (UUIDv7, lower case, with dashes); those of one process ascend. */
export function newId(): string {
  if (used === randomness.length) {
    randomFillSync(randomness);
    used = 0;
  }
  const random = randomness.subarray(used, (used += 16));
  const now = Date.now();
  // Within a millisecond, or while the clock is set back, the sequence counts on; it starts low enough never to be full.
  last =
    now > last.msecs
      ? { msecs: now, seq: (random[0]! << 16) | (random[1]! << 8) | random[2]! }
      : { msecs: last.msecs, seq: last.seq + 1 };
  return v7({ random, ...last });
}

/** An id as newId() would have made it at this moment, and of these the lowest: ids made before are lower, later ones higher. */
export function lowestIdAt(moment: Date): string {
  const time = Math.max(0, moment.getTime()).toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-000000000000`;
}

/** A new id as newId() would have made it at this moment. For rows that tell of the past. */
export function newIdAt(moment: Date): string {
  return v7({ msecs: moment.getTime() });
}

/** `cnv_01h…` for the outside. `uuid` must be a UUID (as newId() or the database gives it). */
export function toPublicId(prefix: IdPrefix, uuid: string): string {
  return `${prefix}_${toBase32(uuid)}`;
}

/** As `toPublicId`; null stays null. */
export function idOrNull(prefix: IdPrefix, uuid: string | null): string | null {
  return uuid === null ? null : toPublicId(prefix, uuid);
}

/** The UUID inside a public id, or null when `text` cannot be such an id (wrong prefix, case, length, alphabet). Never throws. */
export function fromPublicId(prefix: IdPrefix, text: string): string | null {
  if (typeof text !== 'string' || !text.startsWith(`${prefix}_`)) return null;
  return fromBase32(text.slice(prefix.length + 1));
}

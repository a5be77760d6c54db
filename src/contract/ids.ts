// Ids as the outside sees them: TypeID (prefix + base32) around a UUIDv7. Inside, and in the database, plain UUIDs.
import { TypeID } from 'typeid-js';
import { v7 } from 'uuid';

export type IdPrefix = 'mer' | 'key' | 'cmp' | 'aff' | 'clk' | 'cnv' | 'cmm';

/** 128 bits in 26 characters: the first holds only three of them. Crockford's alphabet, lower case only. */
const CANONICAL_SUFFIX = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;

/** A new time-ordered id (UUIDv7, lower case, with dashes). */
export function newId(): string {
  return v7();
}

/** `cnv_01h…` for the outside. `uuid` must be a UUID (as newId() or the database gives it). */
export function toPublicId(prefix: IdPrefix, uuid: string): string {
  return TypeID.fromUUID(prefix, uuid).toString();
}

/** The UUID inside a public id, or null when `text` cannot be such an id (wrong prefix, case, length, alphabet). Never throws. */
export function fromPublicId(prefix: IdPrefix, text: string): string | null {
  if (typeof text !== 'string' || !text.startsWith(`${prefix}_`)) return null;
  const suffix = text.slice(prefix.length + 1);
  return CANONICAL_SUFFIX.test(suffix) ? new TypeID(prefix, suffix).toUUID() : null;
}

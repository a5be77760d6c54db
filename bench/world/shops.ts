// The merchants of a benchmark and everything of theirs, by number: what fill.ts writes into the database and orders.ts speaks of.
// Ids follow from numbers by the same rule here and in SQL, so that neither has to tell the other.
import { createHash } from 'node:crypto';
import { hashKeyText, makeKeyText } from '#accounts/api-keys/key-text.js';
import { toPublicId } from '#platform/values/ids.js';

export const MODE = 'live';

/** Kinds of rows, a digit of their ids. */
export const KINDS = {
  merchant: 1,
  key: 2,
  campaign: 3,
  affiliate: 4,
  click: 5,
  conversion: 6,
  commission: 7,
  history: 8,
} as const;
export type Kind = keyof typeof KINDS;

/** When the rows that are no clicks or orders were made. */
export const BEGINNING_MS = Date.UTC(2026, 0, 1);

export interface Shop {
  /** From 0. */
  number: number;
  /** API key, for its Authorization header. */
  key: string;
  campaigns: number;
  affiliates: number;
}

export function makeShop(number: number, size: { campaigns: number; affiliates: number }): Shop {
  return { number, key: makeKeyText(MODE), ...size };
}

/** A UUIDv7 made of its time and its number. In SQL: see `idSql`. */
export function idOf(kind: Kind, shop: number, index: number, ms = BEGINNING_MS): string {
  const hex = `${pad(ms, 12)}7${KINDS[kind]}008${pad(shop, 3)}${pad(index, 12)}`;
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The same in SQL; `shop` and `index` are SQL expressions, and `ms` is one of a bigint. */
export function idSql(kind: Kind, shop: string, index: string, ms = `${BEGINNING_MS}::bigint`): string {
  const part = (value: string, digits: number) => `lpad(to_hex(${value}), ${digits}, '0')`;
  return `(${part(ms, 12)} || '7${KINDS[kind]}008' || ${part(shop, 3)} || ${part(index, 12)})::uuid`;
}

/** Not ordered by time, as session ids are not. In SQL: `sessionSql`. */
export function sessionOf(shop: number, index: number): string {
  return `rcs_${createHash('md5').update(`${shop}-${index}`).digest('hex').slice(0, 26)}`;
}

export function sessionSql(shop: string, index: string): string {
  return `('rcs_' || left(md5(${shop} || '-' || ${index}), 26))`;
}

/** The email hash that a session was identified with. In SQL: `emailHashSql`. */
export function emailHashOf(shop: number, index: number): string {
  return createHash('sha256').update(`${shop}-${index}@example.com`).digest('hex');
}

export function emailHashSql(shop: string, index: string): string {
  return `sha256(convert_to(${shop} || '-' || ${index} || '@example.com', 'UTF8'))`;
}

/** Every so many-th session was identified. */
export const IDENTIFIED_EVERY = 4;

export function codeOf(shop: number, affiliate: number): string {
  return `bench-${shop}-${affiliate}`;
}

export function clickIdOf(shop: number, index: number, ms: number): string {
  return toPublicId('clk', idOf('click', shop, index, ms));
}

export function keyHash(shop: Shop): string {
  return hashKeyText(shop.key);
}

function pad(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

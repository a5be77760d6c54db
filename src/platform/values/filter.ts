// What lists are filtered by, read the same way everywhere: ids as callers know them, a currency in either case, a period.
import { parseDateTime } from './formats.js';
import { fromPublicId } from './ids.js';

const prefixes = {
  affiliateId: 'aff',
  campaignId: 'cmp',
  conversionId: 'cnv',
  keyId: 'key',
  personId: 'per',
} as const;
/** An id that cannot exist. */
const NOTHING: unique symbol = Symbol('nothing fits');

/** null: not asked for. Ids are UUIDs, the currency is in upper case, `from` is included and `to` is not. */
export type FilterOf<Query, Name extends keyof Query> = {
  [Key in Name]-?: (Key extends 'from' | 'to' ? Date : NonNullable<Query[Key]>) | null;
};

/**
 * The filter of a validated query.
 * @param names the query's fields that filter; others page or sort
 * @returns null when an id is asked for that cannot exist: nothing fits
 */
export function toFilter<Query extends object, Name extends keyof Query & string>(
  query: Query,
  names: readonly Name[],
): FilterOf<Query, Name> | null {
  const read = names.map((name) => [name, valueOf(name, query[name])] as const);
  if (read.some(([, value]) => value === NOTHING)) return null;
  return Object.fromEntries(read) as FilterOf<Query, Name>;
}

function valueOf(name: string, sent: unknown): unknown {
  if (typeof sent !== 'string') return sent ?? null;
  if (name in prefixes) return fromPublicId(prefixes[name as keyof typeof prefixes], sent) ?? NOTHING;
  if (name === 'currency') return sent.toUpperCase();
  return name === 'from' || name === 'to' ? parseDateTime(sent) : sent;
}

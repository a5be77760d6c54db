// The period that lists and exports are asked for: from (included) to (not included).
import type { Issue } from '#platform/errors/failure.js';
import { parseDateTime } from './formats.js';

/** The rule of every query with `from` and `to`: the period must not end before it begins. */
export function periodRule(_body: unknown, query: { from?: unknown; to?: unknown }): Issue[] {
  if (typeof query.from !== 'string' || typeof query.to !== 'string') return [];
  const [from, to] = [parseDateTime(query.from), parseDateTime(query.to)];
  if (!from || !to || to >= from) return [];
  return [{ path: ['to'], message: 'must not be before from' }];
}

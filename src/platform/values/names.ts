// Names that people give, to themselves and to things: what no pattern of the contract says in words.
import type { Issue } from '#platform/errors/failure.js';

/** What is wrong with a name, at this field; what is no text is not looked at. */
export function nameIssues(name: unknown, field = 'name'): Issue[] {
  if (typeof name !== 'string' || !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)) return [];
  return [{ path: [field], message: 'must not have line breaks or control characters' }];
}

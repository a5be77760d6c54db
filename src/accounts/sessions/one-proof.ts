// Who says again who they are does so in one way: a password, a code, or a passkey. Pure.
import type { Issue } from '#platform/errors/failure.js';

const WAYS = ['password', 'code', 'passkey'] as const;

/** Exactly one way; which, no schema of ours says. */
export function oneProofRule(body: { readonly [Way in (typeof WAYS)[number]]?: unknown }): Issue[] {
  const sent = WAYS.filter((way) => body[way] !== undefined);
  return sent.length === 1 ? [] : [{ path: [], message: `needs exactly one of ${WAYS.join(', ')}` }];
}

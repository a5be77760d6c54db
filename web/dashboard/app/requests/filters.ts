// What an address says of the list of requests: which key, and whether only what failed. What cannot be one is left out.
import type { Query } from '../api/types.js';
import { oneOf, textIn } from '../search.js';

type Sent = NonNullable<Query<'listRequests'>>;

export interface RequestFilters {
  key?: string | undefined;
  failed?: 'true' | undefined;
}

export function validateRequestFilters(search: Record<string, unknown>): RequestFilters {
  return { key: textIn(search, 'key'), failed: oneOf(search, 'failed', ['true']) };
}

export function toRequestsQuery({ key, failed }: RequestFilters): Sent {
  return { keyId: key, failed: failed && true };
}

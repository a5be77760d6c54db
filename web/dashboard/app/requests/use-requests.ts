// The list of requests as it grows, looked at every few seconds.
import type { Query, Schemas } from '../api/types.js';
import { useLiveList } from '../session/live-list.js';
import { useTenantCall } from '../session/use-call.js';

export type RecentRequest = Schemas['RecentRequest'];

type Filter = NonNullable<Query<'listRequests'>>;

const LOOK_EVERY_MS = 3_000;

/** A call's own id may come twice: whoever repeats a call may send the same. */
export function identityOf({ requestId, at, durationMs }: RecentRequest): string {
  return `${requestId} ${at} ${durationMs}`;
}

export function useRequests(filter: Filter) {
  const call = useTenantCall();
  return useLiveList<RecentRequest>({
    name: 'requests',
    filter,
    load: (asked, options) => call('listRequests', { query: { ...filter, ...asked }, ...options }),
    identityOf,
    lookEveryMs: LOOK_EVERY_MS,
  });
}

// The person who is signed in: asked for once, with the first byte of the program.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { ApiFailure } from '../api/failure.js';
import { queryClient } from '../api/queries.js';
import type { Schemas } from '../api/types.js';

export type Me = Schemas['Me'];

/**
 * null: nobody is signed in here.
 * @param asks whether somebody whose session has ended is asked to sign in again first
 * @throws ApiFailure
 */
export async function findMe({ signal, asks = false }: Looked = {}): Promise<Me | null> {
  try {
    return (await call('getMe', { ...(signal && { signal }), asks })).data;
  } catch (error) {
    if (error instanceof ApiFailure && error.status === 401) return null;
    throw error;
  }
}

interface Looked {
  signal?: AbortSignal;
  asks?: boolean;
}

export const meQuery = queryOptions({
  queryKey: ['me'],
  // Who was here a moment ago may be in the middle of something: a look must not take the screens away.
  queryFn: ({ signal, client, queryKey }) => findMe({ signal, asks: Boolean(client.getQueryData(queryKey)) }),
  staleTime: 60_000,
});

export function useMe() {
  return useQuery(meQuery);
}

/** Somebody has signed in, or is told anew. */
export function keepMe(me: Me): void {
  const before = queryClient.getQueryData(meQuery.queryKey);
  // What another person has seen here is not for this one.
  if (before && before.personId !== me.personId) forgetWhatWasSeen();
  queryClient.setQueryData(meQuery.queryKey, me);
}

/** What it says of the person has changed: it is asked for again. */
export function askAgain(): Promise<void> {
  return queryClient.invalidateQueries({ queryKey: meQuery.queryKey });
}

/** Nobody is signed in any more: nothing that was seen stays. */
export function forgetMe(): void {
  queryClient.setQueryData(meQuery.queryKey, null);
  forgetWhatWasSeen();
}

/** All but the person: whoever looks at that must see it change. */
function forgetWhatWasSeen(): void {
  queryClient.getMutationCache().clear();
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== meQuery.queryKey[0] });
}

// What people are called: who belongs here now. Who is gone is known by what the entries themselves say.
import { useQuery } from '@tanstack/react-query';
import { useTenantCall, useTenantKey } from '../session/use-call.js';

const FIRST = 100;
const FRESH_MS = 60_000;

/** By their ids; the first hundred. */
export function useMemberNames(): ReadonlyMap<string, string> {
  const call = useTenantCall();
  const { data } = useQuery({
    queryKey: [...useTenantKey(), 'members', 'names'],
    queryFn: ({ signal }) => call('listMembers', { query: { limit: FIRST }, signal }),
    staleTime: FRESH_MS,
  });
  return new Map(data?.data.map(({ personId, name }) => [personId, name]));
}

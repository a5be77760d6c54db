// A call that looks at so many at a time, and is sent again until it has seen all: how far it is, and an end to it when the window closes.
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTenantCall } from '../../session/use-call.js';

export interface Counted {
  /** Sent again, or skipped. */
  count: number;
  notKept: number;
}

export type Step = (cursor: string | undefined) => Promise<Counted & { cursor: string | null }>;

/** @param finish given what was done, when all of it is; not asked where the window was closed meanwhile */
export function useWalk(step: Step, finish: (done: Counted) => unknown) {
  const [soFar, setSoFar] = useState(0);
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false; // in development every effect is undone and done again
    return () => void (isGone.current = true);
  }, []);
  const walking = useMutation({
    mutationFn: async () => {
      const done: Counted = { count: 0, notKept: 0 };
      for (let cursor: string | null | undefined; cursor !== null && !isGone.current;) {
        const reply = await step(cursor);
        done.count += reply.count;
        done.notKept += reply.notKept;
        setSoFar(done.count);
        cursor = reply.cursor;
      }
      if (!isGone.current) await finish(done);
    },
  });
  return { walking, soFar };
}

/** @param before RFC 3339; without it all that waits */
export function useSkipStep(endpointId: string, before: string | undefined): Step {
  const call = useTenantCall();
  return async (cursor) => {
    const body = { ...(before && { before }), ...(cursor && { cursor }) };
    const { data } = await call('skipDeliveries', { path: { endpointId }, body });
    return { count: data.skipped, notKept: 0, cursor: data.cursor };
  };
}

/** @param since RFC 3339 */
export function useRecoverStep(endpointId: string, way: 'failedSince' | 'missedSince', since: string): Step {
  const call = useTenantCall();
  return async (cursor) => {
    const body = { [way]: since, ...(cursor && { cursor }) };
    const { data } = await call('recoverDeliveries', { path: { endpointId }, body });
    return { count: data.added, notKept: data.notKept, cursor: data.cursor };
  };
}

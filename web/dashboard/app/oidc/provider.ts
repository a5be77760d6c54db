// Who else says who one is, as this installation has it; and the way there and back.
import { queryOptions, useQuery } from '@tanstack/react-query';
import { call } from '../api/call.js';
import { basepath } from '../place.js';

const methodsQuery = queryOptions({
  queryKey: ['sign-in-methods'],
  queryFn: async ({ signal }) => (await call('getSignInMethods', { signal, asks: false })).data,
  staleTime: Infinity,
});

/** What people call it; null where there is none, or it is not known yet. */
export function useProvider(): string | null {
  return useQuery(methodsQuery).data?.oidc?.name ?? null;
}

/** As the contract takes it. */
const PAGE = /^\/(?!\/)[A-Za-z0-9/?&=._~%:@!$()*+,;-]{0,499}$/;

/** The page that is open, to come back to: path and query below the dashboard's own address; the first one where that cannot be said. */
export function pageHere(): { returnTo: string } {
  const { pathname, search } = location;
  const here = (pathname.slice(basepath.length) || '/') + search;
  return { returnTo: PAGE.test(here) ? here : '/' };
}

/** What the service says behind `#` when somebody comes back. */
export interface CameBack {
  wanted: 'sign-in' | 'confirm' | 'link' | null;
  /** A page of the dashboard; null: this window was opened beside another. */
  returnTo: string | null;
  /** Why it came to nothing; null: it did not. */
  failed: string | null;
}

/** Anybody can make such an address: what is no word of ours, and no page of the dashboard, is not taken. */
export function cameBackWith(hash: string): CameBack {
  const said = new URLSearchParams(hash);
  const wanted = (['sign-in', 'confirm', 'link'] as const).find((one) => one === said.get('for')) ?? null;
  const to = said.get('to');
  const failed = said.get('failed') ?? (wanted === null ? 'EXPIRED' : null);
  return { wanted, returnTo: to !== null && PAGE.test(to) ? to : null, failed };
}

/** Windows of this installation tell each other here that somebody has finished. */
const CHANNEL = 'refcampaign-sign-in';

export function tellOtherWindows(): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage('finished');
  channel.close();
}

/** @returns what ends the waiting */
export function whenFinishedElsewhere(then: () => void): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = then;
  return () => channel.close();
}

// How replies are kept: for ten seconds without asking again, for ever while the service is away.
import { QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './failure.js';

declare module '@tanstack/react-query' {
  interface Register {
    defaultError: ApiFailure;
  }
}

const FRESH_MS = 10_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: FRESH_MS,
      // Asking again is the bar's business while the service is away: see away-bar.tsx.
      retry: (tries, failure) => tries < 1 && failure instanceof ApiFailure && failure.status === 500,
      networkMode: 'always',
    },
    mutations: { networkMode: 'always' },
  },
});

// With which filters the list of orders was looked at last in this visit: the way back from an order leads there.
import { useEffect } from 'react';
import { useTenantKey } from '../session/use-call.js';
import type { OrderFilters } from './filters.js';

/** By merchant and mode: the filters of one side name nothing of the other. */
const last = new Map<string, OrderFilters>();

export function useRememberedFilters(filters: OrderFilters): void {
  const key = useTenantKey().join(' ');
  useEffect(() => void last.set(key, filters));
}

export function useLastFilters(): OrderFilters {
  return last.get(useTenantKey().join(' ')) ?? {};
}

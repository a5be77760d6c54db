// One order, looked at again every few seconds while it is seen: what it was waiting for may come.
import { useQuery } from '@tanstack/react-query';
import { useTenantCall, useTenantKey } from '../../session/use-call.js';

const LOOK_EVERY_MS = 5_000;

export function useOrderKey(conversionId: string): readonly string[] {
  return [...useTenantKey(), 'order', conversionId];
}

export function useOrder(conversionId: string) {
  const call = useTenantCall();
  return useQuery({
    queryKey: useOrderKey(conversionId),
    queryFn: ({ signal }) => call('getConversion', { path: { conversionId }, signal }),
    refetchInterval: ({ state }) => (state.error && !state.error.isAway ? false : LOOK_EVERY_MS),
  });
}

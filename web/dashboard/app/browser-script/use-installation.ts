// What the script has reported, looked at every two seconds while the page is seen, and at once when one comes back to it.
import { useQuery } from '@tanstack/react-query';
import { LOOK_EVERY_MS } from '../orders/use-orders.js';
import { useTenantCall, useTenantKey } from '../session/use-call.js';

export function useInstallation() {
  const call = useTenantCall();
  return useQuery({
    queryKey: [...useTenantKey(), 'installation'],
    queryFn: ({ signal }) => call('getInstallation', { signal }),
    refetchInterval: LOOK_EVERY_MS,
    staleTime: 0,
  });
}

// A call about the merchant and mode that are being looked at, and the keys under which its reply is kept.
import { useCallback } from 'react';
import { call } from '../api/call.js';
import type { CallOptions, Reply } from '../api/types.js';
import type { CalledOperation } from '../api/ways.js';
import { usePlace } from './tenant.js';

export function useTenantCall() {
  const { tenant } = usePlace();
  return useCallback(
    <Id extends CalledOperation>(id: Id, options: CallOptions<Id>): Promise<Reply<Id>> =>
      call(id, { ...options, tenant }),
    [tenant],
  );
}

/** Before every key: what one side has answered is never shown on the other. */
export function useTenantKey(): readonly [string, string] {
  const { tenant } = usePlace();
  return [tenant.merchantId, tenant.mode];
}

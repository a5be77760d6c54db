// Whose rows: a merchant and a mode. Every tenant table starts its keys with these two; every query filters by them.
import { LOWEST_UUID } from './uuid.js';

export type Mode = 'live' | 'test';

export interface Tenant {
  /** Merchant id, a UUID (its public form is `mer_…`). */
  merchantId: string;
  mode: Mode;
}

/** For rows that no merchant owns, where a key must not be null. */
export const NO_MERCHANT = LOWEST_UUID;

/** One string per tenant, for maps and for fair queues. */
export function tenantKey(tenant: Tenant): string {
  return `${tenant.merchantId}/${tenant.mode}`;
}

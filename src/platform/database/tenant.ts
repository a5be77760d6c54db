// Whose rows: a merchant and a mode. Every tenant table starts its keys with these two; every query filters by them.
import type { components } from '#generated/schema.js';
import { LOWEST_UUID } from './uuid.js';

export type Mode = components['schemas']['Mode'];

export interface Tenant {
  /** Merchant id, a UUID (its public form is `mer_…`). */
  merchantId: string;
  mode: Mode;
}

/** A tenant, or who has one, as the columns that every tenant table begins with. */
export function tenantColumns({ merchantId, mode }: Tenant): { merchant_id: string; mode: Mode } {
  return { merchant_id: merchantId, mode };
}

/** For rows that no merchant owns, where a key must not be null. */
export const NO_MERCHANT = LOWEST_UUID;

/** One string per tenant, for maps and for fair queues. */
export function tenantKey(tenant: Tenant): string {
  return `${tenant.merchantId}/${tenant.mode}`;
}

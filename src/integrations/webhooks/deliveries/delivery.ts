// The words of this feature.
import type { Schema } from '#platform/contract/operation.js';
import type { Tenant } from '#platform/database/tenant.js';

/** EVENT something happened · TEST somebody tries the endpoint · RESEND somebody wants it sent again: the last two are tried once. */
export type DeliveryKind = Schema<'Delivery'>['kind'];

/** WAITING it is, or will be, tried · DELIVERED · FAILED it is not tried any more · SKIPPED the endpoint does not want it any more. */
export type DeliveryState = Schema<'Delivery'>['state'];

/** An endpoint of a merchant, by its id (a UUID). */
export interface EndpointKey extends Tenant {
  endpointId: string;
}

export function endpointKey({ merchantId, mode, endpointId }: EndpointKey): string {
  return `${merchantId}/${mode}/${endpointId}`;
}

/** A delivery that a process has taken: it is its own until the lease ends. */
export interface TakenDelivery extends EndpointKey {
  id: string;
  kind: DeliveryKind;
  eventId: string;
  event: string;
  campaignId: string | null;
  /** Tries before this one. */
  attempts: number;
  /** null: it is not kept any more. */
  body: string | null;
}

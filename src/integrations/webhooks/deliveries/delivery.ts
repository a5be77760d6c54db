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
  createdAt: Date;
}

/** A delivery that an event becomes. */
export interface NewDelivery extends TakenDelivery {
  body: string;
  position: number;
  /** To what the event happened (a UUID), and the how-manieth event of this it is. */
  subjectId: string;
  sequence: number;
  /** It is the own of the process that writes it. */
  isTaken: boolean;
}

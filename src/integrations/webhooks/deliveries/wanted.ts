// Which events an endpoint wants, and which deliveries are to be sent to it. Pure.
import type { StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';
import type { TakenDelivery } from './delivery.js';

export interface Offered {
  event: string;
  /** A UUID; null: it happened in no campaign. */
  campaignId: string | null;
  /** To what it happened (a UUID). */
  subjectId?: string;
}

export function isWanted(
  { id, events, campaignIds }: Pick<StoredEndpoint, 'id' | 'events' | 'campaignIds'>,
  { event, campaignId, subjectId }: Offered,
): boolean {
  // That it fails itself, it would hear last.
  if (subjectId === id) return false;
  if (events !== null && !events.includes(event)) return false;
  const isOfCampaign = /^(conversion|commission)\./.test(event);
  return campaignIds === null || !isOfCampaign || (campaignId !== null && campaignIds.includes(campaignId));
}

/** Whether there is something to send, and the endpoint wants it: what somebody sends by hand is wanted. */
export function isSendable<T extends TakenDelivery>(
  endpoint: StoredEndpoint,
  delivery: T,
): delivery is T & { body: string } {
  return delivery.body !== null && (delivery.kind !== 'EVENT' || isWanted(endpoint, delivery));
}

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

/**
 * Those that can be sent, and the ids of those that need not be: there is nothing to send, or the endpoint does not want it any more. What
 * somebody sends by hand is wanted.
 */
export function sorted(
  endpoint: StoredEndpoint,
  deliveries: readonly TakenDelivery[],
): { sendable: (TakenDelivery & { body: string })[]; unwantedIds: string[] } {
  const sendable: (TakenDelivery & { body: string })[] = [];
  const unwantedIds: string[] = [];
  for (const delivery of deliveries) {
    const { body } = delivery;
    if (body !== null && (delivery.kind !== 'EVENT' || isWanted(endpoint, delivery)))
      sendable.push({ ...delivery, body });
    else unwantedIds.push(delivery.id);
  }
  return { sendable, unwantedIds };
}

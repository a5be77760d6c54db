// Which events an endpoint wants. Pure.
import type { StoredEndpoint } from '#integrations/webhooks/endpoints/endpoints.facade.js';

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

// Events as a receiver has them: those of the contract by their names, and those that a later version may add.
import type { Event } from './generated/types.js';
import type { WebhookEvents } from './generated/webhooks.js';

/** A name of this version's events, such as `conversion.created`. */
export type WebhookEventName = keyof WebhookEvents;

/** An event of this version: `event` says which, and with it what `data` is. */
export type WebhookEvent = WebhookEvents[WebhookEventName];

/** An event that a later version of the service has added. Take it with a 2xx, and ignore it. */
export interface UnknownWebhookEvent extends Omit<Event, 'event' | 'data'> {
  event: string;
  /**
   * There is something, of which nothing is known. As `never` it adds nothing to the union: under the name of a known event, `data` is
   * what that event has.
   */
  data: never;
}

/** What `verifyWebhook` returns. */
export type ReceivedEvent = WebhookEvent | UnknownWebhookEvent;

/** What events are about, for an endpoint that wants ids alone: those that there are, and where the rest is read. */
export interface ThinData {
  conversionId?: string;
  commissionId?: string;
  payoutId?: string;
  affiliateId?: string;
  endpointId?: string;
  url: string | null;
}

/** An event of an endpoint with `payload: "THIN"`. */
export interface ThinWebhookEvent extends Omit<Event, 'event' | 'data'> {
  event: WebhookEventName | (string & {});
  data: ThinData;
}

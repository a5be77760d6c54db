// The words of a webhook endpoint, as the contract has them.
import type { components } from '#generated/schema.js';

type Endpoint = components['schemas']['WebhookEndpoint'];

export type EndpointStatus = Endpoint['status'];
export type EndpointPayload = Endpoint['payload'];
export type EndpointOrdering = Endpoint['ordering'];
/** GONE: its server answered 410. FAILING: nothing but failures for days. */
export type StatusReason = NonNullable<Endpoint['statusReason']>;

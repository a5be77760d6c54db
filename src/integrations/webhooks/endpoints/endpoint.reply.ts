// A webhook endpoint as the contract shows it: without its secret, but for once.
import type { Schema } from '#platform/contract/operation.js';
import { toPublicId } from '#platform/values/ids.js';
import { oldSecretUntil } from './rotation.js';
import type { StoredEndpoint } from './stored-endpoint.js';

/** @param now whether two secrets sign depends on it. */
export function toEndpoint(endpoint: StoredEndpoint, now: Date): Schema<'WebhookEndpoint'> {
  return {
    endpointId: toPublicId('whe', endpoint.id),
    name: endpoint.name,
    url: endpoint.url,
    events: endpoint.events,
    campaignIds: endpoint.campaignIds?.map((id) => toPublicId('cmp', id)) ?? null,
    payload: endpoint.payload,
    ordering: endpoint.ordering,
    status: endpoint.status,
    statusReason: endpoint.statusReason,
    failingSince: endpoint.failingSince?.toISOString() ?? null,
    failures: endpoint.failures,
    secretHint: endpoint.secretHint,
    oldSecretUntil: oldSecretUntil(endpoint, now)?.toISOString() ?? null,
    createdAt: endpoint.createdAt.toISOString(),
    updatedAt: endpoint.updatedAt.toISOString(),
  };
}

/** @param secret its new one, as text. */
export function toEndpointWithSecret(
  endpoint: StoredEndpoint,
  secret: string,
  now: Date,
): Schema<'WebhookEndpointWithSecret'> {
  return { ...toEndpoint(endpoint, now), secret };
}

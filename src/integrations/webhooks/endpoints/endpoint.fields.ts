// What a merchant can say about an endpoint, and what becomes of one that is changed.
import type { EndpointOrdering, EndpointPayload, EndpointStatus } from './endpoint.js';
import type { StoredEndpoint } from './stored-endpoint.js';

export interface EndpointFields {
  name: string;
  /** As `checkEndpointUrl` writes it. */
  url: string;
  /** Each once; null: all. */
  events: string[] | null;
  /** UUIDs, each once; null: all. */
  campaignIds: string[] | null;
  payload: EndpointPayload;
  ordering: EndpointOrdering;
  status: EndpointStatus;
}

/** How well deliveries go. */
export type EndpointHealth = Pick<StoredEndpoint, 'statusReason' | 'failingSince' | 'failures' | 'warnedAt'>;

/** What changes as it does well or fails. */
export type EndpointState = EndpointHealth & Pick<StoredEndpoint, 'status'>;

/** Nothing has failed yet. */
export const HEALTHY: EndpointHealth = {
  statusReason: null,
  failingSince: null,
  failures: 0,
  warnedAt: null,
};

/** Fields left out are undefined. */
export type ChangedFields = { [Field in keyof EndpointFields]?: EndpointFields[Field] | undefined };

/** `current` with what was sent; fields left out stay. */
export function withChanges(current: EndpointFields, sent: ChangedFields): EndpointFields {
  return {
    name: sent.name ?? current.name,
    url: sent.url ?? current.url,
    events: sent.events === undefined ? current.events : sent.events,
    campaignIds: sent.campaignIds === undefined ? current.campaignIds : sent.campaignIds,
    payload: sent.payload ?? current.payload,
    ordering: sent.ordering ?? current.ordering,
    status: sent.status ?? current.status,
  };
}

/** The fields in which the two differ. Lists are the same in whatever order. */
export function changedFields(current: EndpointFields, wanted: EndpointFields): (keyof EndpointFields)[] {
  const fields = Object.keys(wanted) as (keyof EndpointFields)[];
  return fields.filter((field) => plain(current[field]) !== plain(wanted[field]));
}

function plain(value: string | string[] | null): string | null {
  return Array.isArray(value) ? [...value].sort().join(' ') : value;
}

/**
 * The health of an endpoint after these fields changed: a new status begins anew, and so does another address, which has not failed yet. What
 * was disabled stays so, with its reason, until somebody says otherwise.
 */
export function healthAfter(
  current: EndpointHealth & Pick<StoredEndpoint, 'status'>,
  changed: readonly (keyof EndpointFields)[],
): EndpointHealth {
  const isNew = changed.includes('status') || (changed.includes('url') && current.status !== 'DISABLED');
  if (isNew) return HEALTHY;
  const { statusReason, failingSince, failures, warnedAt } = current;
  return { statusReason, failingSince, failures, warnedAt };
}

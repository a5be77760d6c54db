// A webhook endpoint as services work with it. Its secrets are sealed in it.
import type { RecordOf } from '#platform/database/table.js';
import type { EndpointEntity } from './endpoint.entity.js';

export type StoredEndpoint = RecordOf<EndpointEntity>;

export function toStoredEndpoint(row: EndpointEntity): StoredEndpoint {
  return {
    merchantId: row.merchant_id,
    mode: row.mode,
    id: row.id,
    name: row.name,
    url: row.url,
    events: row.events,
    campaignIds: row.campaign_ids,
    payload: row.payload,
    ordering: row.ordering,
    status: row.status,
    statusReason: row.status_reason,
    failingSince: row.failing_since,
    failures: row.failures,
    warnedAt: row.warned_at,
    secret: row.secret,
    secretHint: row.secret_hint,
    oldSecret: row.old_secret,
    oldSecretUntil: row.old_secret_until,
    isNewSecretLast: row.is_new_secret_last,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

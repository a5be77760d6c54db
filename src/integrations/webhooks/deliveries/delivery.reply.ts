// Deliveries and tries as the contract shows them.
import type { Schema } from '#platform/contract/operation.js';
import { toPublicId } from '#platform/values/ids.js';
import type { ShownDelivery, StoredTry } from './delivery-log.repository.js';

export function toDelivery(row: ShownDelivery, last: StoredTry | null): Schema<'Delivery'> {
  return {
    deliveryId: toPublicId('whd', row.id),
    endpointId: toPublicId('whe', row.endpoint_id),
    kind: row.kind,
    eventId: toPublicId('evt', row.event_id),
    event: row.event,
    state: row.state,
    attempts: row.attempts,
    nextTryAt: row.state === 'WAITING' ? row.due_at.toISOString() : null,
    createdAt: row.created_at.toISOString(),
    lastAttempt: last && toAttempt(last),
  };
}

/** @param tries oldest first */
export function toWholeDelivery(
  row: ShownDelivery,
  tries: readonly StoredTry[],
  body: string | null,
): Schema<'WholeDelivery'> {
  return { ...toDelivery(row, tries.at(-1) ?? null), tries: tries.map(toAttempt), body };
}

function toAttempt(row: StoredTry): Schema<'DeliveryAttempt'> {
  return {
    startedAt: row.started_at.toISOString(),
    durationMs: row.duration_ms,
    status: row.status,
    headers: JSON.parse(row.headers) as Record<string, string>,
    body: row.body,
    isCut: row.is_cut,
    failure: row.failure,
    nextTryAt: row.next_try_at?.toISOString() ?? null,
  };
}

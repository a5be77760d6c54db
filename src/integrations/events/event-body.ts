// What is told of an event: the text that is sent, signed and read back. Pure.
import type { Schema } from '#platform/contract/operation.js';
import type { KeptHappening } from '#platform/events/happening.js';
import type { Mode } from '#platform/database/tenant.js';
import { toPublicId } from '#platform/values/ids.js';

/** What the event gets beside what is known since it happened. */
export interface Numbered {
  mode: Mode;
  sequence: number;
  apiVersion: string;
  /** What it happened to, as the contract shows it. */
  data: object;
}

export function eventBody(
  happening: KeptHappening,
  { mode, sequence, apiVersion, data }: Numbered,
): Schema<'Event'> {
  const { id, event, at, details } = happening;
  return {
    event,
    data: data as Schema<'Event'>['data'],
    timestamp: at,
    idempotencyKey: idempotencyKeyOf(happening),
    id: toPublicId('evt', id),
    sequence,
    mode,
    apiVersion,
    details,
  };
}

/**
 * Names what happened, so that whoever has seen the name has seen the thing: by what it happened to, where that can be once, and else by
 * which one it was.
 */
function idempotencyKeyOf({ id, event, subjectId, details }: KeptHappening): string {
  const conversionId = () => toPublicId('cnv', subjectId);
  switch (event) {
    case 'conversion.created':
    case 'conversion.attributed':
      return `${event}:conversion:${conversionId()}`;
    case 'conversion.refunded':
      return `${event}:refund:${conversionId()}:${String(details['refundId'])}`;
    case 'conversion.commission_paid':
      return `${event}:payout:${String(details['payoutId'])}:${String(details['commissionId'])}`;
    case 'commission.approved':
    case 'commission.rejected':
      return `${event}:commission:${String(details['commissionId'])}`;
    case 'payout.created':
    case 'payout.paid':
      return `${event}:payout:${toPublicId('pay', subjectId)}`;
    case 'commission.adjusted':
    case 'affiliate.suspended':
    case 'endpoint.failing':
    case 'endpoint.disabled':
      return `${event}:event:${toPublicId('evt', id)}`;
  }
}

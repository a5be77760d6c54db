// A call as it is written down: what may be kept of it, and nothing that was sent but its own id.
import { redactText } from '#platform/logging/redact.js';
import type { Issue } from '#platform/errors/failure.js';
import type { EndedCall } from './ended-call.js';
import { toToldFaults } from './told-faults.js';

export interface KeptCall {
  /** When it arrived, in milliseconds since 1970. */
  at: number;
  /** How long it took. */
  ms: number;
  /** A UUID. */
  keyId: string;
  operationId: string;
  requestId: string;
  /** null: the caller went away. */
  status: number | null;
  /** Of an error, and of a batch of which items were refused. */
  code?: string;
  reason?: string;
  faults?: Issue[];
  moreFaults?: number;
}

export function toKeptCall(call: EndedCall): KeptCall {
  const { caller, operationId, requestId, status, refusal, endedAt, ms } = call;
  return {
    at: Math.round(endedAt.getTime() - ms),
    ms: Math.round(ms * 10) / 10,
    keyId: caller.keyId,
    operationId,
    requestId: redactText(requestId), // as the log has it: somebody may have sent a key as one
    status,
    ...(refusal && { ...refusal, faults: toToldFaults(refusal.faults) }),
  };
}

/** A call among those that are read back. */
export interface ReadCall extends KeptCall {
  /** In the form of a UUID. Later calls have higher ones. */
  id: string;
  failed: boolean;
}

/** What a row holds, each with an id of its own: of its time, its batch and its place in it, so that the same call always has the same. */
export function toReadCalls(batch: { id: string; failed: boolean; calls: readonly KeptCall[] }): ReadCall[] {
  const random = batch.id.replaceAll('-', '').slice(-16);
  return batch.calls.map((call, index) => {
    const digits = call.at.toString(16).padStart(12, '0') + random + index.toString(16).padStart(4, '0');
    const id = digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
    return { ...call, id, failed: batch.failed };
  });
}

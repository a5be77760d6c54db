// A call that is over, as it waits in memory to be written down: references and figures, nothing that is built for it.
import type { Tenant } from '#platform/database/tenant.js';
import type { Exchange } from '#platform/contract/exchange.js';
import type { OperationId } from '#platform/contract/routes.js';
import type { Issue } from '#platform/errors/failure.js';
import { reasons, type ErrorCode, type ErrorReason } from '#platform/errors/reasons.js';

/** Faults that are kept of a call. */
export const MOST_FAULTS = 10;

export interface EndedCall {
  /** Whose key it came with. */
  caller: Tenant & { keyId: string };
  operationId: OperationId;
  requestId: string;
  /** null: the caller went away before all of the answer was sent. */
  status: number | null;
  /** What was wrong; null: nothing, or nobody was told. */
  refusal: Refusal | null;
  endedAt: Date;
  ms: number;
}

/** An error as it was answered; of a batch, that of its first refused item, with the faults of all. */
export interface Refusal {
  code: ErrorCode;
  reason: ErrorReason;
  /** MOST_FAULTS at most. */
  faults: readonly Issue[];
  /** How many more there were. */
  moreFaults: number;
}

export function hasFailed({ status, refusal }: Pick<EndedCall, 'status' | 'refusal'>): boolean {
  return status === null || status >= 400 || refusal !== null;
}

/** What was wrong with a call, cut to what is kept of it: the rest of a failure may be large. */
export function refusalOf({ failure, refusedParts }: Exchange): Refusal | null {
  if (failure) {
    const { code, reason, details } = failure;
    const moreFaults = Math.max(0, details.length - MOST_FAULTS);
    return { code, reason, faults: details.slice(0, MOST_FAULTS), moreFaults };
  }
  const [first] = refusedParts;
  if (!first) return null;
  const { code, reason } = first.failure;
  const faults: Issue[] = [];
  let moreFaults = 0;
  for (const part of refusedParts) {
    const details = part.failure.details.length > 0 ? part.failure.details : [wholly(part.failure.reason)];
    const room = details.slice(0, MOST_FAULTS - faults.length);
    for (const { path, message } of room) faults.push({ path: [...part.path, ...path], message });
    moreFaults += details.length - room.length;
  }
  return { code, reason, faults, moreFaults };
}

/** A part with which nothing in particular is wrong. The reason's own words: a thrown message might say more than may be kept. */
function wholly(reason: ErrorReason): Issue {
  return { path: [], message: reasons[reason].message };
}

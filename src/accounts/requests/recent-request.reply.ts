// A call of late, as the contract tells it.
import { operations } from '#generated/operations.js';
import { docUrlOf } from '#platform/contract/envelope.js';
import type { Schema } from '#platform/contract/operation.js';
import type { OperationId } from '#platform/contract/routes.js';
import { toPublicId } from '#platform/values/ids.js';
import type { ReadCall } from './kept-call.js';

type Told = Schema<'RecentRequest'>;

interface Surroundings {
  /** Of keys, by UUID. */
  names: ReadonlyMap<string, string>;
  /** The page about error codes, by its whole address. */
  errorsPage: string;
}

/** @param call of an operation that there is. */
export function toRecentRequest(call: ReadCall, { names, errorsPage }: Surroundings): Told {
  const { requestId, at, ms, keyId, operationId, status, failed, code = null, reason = null } = call;
  const { method, path } = operations[operationId as OperationId];
  return {
    requestId,
    at: new Date(at).toISOString(),
    keyId: toPublicId('key', keyId),
    keyName: names.get(keyId) ?? null,
    operationId,
    method: method.toUpperCase(),
    path,
    status,
    failed,
    code: code as Told['code'],
    reason,
    faults: call.faults ?? [],
    moreFaults: call.moreFaults ?? 0,
    docUrl: code === null ? null : docUrlOf(errorsPage, code),
    durationMs: ms,
  };
}

// What became of the items of a batch, as the contract shows it.
import type { Failure, Issue } from '#platform/errors/failure.js';
import type { Schema } from '#platform/contract/operation.js';

export type ItemResult = Schema<'BatchItemResult'>;
type ItemError = Schema<'BatchItemError'>;

/** Faults named of one item, and their bytes. A thousand items may be wrong, and clients log what they are answered. */
export const MOST_ISSUES = 10;
const MOST_BYTES = 2048;

/** An item that was recorded, now or before. */
export function toRecordedItem(index: number, status: 200 | 201, data: Schema<'PostbackResult'>): ItemResult {
  const result = status === 201 ? 'created' : 'replayed';
  const told = { ...data, ignored: firstIssues(data.ignored) };
  return { index, externalId: data.externalId, result, status, data: told, error: null };
}

/** An item that was not, or whose outcome is unknown. */
export function toFailedItem(index: number, sent: unknown, failure: Failure): ItemResult {
  return {
    index,
    externalId: externalIdOf(sent),
    result: failure.status >= 500 ? 'failed' : failure.status === 409 ? 'conflict' : 'invalid',
    status: failure.status as ItemResult['status'],
    data: null,
    error: toItemError(failure),
  };
}

export function toBatch(results: ItemResult[]): Schema<'BatchResult'> {
  const counts = { created: 0, replayed: 0, conflict: 0, invalid: 0, failed: 0 };
  for (const { result } of results) counts[result]++;
  return { counts, results };
}

function toItemError({ code, reason, message, details }: Failure): ItemError {
  const shown = code === 'VALIDATION_FAILED' ? firstIssues(details) : details;
  return { code, reason, message, details: shown as ItemError['details'] };
}

/** At least one, however long its path. */
function firstIssues(issues: readonly Issue[]): Issue[] {
  let bytes = 0;
  const fits = (issue: Issue) => (bytes += Buffer.byteLength(JSON.stringify(issue))) <= MOST_BYTES;
  return issues.filter((issue, index) => fits(issue) || index === 0);
}

/** The id by which the caller finds his item again, unless it is none: then the index must do. */
function externalIdOf(sent: unknown): string | null {
  if (typeof sent !== 'object' || sent === null || !Object.hasOwn(sent, 'externalId')) return null;
  const { externalId } = sent as { externalId: unknown };
  if (typeof externalId !== 'string' || externalId.length > 2 * 255) return null;
  const length = [...externalId].length;
  return length >= 1 && length <= 255 && externalId.isWellFormed() && !externalId.includes('\0')
    ? externalId
    : null;
}

// One of several bodies in a call, checked exactly as the call that takes one of them would: same order, same faults, same words.
import { dtos } from '#generated/dto.js';
import { operations } from '#generated/operations.js';
import { requireObject, tooLarge } from './body.js';
import type { DtoClass } from '#platform/contract/dto.js';
import { sizeAsJson } from '#platform/values/sizes.js';
import type { Issue } from '#platform/errors/failure.js';
import type { BodyOf, Rule } from '#platform/contract/operation.js';
import type { OperationId } from '#platform/contract/routes.js';
import { schemaChecks } from '#platform/contract/schema-check.js';
import { validate, type Takes } from '#platform/contract/validation.js';

/** A body that keeps the contract, and what of it was not taken as it was sent. */
export interface Checked<Id extends OperationId> {
  body: BodyOf<Id>;
  ignored: readonly Issue[];
}

/**
 * The check of an operation's bodies.
 * @param rules those of the operation's handler.
 * @param mostFaults how many faults of one body are named.
 * @returns a function that gives the body and what of it was ignored, or throws the Failure that the operation would answer: INVALID_REQUEST,
 *   PAYLOAD_TOO_LARGE (by the size as JSON without spaces) or VALIDATION_FAILED.
 */
export function bodyCheck<Id extends OperationId>(
  id: Id,
  rules: readonly Rule<Id>[],
  mostIssues: number,
): (sent: unknown, now: Date) => Checked<Id> {
  const { body, query }: { body: DtoClass | null; query: DtoClass | null } = dtos[id];
  const limitBytes = operations[id].body?.limitBytes ?? 0;
  const takes: Takes = {
    body,
    bodyCheck: schemaChecks().get(id) ?? null,
    query: null,
    queryOfBody: query,
    openQuery: true,
    rules,
    mostIssues,
  };
  return (sent, now) => {
    if (sizeOf(sent) > limitBytes) throw tooLarge(limitBytes);
    const given = { body: requireObject(sent), queryString: '', now };
    const { body: checked, ignored } = validate(takes, given);
    return { body: checked as BodyOf<Id>, ignored };
  };
}

/** What is nested too deep to be written as JSON has no size; it is refused for its depth. */
function sizeOf(sent: unknown): number {
  try {
    return sizeAsJson(sent);
  } catch {
    return 0;
  }
}

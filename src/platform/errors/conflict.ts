// 409: what a call says contradicts what is stored. One shape for all of them: a message that says what became of the call, and each
// field that differs, with the caller's value and ours.
import { Failure, type Issue } from './failure.js';
import type { ReasonOf } from './reasons.js';

type ConflictReason = ReasonOf<'ALREADY_EXISTS'>;

type Shown = string | number | boolean | null;

/** A field that differs. Both values are null where they are not the caller's to see, or too long to repeat. */
export interface Difference<Field extends string = string> {
  field: Field;
  yours: Shown;
  ours: Shown;
  /** What is in the way; that they differ unless there is more to say. */
  message?: string;
}

/** The fields in which two records differ, as a 409 tells them. */
export function differencesIn<Field extends string>(
  fields: readonly Field[],
  yours: Readonly<Record<Field, Shown>>,
  ours: Readonly<Record<Field, Shown>>,
): Difference<Field>[] {
  return fields
    .filter((field) => yours[field] !== ours[field])
    .map((field) => ({ field, yours: yours[field], ours: ours[field] }));
}

/** A difference that names its field alone: an email, whose a code is. */
export function hidden<Field extends string>(field: Field, message?: string): Difference<Field> {
  return { field, yours: null, ours: null, ...(message !== undefined && { message }) };
}

/** The difference as a detail of the 409. */
function toIssue({ field, yours, ours, message = 'is not what is stored' }: Difference): Issue & Difference {
  return { path: [field], message, field, yours, ours };
}

/** 409. @param message shown to the caller: what stands in the way, and that nothing was changed; the reason's own words if left out. */
export function conflict(
  reason: ConflictReason,
  differences: readonly Difference[],
  message?: string,
): Failure {
  return new Failure(reason, message, differences.map(toIssue));
}

/**
 * For a repeat: it must say what the first call said.
 * @param message of the 409, from the names of the fields that differ, as `amount and currency`
 * @throws Failure ALREADY_EXISTS (409) if there are differences
 */
export function refuseDifferences(
  reason: ConflictReason,
  differences: readonly Difference[],
  message: (fields: string) => string,
): void {
  if (differences.length === 0) return;
  throw conflict(reason, differences, message(differences.map(({ field }) => field).join(' and ')));
}

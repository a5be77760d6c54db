// 409: what a call says contradicts what is stored. One shape for all of them: a message that says what became of the call, and each
// field that differs, with the caller's value and ours.
import { Failure } from './failure.js';

type Shown = string | number | boolean | null;

/** A field that differs. Both values are null where they are not the caller's to see, or too long to repeat. */
export interface Difference<Field extends string = string> {
  field: Field;
  yours: Shown;
  ours: Shown;
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
export function hidden<Field extends string>(field: Field): Difference<Field> {
  return { field, yours: null, ours: null };
}

/** 409. @param message shown to the caller: what stands in the way, and that nothing was changed. */
export function conflict(message: string, differences: readonly Difference[]): Failure {
  return new Failure('ALREADY_EXISTS', message, differences);
}

/**
 * For a repeat: it must say what the first call said.
 * @param message of the 409, from the names of the fields that differ, as `amount and currency`
 * @throws Failure ALREADY_EXISTS (409) if there are differences
 */
export function refuseDifferences(
  differences: readonly Difference[],
  message: (fields: string) => string,
): void {
  if (differences.length === 0) return;
  throw conflict(message(differences.map(({ field }) => field).join(' and ')), differences);
}

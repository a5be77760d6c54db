// A person's own words: name, language, time zone; how they are kept, and what cannot be one.
import type { Issue } from '#platform/errors/failure.js';
import { nameIssues } from '#platform/values/names.js';
import type { Schema } from '#platform/contract/operation.js';

export type Language = Schema<'Language'>;

/** What is wrong with a person's fields that no schema can say; what is left out, or no text, is not looked at. */
export function personIssues(fields: { name?: unknown; timeZone?: unknown }): Issue[] {
  const issues = nameIssues(fields.name);
  if (typeof fields.timeZone === 'string' && !isTimeZone(fields.timeZone))
    issues.push({ path: ['timeZone'], message: 'is no time zone' });
  return issues;
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    // An offset is no place: what it is next summer nobody knows.
    return !/^[+-]/.test(name);
  } catch {
    return false;
  }
}

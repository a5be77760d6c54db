// What was wrong with a call, as it may be kept: places and rules, never a value. The messages are ours and hold none (Issue says so, and
// test/e2e/requests/values.e2e.ts proves it of every field); a place may be a name that the sender made up, and so anything.
import type { Issue } from '#platform/errors/failure.js';

/** Any name of the contract's is one, and what somebody misspelt. An id, an email, a token or a sentence is none. */
const PLAIN_NAME = /^[A-Za-z_-]{1,40}$/;
const HIDDEN = '*';
const MOST_STEPS = 8;
const LONGEST_MESSAGE = 300;

/** @param issues of a 403 say beside the rule which permission is missing, a word of ours: it is kept with the rule */
export function toToldFaults(issues: readonly (Issue & { permission?: string })[]): Issue[] {
  return issues.map(({ path, message, permission }) => ({
    path: path.slice(0, MOST_STEPS).map(toToldStep),
    message: (permission === undefined ? message : `${message}: ${permission}`).slice(0, LONGEST_MESSAGE),
  }));
}

function toToldStep(step: string | number): string | number {
  return typeof step === 'number' || PLAIN_NAME.test(step) ? step : HIDDEN;
}

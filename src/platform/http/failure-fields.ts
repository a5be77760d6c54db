// What the line of a request says of its refusal. It loads nothing: front-door.ts refuses calls before there is a log.
import type { Failure } from '#platform/errors/failure.js';
import type { RequestLine } from '#platform/logging/log.js';

/** Of the places that a refusal names, as many as a line needs. */
const MOST_PATHS = 10;

/** Why it was refused, so that nobody has to ask the caller: the faults' places, and no value. */
export function failureFields({ code, reason, message, details }: Failure): Partial<RequestLine> {
  const paths = details.slice(0, MOST_PATHS).map(({ path }) => path.join('.'));
  return { code, reason, message, ...(paths.length > 0 && { paths }) };
}

// The errors of replies, as tests write them down.
import { statusOf } from '#platform/errors/failure.js';
import { reasons, type ErrorReason, type ReasonOf } from '#platform/errors/reasons.js';

type Detail = Record<string, unknown>;

/** A field in conflict, as a 409 shows it. */
export function difference(
  field: string,
  yours: unknown,
  ours: unknown,
  message: unknown = 'is not what is stored',
): Detail {
  return { path: [field], message, field, yours, ours };
}

/** The whole `error` of a reply, in the reason's own words unless there are others. */
export function errorOf(
  reason: ErrorReason,
  details: Detail[] = [],
  message: string = reasons[reason].message,
): Detail {
  const { code } = reasons[reason];
  const docUrl = expect.stringMatching(
    new RegExp(`^https?://.*/docs/errors#${code.toLowerCase()}$`),
  ) as string;
  return { code, reason, message, details, docUrl };
}

/** The whole `error` of a 404: where the id was sent, and nothing else. */
export function notFoundError(reason: ReasonOf<'NOT_FOUND'>, ...path: string[]): Detail {
  expect(statusOf[reasons[reason].code]).toBe(404);
  return errorOf(reason, [{ path, message: 'names nothing that you can see' }]);
}

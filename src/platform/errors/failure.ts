// What can go wrong, as the contract names it: one class, and the one table from code to HTTP status.
import { reasons, type ErrorCode, type ErrorReason, type ReasonOf } from './reasons.js';

export type { ErrorCode, ErrorReason } from './reasons.js';

/**
 * One thing wrong with a request. `path` names where, `message` the rule; neither ever holds a value that was sent. What else belongs to it
 * (values that differ, the id that is meant) stands beside them.
 */
export interface Issue {
  path: (string | number)[];
  message: string;
}

/** The HTTP status of each error code: the only place that says so. */
export const statusOf = {
  INVALID_REQUEST: 400,
  UNAUTHORIZED: 401,
  PERMISSION_DENIED: 403,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  ALREADY_EXISTS: 409,
  PAYLOAD_TOO_LARGE: 413,
  VALIDATION_FAILED: 422,
  RATE_LIMIT_EXCEEDED: 429,
  SERVER_ERROR: 500,
  SERVICE_UNAVAILABLE: 503,
} as const satisfies Record<ErrorCode, number>;

export interface FailureOptions {
  /** What really happened; logged, never shown. */
  cause?: unknown;
  /** Seconds the caller should wait; sent as Retry-After. 429 and 503 say 1 unless told. */
  retryAfterSeconds?: number;
  /** The methods that the path has; sent as Allow with a 405. */
  allow?: readonly string[];
}

/**
 * An answer that is not a success. Throw it anywhere: the failure filter turns it into the contract's error body.
 * `message` and `details` are shown to the caller, so they must not hold what the caller may not know.
 */
export class Failure extends Error {
  readonly code: ErrorCode;
  readonly status: number;
  readonly retryAfterSeconds: number | null;
  readonly allow: readonly string[];

  /** @param message for people; the reason's own words unless there are better ones. */
  constructor(
    readonly reason: ErrorReason,
    message: string = reasons[reason].message,
    readonly details: readonly Issue[] = [],
    options: FailureOptions = {},
  ) {
    const { code } = reasons[reason];
    // An expected answer needs no stack, and taking one would make refusing dear just when there is too much to do.
    const { stackTraceLimit } = Error;
    if (code !== 'SERVER_ERROR') Error.stackTraceLimit = 0;
    super(message, { cause: options.cause });
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'Failure';
    this.code = code;
    this.status = statusOf[code];
    this.retryAfterSeconds =
      options.retryAfterSeconds ?? (this.status === 429 || this.status === 503 ? 1 : null);
    this.allow = options.allow ?? [];
  }
}

/** 422 with all its faults. */
export class ValidationFailure extends Failure {
  constructor(issues: readonly Issue[]) {
    super('VALIDATION_FAILED', undefined, issues);
    this.name = 'ValidationFailure';
  }
}

/**
 * 404 of an id: the same words for what never existed, what is malformed and what belongs to someone else.
 * @param path where it was sent: the path parameter's name, or the way to the field in the body.
 */
export function notFound(reason: ReasonOf<'NOT_FOUND'>, path: Issue['path']): Failure {
  return new Failure(reason, undefined, [{ path, message: 'names nothing that you can see' }]);
}

/** The error code that fits a status the framework chose; null for what is our own fault. */
export function codeForStatus(status: number): ErrorCode | null {
  const known = (Object.keys(statusOf) as ErrorCode[]).find((code) => statusOf[code] === status);
  if (known) return known;
  return status >= 400 && status < 500 ? 'INVALID_REQUEST' : null;
}

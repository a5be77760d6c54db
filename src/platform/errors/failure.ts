// What can go wrong, as the contract names it: one class, and the one table from code to HTTP status.
import type { components } from '#generated/schema.js';

export type ErrorCode = components['schemas']['ErrorCode'];

/** One thing wrong with a request. `path` names where, `message` the rule; neither ever holds a value that was sent. */
export interface Issue {
  path: (string | number)[];
  message: string;
}

interface Meaning {
  status: number;
  message: string;
}

const table = {
  INVALID_REQUEST: { status: 400, message: 'The request could not be read.' },
  UNAUTHORIZED: { status: 401, message: 'A valid API key is needed: Authorization: Bearer <key>.' },
  PERMISSION_DENIED: { status: 403, message: 'This key may not do this.' },
  NOT_FOUND: { status: 404, message: 'There is nothing here.' },
  ALREADY_EXISTS: { status: 409, message: 'This name is taken by something different.' },
  PAYLOAD_TOO_LARGE: { status: 413, message: 'The body is too large.' },
  VALIDATION_FAILED: {
    status: 422,
    message: 'The request does not keep to the contract; details lists every fault.',
  },
  RATE_LIMIT_EXCEEDED: { status: 429, message: 'Too many requests; see Retry-After.' },
  SERVER_ERROR: {
    status: 500,
    message: 'Something went wrong on our side. Quote the request id when you ask us.',
  },
  SERVICE_UNAVAILABLE: {
    status: 503,
    message: 'The service cannot answer right now. Repeat the call: the repeat tells the outcome.',
  },
} as const satisfies Record<ErrorCode, Meaning>;

/** The HTTP status of each error code: the only place that says so. */
export const statusOf: { readonly [Code in ErrorCode]: (typeof table)[Code]['status'] } = Object.fromEntries(
  Object.entries(table).map(([code, { status }]) => [code, status]),
) as never;

export interface FailureOptions {
  /** What really happened; logged, never shown. */
  cause?: unknown;
  /** Seconds the caller should wait; sent as Retry-After. 429 and 503 say 1 unless told. */
  retryAfterSeconds?: number;
}

/**
 * An answer that is not a success. Throw it anywhere: the failure filter turns it into the contract's error body.
 * `message` and `details` are shown to the caller, so they must not hold what the caller may not know.
 */
export class Failure extends Error {
  readonly status: number;
  readonly retryAfterSeconds: number | null;

  constructor(
    readonly code: ErrorCode,
    message: string = table[code].message,
    readonly details: unknown = [],
    options: FailureOptions = {},
  ) {
    // An expected answer needs no stack, and taking one would make refusing dear just when there is too much to do.
    const { stackTraceLimit } = Error;
    if (code !== 'SERVER_ERROR') Error.stackTraceLimit = 0;
    super(message, { cause: options.cause });
    Error.stackTraceLimit = stackTraceLimit;
    this.name = 'Failure';
    this.status = statusOf[code];
    this.retryAfterSeconds =
      options.retryAfterSeconds ?? (this.status === 429 || this.status === 503 ? 1 : null);
  }
}

/** 422 with all its faults. */
export class ValidationFailure extends Failure {
  constructor(issues: readonly Issue[]) {
    super('VALIDATION_FAILED', undefined, issues);
    this.name = 'ValidationFailure';
  }
}

/** The one 404: the same words for what never existed, what is malformed and what belongs to someone else. */
export function notFound(): Failure {
  return new Failure('NOT_FOUND');
}

/** The error code that fits a status the framework chose; null for what is our own fault. */
export function codeForStatus(status: number): ErrorCode | null {
  const known = (Object.keys(table) as ErrorCode[]).find((code) => table[code].status === status);
  if (known) return known;
  return status >= 400 && status < 500 ? 'INVALID_REQUEST' : null;
}

// Why a call has failed, as the contract's error body says it, or that no answer came.
import type { Schemas } from './types.js';

type ErrorBody = Schemas['ErrorReply'];

/** One field that was refused, and why. */
export interface Detail {
  path: readonly (string | number)[];
  message: string;
}

export class ApiFailure extends Error {
  override readonly name = 'ApiFailure';

  constructor(
    /** 0 when no answer came. */
    readonly status: number,
    /** The contract's `reason`; `NO_ANSWER` when none came. */
    readonly reason: string,
    message: string,
    readonly facts: { details: Detail[]; requestId: string | null; retryAfterSeconds: number | null },
  ) {
    super(message);
  }

  /** Whether the service, its database or the way there is away: nothing is wrong with what was sent. */
  get isAway(): boolean {
    return this.status === 0 || this.status === 502 || this.status === 503 || this.status === 504;
  }

  /** What is said of a field; undefined when it is right. */
  of(field: string): string | undefined {
    return this.facts.details.find(({ path }) => path[0] === field)?.message;
  }
}

export function noAnswer(cause: unknown): ApiFailure {
  const failure = new ApiFailure(0, 'NO_ANSWER', String(cause), {
    details: [],
    requestId: null,
    retryAfterSeconds: null,
  });
  failure.cause = cause;
  return failure;
}

export async function failureOf(response: Response): Promise<ApiFailure> {
  const body = (await response.json().catch(() => null)) as Partial<ErrorBody> | null;
  const { error, meta } = body ?? {};
  const seconds = Number(response.headers.get('retry-after'));
  return new ApiFailure(
    response.status,
    error?.reason ?? 'UNREADABLE',
    error?.message ?? response.statusText,
    {
      details: (error?.details ?? []) as Detail[],
      requestId: meta?.requestId ?? response.headers.get('x-request-id'),
      retryAfterSeconds: Number.isFinite(seconds) && seconds > 0 ? seconds : null,
    },
  );
}

// What is known about one request and its reply while it is under way. Lives on the request object, dies with it.
import type { IncomingMessage } from 'node:http';
import type { ExecutionContext } from '@nestjs/common';
import { createParamDecorator } from '@nestjs/common';
import { operations } from '#generated/operations.js';
import type { Failure } from '#platform/errors/failure.js';
import type { OperationFacts } from './operation-facts.js';
import type { KeyHolder } from './key-check.js';
import type { MatchedRoute } from './routes.js';

export class Exchange {
  /** Of the monotonic clock, milliseconds. */
  readonly startedAt = performance.now();
  /** Who calls; null on public operations and on optional ones without a key. */
  caller: KeyHolder | null = null;
  /** Over its rate limit, on operations that answer even then. */
  overLimit = false;
  /** The reply has left, or nobody is there to take it: whatever comes now is late. */
  answered = false;
  /** What the answer was, if not a success. */
  failure: Failure | null = null;
  /** Stops the clock that would answer in the handler's stead. */
  deadline: NodeJS.Timeout | undefined;

  constructor(
    readonly requestId: string,
    /** The moment it arrived, by the service's Clock; a function, because replies carry their own moment. */
    readonly now: () => Date,
    readonly route: MatchedRoute,
    /** The page about error codes, by its whole address. */
    readonly errorsPage: string,
  ) {}

  get operation(): OperationFacts | null {
    return this.route.operationId === null ? null : operations[this.route.operationId];
  }
}

const EXCHANGE = Symbol('exchange');
type Carrier = IncomingMessage & { [EXCHANGE]?: Exchange };

export function openExchange(request: IncomingMessage, exchange: Exchange): void {
  (request as Carrier)[EXCHANGE] = exchange;
}

/** The exchange a request belongs to. Throws when the app was not set up by applyContract(). */
export function exchangeOf(request: IncomingMessage): Exchange {
  const exchange = (request as Carrier)[EXCHANGE];
  if (!exchange) throw new Error('No exchange on this request: is the app set up by applyContract()?');
  return exchange;
}

/** Handler parameter: whether the caller is over its limit (operations that answer even then: x-enveloped: false). */
export const OverLimit = createParamDecorator(
  (_: unknown, context: ExecutionContext): boolean => exchangeOf(requestOf(context)).overLimit,
);

/** Handler parameter of operations that refuse no body (x-lenient-body): the body, or null if it cannot be used. */
export const UsableBody = createParamDecorator(
  (_: unknown, context: ExecutionContext): unknown => (requestOf(context) as { body?: unknown }).body ?? null,
);

/** Handler parameter: the request's id, for lines in the log that belong to it. */
export const RequestId = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => exchangeOf(requestOf(context)).requestId,
);

export function requestOf(context: ExecutionContext): IncomingMessage {
  return context.switchToHttp().getRequest<IncomingMessage>();
}

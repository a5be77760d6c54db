// What is known about one request and its reply while it is under way. Lives on the request object, dies with it.
// It imports no framework: front-door.ts, which is loaded before any, needs it.
import type { IncomingMessage } from 'node:http';
import { operations } from '#generated/operations.js';
import type { Failure, Issue } from '#platform/errors/failure.js';
import type { OperationFacts } from './operation-facts.js';
import type { KeyHolder } from './key-check.js';
import type { Member, SignedIn } from './session-check.js';
import type { MatchedRoute } from './routes.js';

/** A part of a body, refused by itself. */
export interface RefusedPart {
  path: Issue['path'];
  failure: Failure;
}

export class Exchange {
  /** Of the monotonic clock, milliseconds. */
  readonly startedAt: number;
  /** Who calls for a merchant; null on public operations, on optional ones without a key, and on what is a person's own. */
  caller: KeyHolder | Member | null = null;
  /** Whose session it is; null where no session counts. */
  person: SignedIn | null = null;
  /** Over its rate limit, on operations that answer even then. */
  overLimit = false;
  /** What of the body was not taken as it was sent, though nothing was refused for it. */
  ignored: readonly Issue[] = [];
  /** Of an answer that is a success though parts of what was sent are refused (a batch): which, and why. */
  refusedParts: readonly RefusedPart[] = [];
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
    /** How long it waited before there was an app, in milliseconds: part of its time. */
    readonly waitedMs = 0,
  ) {
    this.startedAt = performance.now() - waitedMs;
  }

  get operation(): OperationFacts | null {
    return this.route.operationId === null ? null : operations[this.route.operationId];
  }
}

const EXCHANGE = Symbol('exchange');
type Carrier = IncomingMessage & { [EXCHANGE]?: Exchange };

export function openExchange(request: IncomingMessage, exchange: Exchange): void {
  (request as Carrier)[EXCHANGE] = exchange;
}

/** The exchange a request belongs to; null before the app has begun with it. */
export function exchangeIfBegun(request: IncomingMessage): Exchange | null {
  return (request as Carrier)[EXCHANGE] ?? null;
}

/** The exchange a request belongs to. Throws when the app was not set up by applyContract(). */
export function exchangeOf(request: IncomingMessage): Exchange {
  const exchange = exchangeIfBegun(request);
  if (!exchange) throw new Error('No exchange on this request: is the app set up by applyContract()?');
  return exchange;
}

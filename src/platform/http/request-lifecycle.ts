// The first thing a request meets, before the framework routes it: its id, its operation, its deadline, its line in the log.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '#platform/time/clock.js';
import { failureFields } from './failure-fields.js';
import type { Log, RequestLine } from '#platform/logging/log.js';
import type { Metrics } from '#platform/metrics/metrics.js';
import { ANSWER_DEADLINE_MS } from '#platform/time/time-budget.js';
import { sendFailure, sendResult } from './send-reply.js';
import { allowBrowsers } from './cors.js';
import type { Draining } from './draining.js';
import type { CallRecorder } from '#platform/contract/call-recorder.js';
import { Exchange, openExchange } from '#platform/contract/exchange.js';
import { Failure } from '#platform/errors/failure.js';
import { idOrNull, toPublicId } from '#platform/values/ids.js';
import { raw } from '#platform/contract/replies.js';
import { requestIdFrom } from './request-id.js';
import { isDecodable, matchRoute, normalizeUrl, pathnameOf } from '#platform/contract/routes.js';
import { maskedPath } from '#platform/contract/masked-path.js';
import { methodNotAllowed, unknownPath } from './unrouted.js';
import { wireFault } from './wire-faults.js';

export interface LifecycleParts {
  clock: Clock;
  log: Log;
  metrics: Metrics;
  recorder: CallRecorder;
  draining: Draining;
  /** The page about error codes, by its whole address. */
  errorsPage: string;
  /** After which it is answered in the handler's stead; ANSWER_DEADLINE_MS unless told. */
  timeoutMs?: number | undefined;
}

/** Opens the exchange of a call that has waited for so long already; false when the call is answered here. */
export type BeginRequest = (request: IncomingMessage, response: ServerResponse, waitedMs: number) => boolean;

/** What opens every exchange. */
export function beginRequest(parts: LifecycleParts): BeginRequest {
  return (request, response, waitedMs) => {
    const sentPath = pathnameOf(request.url ?? '/');
    request.url = normalizeUrl(request.url ?? '/');
    const pathname = pathnameOf(request.url);
    const route = matchRoute(request.method ?? 'GET', pathname);
    const exchange = new Exchange(
      requestIdFrom(request.headers['x-request-id']),
      () => parts.clock.now(),
      route,
      parts.errorsPage,
      waitedMs,
    );
    openExchange(request, exchange);
    response.setHeader('X-Request-Id', exchange.requestId);
    if (route.cors) allowBrowsers(response, exchange.operation?.method === 'options');
    response.once('close', () => finish(parts, pathname, response, exchange));
    parts.draining.callBegan();
    setDeadline(parts, request, response, exchange);
    if (parts.draining.active) response.setHeader('Connection', 'close');
    const refusal = refuse(request, response, exchange, sentPath);
    if (refusal) sendFailure(request, response, refusal);
    else if (!comesTooLate(parts.draining, exchange)) return true;
    else parts.draining.hold(exchange, () => sendFailure(request, response, new Failure('SHUTTING_DOWN')));
    return false;
  };
}

function refuse(
  request: IncomingMessage,
  response: ServerResponse,
  { operation, route }: Exchange,
  sentPath: string,
): Failure | null {
  const fault = wireFault(request);
  // Where a faulty request ends, and what the next one is, is as doubtful as the request itself.
  if (fault !== null) {
    response.setHeader('Connection', 'close');
    return new Failure('MALFORMED_HTTP', fault);
  }
  if (route.template === null) return unknownPath(request.method ?? 'GET', pathnameOf(request.url ?? '/'));
  if (operation === null) return methodNotAllowed(route.template);
  // Before the key is looked at, like an unknown path. Where there is no key, what the operation says of a name that there is not.
  const isKept = operation.security === 'key' || operation.security === 'session';
  if (isKept && !isDecodable(sentPath)) return new Failure('UNKNOWN_PATH');
  return null;
}

function comesTooLate(draining: Draining, { operation }: Exchange): boolean {
  // Health must say what is going on.
  if (!draining.active || operation === null || operation.path.startsWith('/health')) return false;
  // A visitor is not to blame for a restart, as long as there is a database to look his link up in.
  return draining.closed || operation.enveloped || operation.streamed;
}

function setDeadline(
  parts: LifecycleParts,
  request: IncomingMessage,
  response: ServerResponse,
  exchange: Exchange,
): void {
  const forAnswerMs = (parts.timeoutMs ?? ANSWER_DEADLINE_MS) - exchange.waitedMs;
  exchange.deadline = setTimeout(() => {
    parts.log.warn('no answer in time', {
      requestId: exchange.requestId,
      operation: exchange.route.operationId,
    });
    // What refuses no body does not refuse one that never ends either.
    if (exchange.operation?.body?.lenient) sendResult(request, response, 204, raw(204));
    else sendFailure(request, response, new Failure('NO_ANSWER_IN_TIME'));
  }, forAnswerMs);
}

function finish(
  { log, metrics, recorder, draining }: LifecycleParts,
  pathname: string,
  response: ServerResponse,
  exchange: Exchange,
): void {
  clearTimeout(exchange.deadline);
  draining.callEnded(exchange);
  const aborted = !response.writableFinished;
  exchange.answered = true;
  const { caller, failure, person, route } = exchange;
  const { operationId } = route;
  const status = aborted ? null : response.statusCode;
  const ms = performance.now() - exchange.startedAt;
  metrics.request(operationId, status, ms / 1000);
  if (failure) metrics.refused(operationId, failure.code);
  recorder.ended(exchange, status, ms);
  const line: RequestLine = {
    requestId: exchange.requestId,
    merchant: caller && toPublicId('mer', caller.merchantId),
    key: caller && idOrNull('key', caller.keyId),
    ...(person && { person: toPublicId('per', person.personId) }),
    operation: operationId,
    route: route.template ?? maskedPath(pathname),
    status,
    ms: Math.round(ms * 10) / 10,
    ...(aborted && { aborted }),
    ...(failure && failureFields(failure)),
  };
  log.request(line);
}

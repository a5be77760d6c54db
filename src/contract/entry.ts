// The first thing a request meets, before the framework routes it: its id, its operation, its deadline, its line in the log.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../clock.js';
import type { Log, RequestLine } from '../logging/log.js';
import { answerFailure } from './answer.js';
import { allowBrowsers } from './cors.js';
import type { Draining } from './draining.js';
import { Exchange, openExchange } from './exchange.js';
import { Failure, notFound } from './failure.js';
import { toPublicId } from './ids.js';
import { requestIdFrom } from './request-id.js';
import { isDecodable, matchRoute, normalizeUrl, pathnameOf } from './routes.js';

/** The official client waits 10 s, the contract promises 8: what has no answer by now is answered 503. */
const TIMEOUT_MS = 7_500;

export interface EntryParts {
  clock: Clock;
  log: Log;
  draining: Draining;
  /** Milliseconds; TIMEOUT_MS unless told. */
  timeoutMs?: number | undefined;
}

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** The middleware that opens every exchange. */
export function entry(parts: EntryParts): Middleware {
  return (request, response, next) => {
    request.url = normalizeUrl(request.url ?? '/');
    const pathname = pathnameOf(request.url);
    const route = matchRoute(request.method ?? 'GET', pathname);
    const exchange = new Exchange(
      requestIdFrom(request.headers['x-request-id']),
      () => parts.clock.now(),
      route,
    );
    openExchange(request, exchange);
    response.setHeader('X-Request-Id', exchange.requestId);
    if (route.cors) allowBrowsers(response, exchange.operation?.method === 'options');
    response.once('close', () => finish(parts.log, response, exchange));
    setDeadline(parts, request, response, exchange);
    const refusal = refuse(parts, response, exchange, pathname);
    if (refusal) answerFailure(request, response, refusal);
    else next();
  };
}

function refuse(
  parts: EntryParts,
  response: ServerResponse,
  exchange: Exchange,
  pathname: string,
): Failure | null {
  if (parts.draining.active) response.setHeader('Connection', 'close');
  if (!isDecodable(pathname)) return notFound();
  const { operation } = exchange;
  if (!parts.draining.active || operation === null) return null;
  // Health must say what is going on, and a visitor is not to blame for a restart.
  if (!operation.enveloped || operation.path.startsWith('/health')) return null;
  return new Failure(
    'SERVICE_UNAVAILABLE',
    'This process is shutting down. Repeat the call on a new connection.',
  );
}

function setDeadline(
  parts: EntryParts,
  request: IncomingMessage,
  response: ServerResponse,
  exchange: Exchange,
): void {
  exchange.deadline = setTimeout(() => {
    parts.log.warn('no answer in time', {
      requestId: exchange.requestId,
      operation: exchange.route.operationId,
    });
    answerFailure(request, response, new Failure('SERVICE_UNAVAILABLE'));
  }, parts.timeoutMs ?? TIMEOUT_MS);
}

function finish(log: Log, response: ServerResponse, exchange: Exchange): void {
  clearTimeout(exchange.deadline);
  const aborted = !response.writableFinished;
  exchange.answered = true;
  const line: RequestLine = {
    requestId: exchange.requestId,
    merchant: exchange.caller && toPublicId('mer', exchange.caller.merchantId),
    operation: exchange.route.operationId,
    route: exchange.route.template,
    status: aborted ? null : response.statusCode,
    ms: Math.round((performance.now() - exchange.startedAt) * 10) / 10,
  };
  log.request(aborted ? { ...line, aborted } : line);
}

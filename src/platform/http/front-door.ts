// The port and the server on it, from the process' first moment to its last. What comes before the app is there waits: a caller whose
// connection is refused comes back twice and then gives up, within a second or so, and a start takes longer than that.
// Loaded before everything else, so it imports neither Nest nor Express, and no database.
// Why so: docs/decisions/0021-a-restart-loses-no-order.md
import { createServer, IncomingMessage, ServerResponse, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { JSON_HEADERS, wrapData, wrapFailure } from '#platform/contract/envelope.js';
import { maskedPath } from '#platform/contract/masked-path.js';
import { matchRoute, normalizeUrl, pathnameOf, type MatchedRoute } from '#platform/contract/routes.js';
import { serviceVersion } from '#platform/contract/version.js';
import { Failure } from '#platform/errors/failure.js';
import { failureFields } from './failure-fields.js';
import type { Log, RequestLine } from '#platform/logging/log.js';
import { CONNECTION_SILENT_MS, START_HOLD_MS } from '#platform/time/time-budget.js';
import { allowBrowsers } from './cors.js';
import { requestIdFrom } from './request-id.js';
import { answerClientErrors, noteReply, type BoundReply } from './wire-errors.js';

/** Calls that may wait at once; more are refused at once, so that memory stays bounded. A body is not read before its call is let in. */
const MAX_WAITING = 2000;

/** Serves a call that has waited for so long, in milliseconds. */
export type Handler = (request: IncomingMessage, response: ServerResponse, waitedMs: number) => void;

/** The classes of a server's requests and replies. They become Express' when that is loaded: see fast-path.ts. */
export type MessageClasses = ReturnType<typeof makeMessageClasses>;

function makeMessageClasses() {
  return {
    IncomingMessage: class Incoming extends IncomingMessage {},
    ServerResponse: class Outgoing<R extends IncomingMessage> extends ServerResponse<R> {},
  };
}

/** A call that waits, and what it is refused with if it waits for too long. */
interface Waiting {
  request: IncomingMessage;
  response: ServerResponse;
  since: number;
  patience: NodeJS.Timeout;
}

export class FrontDoor {
  readonly server: Server;
  readonly messages = makeMessageClasses();
  /** The page about error codes: by its whole address once that is known. */
  errorsPage = '/docs/errors';
  private handler: Handler | null = null;
  private readonly waiting = new Set<Waiting>();
  private isClosing = false;
  private log: Log | null = null;
  /** Calls refused before there was a log. */
  private readonly unlogged: RequestLine[] = [];

  /** @param patienceMs how long a call waits for the app; START_HOLD_MS unless told. */
  constructor(private readonly patienceMs = START_HOLD_MS) {
    // A missing Host header would be answered by Node with an empty 400; wire-faults.ts says it in the contract's shape.
    const options = { requireHostHeader: false, ...this.messages };
    this.server = createServer(options, (request, response) => this.receive(request, response));
    // For the whole request to arrive, its headers to arrive, and the next one on the same connection to begin: Node counts from the
    // connection's beginning, so this is also how long one that was opened in advance may wait for its first request.
    this.server.requestTimeout = CONNECTION_SILENT_MS;
    this.server.headersTimeout = CONNECTION_SILENT_MS;
    this.server.keepAliveTimeout = CONNECTION_SILENT_MS;
    // "Expect: 100-continue": go on only once the key was checked (body.ts says so to the sender).
    this.server.on('checkContinue', (request, response) => this.receive(request, response));
    this.server.on('checkExpectation', (request, response) => this.receive(request, response));
    answerClientErrors(this.server, () => this.errorsPage);
  }

  /** Opens the port. @throws Error when it is taken, or is none of this machine's. */
  async listen(port: number, host: string): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, host, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
  }

  /** Tells the log of each call that is refused before the app is there; the others are the app's to log. */
  logTo(log: Log): void {
    this.log = log;
    for (const line of this.unlogged.splice(0)) log.request(line);
  }

  /** The port it is on, once it listens. */
  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  /** The app is there: those who wait are served in the order they came, and all who come from now on. */
  open(handler: Handler): void {
    this.handler = handler;
    for (const call of this.waiting) {
      this.forget(call);
      handler(call.request, call.response, performance.now() - call.since);
    }
  }

  /** Refuses who still waits and closes the port, at once. Calling it again changes nothing. */
  async close(): Promise<void> {
    this.isClosing = true;
    for (const call of this.waiting) this.refuse(call);
    if (!this.server.listening) return;
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private receive(request: IncomingMessage, response: BoundReply): void {
    noteReply(request.socket, response);
    if (this.handler) this.handler(request, response, 0);
    else this.hold(request, response);
  }

  private hold(request: IncomingMessage, response: ServerResponse): void {
    const { operationId } = routeOf(request);
    if (operationId === 'live') return answerLive(request, response);
    const patience = setTimeout(() => this.refuse(call), this.patienceMs).unref();
    const call: Waiting = { request, response, since: performance.now(), patience };
    if (operationId === 'ready' || this.isClosing || this.waiting.size >= MAX_WAITING)
      return this.refuse(call);
    this.waiting.add(call);
    response.once('close', () => this.forget(call));
  }

  private forget(call: Waiting): void {
    clearTimeout(call.patience);
    this.waiting.delete(call);
  }

  private refuse(call: Waiting): void {
    this.forget(call);
    const { request, response, since } = call;
    const route = routeOf(request);
    const failure = new Failure(this.isClosing ? 'SHUTTING_DOWN' : 'STARTING');
    const replied = { ...repliedTo(request), errorsPage: this.errorsPage };
    if (route.cors) allowBrowsers(response, request.method === 'OPTIONS');
    response.setHeader('Retry-After', String(failure.retryAfterSeconds));
    response.setHeader('Connection', 'close');
    answer(request, response, replied.requestId, failure.status, wrapFailure(replied, failure));
    const line: RequestLine = {
      requestId: replied.requestId,
      merchant: null,
      key: null,
      operation: route.operationId,
      route: route.template ?? maskedPath(pathOf(request)),
      status: failure.status,
      ms: Math.round(performance.now() - since),
      ...failureFields(failure),
    };
    if (this.log) this.log.request(line);
    else this.unlogged.push(line);
  }
}

function routeOf(request: IncomingMessage): MatchedRoute {
  return matchRoute(request.method ?? 'GET', pathOf(request));
}

function pathOf(request: IncomingMessage): string {
  return pathnameOf(normalizeUrl(request.url ?? '/'));
}

/** As the app's own exchange: there is no Clock to ask yet. */
function repliedTo(request: IncomingMessage) {
  return { requestId: requestIdFrom(request.headers['x-request-id']), now: () => new Date() };
}

function answerLive(request: IncomingMessage, response: ServerResponse): void {
  const replied = repliedTo(request);
  const body = wrapData(replied, { status: 'live', version: serviceVersion });
  answer(request, response, replied.requestId, 200, body);
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  requestId: string,
  status: number,
  body: string,
): void {
  response.writeHead(status, {
    ...JSON_HEADERS,
    'X-Request-Id': requestId,
    'Content-Length': Buffer.byteLength(body),
  });
  response.end(body);
  request.resume(); // what was sent and is not wanted: bytes that nobody read would reset the connection, and the reply with it
}

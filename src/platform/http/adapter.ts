// Express under Nest, with requests coming in and replies leaving our way. Overriding the adapter's reply() is where Nest itself sends
// what a handler returned; an rxjs interceptor for the envelope would cost every request about a quarter of a millisecond (measured).
import type { IncomingMessage, ServerResponse } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import express from 'express';
import { Log } from '#platform/logging/log.js';
import { sendFailure, sendResult } from './send-reply.js';
import type { BeginRequest } from './request-lifecycle.js';
import { exchangeOf } from '#platform/contract/exchange.js';
import { toFailure } from './failure.filter.js';
import { Streamed } from '#platform/contract/replies.js';
import { sendStream, BrokenOff } from './stream.js';
import { adoptMessages, FastPath, type RouteHandler } from './fast-path.js';
import { FrontDoor } from './front-door.js';

const VERBS = ['get', 'put', 'post', 'patch', 'delete', 'options'] as const;
type Register = (path: string, handler: RouteHandler) => unknown;

export class ContractAdapter extends ExpressAdapter {
  private readonly fastPath = new FastPath();
  private begin: BeginRequest | undefined;
  private log: Log | undefined;

  /** @param door the server that it serves, whose port is somebody else's to open and close. */
  constructor(private readonly door: FrontDoor) {
    const app = express();
    // Read when the router is made, so they come first: the contract's paths are case-sensitive, as URLs are.
    app.enable('case sensitive routing');
    app.enable('strict routing');
    app.disable('x-powered-by');
    app.disable('etag');
    super(app);
    this.interceptRoutes();
  }

  /** What every request meets first, and where to tell of replies that came too late. Called once. */
  beginWith(begin: BeginRequest, log: Log, errorsPage: string): void {
    this.begin = begin;
    this.log = log;
    this.door.errorsPage = errorsPage;
  }

  /** Called by Nest with what the handler returned. */
  override reply(response: Response, result: unknown, statusCode?: number): void | Promise<void> {
    const request: Request = response.req;
    if (result instanceof Streamed) return this.replyInPieces(request, response, result as Streamed<number>);
    if (sendResult(request, response, statusCode ?? response.statusCode, result)) return;
    this.tellDropped(request);
  }

  /** Rejects with what goes wrong before the first piece: Nest hands it to the failure filter. */
  private async replyInPieces(
    request: Request,
    response: Response,
    { status, parts }: Streamed<number>,
  ): Promise<void> {
    try {
      if (!(await sendStream(request, response, status, parts))) this.tellDropped(request);
    } catch (error) {
      if (!(error instanceof BrokenOff)) throw error;
      const { requestId, route } = exchangeOf(request);
      this.log?.error(error.message, { requestId, operation: route.operationId, error: error.cause });
    }
  }

  private tellDropped(request: Request): void {
    const { requestId, route } = exchangeOf(request);
    this.log?.warn('late result dropped: the call was answered before, or the caller went away', {
      requestId,
      operation: route.operationId,
    });
  }

  override initHttpServer(): void {
    adoptMessages(this.getInstance<express.Express>(), this.door.messages);
    this.httpServer = this.door.server;
  }

  /** The app is ready: calls are let in. */
  openDoor(): void {
    const app = this.getInstance<express.Express>();
    this.door.open((request, response, waitedMs) => this.receive(app, request, response, waitedMs));
  }

  /** Called by Nest when the app ends, which is before the port is closed. */
  override close(): undefined {}

  private receive(
    app: express.Express,
    request: IncomingMessage,
    response: ServerResponse,
    waitedMs: number,
  ): void {
    if (this.begin && !this.begin(request, response, waitedMs)) return;
    const handler = this.begin && this.fastPath.of(exchangeOf(request).route, request);
    if (handler) void this.serve(handler, request, response);
    else app(request, response);
  }

  /** Nest's handler answers failures itself, by the failure filter; what that could not is answered here. */
  private async serve(
    handler: RouteHandler,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    try {
      await handler(request, response, () => undefined);
    } catch (error) {
      this.log?.error('unforeseen error', { requestId: exchangeOf(request).requestId, error });
      sendFailure(request, response, toFailure(error));
    }
  }

  /** Routes of hot operations go to the fast path, the others to Express. */
  private interceptRoutes(): void {
    const routes = this as unknown as Record<(typeof VERBS)[number], Register>;
    for (const verb of VERBS) {
      const register = routes[verb].bind(this);
      routes[verb] = (path, handler) => this.fastPath.keep(verb, path, handler) || register(path, handler);
    }
  }
}

// Express under Nest, with replies leaving our way. Overriding the adapter's reply() is where Nest itself sends what a handler
// returned; an rxjs interceptor for the envelope would cost every request about a quarter of a millisecond (measured).
import { createServer } from 'node:http';
import { ExpressAdapter } from '@nestjs/platform-express';
import type { Request, Response } from 'express';
import express from 'express';
import { Log } from '../logging/log.js';
import { answerResult } from './answer.js';
import { exchangeOf } from './exchange.js';
import { answerClientErrors } from './wire-errors.js';

export class ContractAdapter extends ExpressAdapter {
  private log: Log | undefined;

  constructor() {
    const app = express();
    // Read when the router is made, so they come first: the contract's paths are case-sensitive, as URLs are.
    app.enable('case sensitive routing');
    app.enable('strict routing');
    app.disable('x-powered-by');
    app.disable('etag');
    super(app);
  }

  /** Where to tell of replies that came too late. */
  reportTo(log: Log): void {
    this.log = log;
  }

  /** Called by Nest with what the handler returned. */
  override reply(response: Response, result: unknown, statusCode?: number): void {
    const request: Request = response.req;
    if (answerResult(request, response, statusCode ?? response.statusCode, result)) return;
    const { requestId, route } = exchangeOf(request);
    this.log?.warn('late result dropped: the call was answered before, or the caller went away', {
      requestId,
      operation: route.operationId,
    });
  }

  override initHttpServer(): void {
    // A missing Host header is answered by Node with an empty 400; the contract does not need the header.
    const server = createServer({ requireHostHeader: false }, this.getInstance<express.Express>());
    // For the whole request to arrive, its headers to arrive, and the next one on the same connection to begin (longer than the
    // 60 s after which load balancers let go, so that it is never us who closes while they send).
    server.requestTimeout = 15_000;
    server.headersTimeout = 10_000;
    server.keepAliveTimeout = 65_000;
    // "Expect: 100-continue": go on only once the key was checked (body.ts says so to the sender).
    server.on('checkContinue', (request, response) => server.emit('request', request, response));
    server.on('checkExpectation', (request, response) => server.emit('request', request, response));
    answerClientErrors(server);
    this.httpServer = server;
  }
}

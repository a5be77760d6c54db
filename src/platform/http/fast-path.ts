// The short way, for operations that are called so often that it counts (`x-fast-path` in the contract): from Node's server straight to the
// handler that Nest made, with its guards, parameters and filter, past Express' middleware and router, which cost more than all of
// these together (measured; docs/performance.md).
// Why so: docs/decisions/0010-fast-path.md
import type { IncomingMessage, ServerResponse } from 'node:http';
import type express from 'express';
import type { Request } from 'express';
import type { MessageClasses } from './front-door.js';
import { operations } from '#generated/operations.js';
import { withoutPort } from './client-address.js';
import { expressPath } from '#platform/contract/operation.js';
import type { OperationFacts } from '#platform/contract/operation-facts.js';
import {
  pathnameOf,
  pathParameters,
  type MatchedRoute,
  type OperationId,
} from '#platform/contract/routes.js';

/** What Nest registers for a route. */
export type RouteHandler = (request: IncomingMessage, response: ServerResponse, next: () => void) => unknown;

const hotOperations = new Map<string, OperationId>();
for (const [id, facts] of Object.entries(operations) as [OperationId, OperationFacts][]) {
  if (facts.fastPath) hotOperations.set(`${facts.method} ${expressPath(facts.path)}`, id);
}

/** The handlers of hot operations. */
export class FastPath {
  private readonly handlers = new Map<OperationId, RouteHandler>();

  /** Keeps the handler if the route is a hot operation's; false if it is Express' to route. */
  keep(method: string, path: string, handler: RouteHandler): boolean {
    const id = hotOperations.get(`${method} ${path}`);
    if (id !== undefined) this.handlers.set(id, handler);
    return id !== undefined;
  }

  /** The handler for a request of a hot operation, which then has its path parameters; undefined for any other. */
  of({ operationId, template }: MatchedRoute, request: IncomingMessage): RouteHandler | undefined {
    const handler = operationId === null ? undefined : this.handlers.get(operationId);
    if (handler && template?.includes('{'))
      (request as Request).params = pathParameters(template, pathnameOf(request.url ?? '/'));
    return handler;
  }
}

/**
 * Makes the objects of a server's classes Express' requests and replies from birth: `request.ip` and the like are there on the fast path
 * too, and Express need not change each object's prototype, after which V8 treats it as an oddity. Those that wait in front of the app
 * become Express' too.
 */
export function adoptMessages(
  app: express.Express,
  { IncomingMessage: Incoming, ServerResponse: Outgoing }: MessageClasses,
): void {
  Object.setPrototypeOf(Incoming.prototype, app.request);
  Object.setPrototypeOf(Outgoing.prototype, app.response);
  const { request } = app;
  Object.defineProperty(Incoming.prototype, 'ip', {
    get: function (this: Request) {
      return withoutPort(Reflect.get<typeof request, 'ip'>(request, 'ip', this) ?? '');
    },
  });
  // Express has a getter that parses the query by other rules; ours is set by validation.guard.ts.
  Object.defineProperty(Incoming.prototype, 'query', { value: undefined, writable: true });
  app.request = Incoming.prototype as unknown as express.Request;
  app.response = Outgoing.prototype as unknown as express.Response;
}

// A validator that is not ours, express-openapi-validator, as a judge of what was said: each recorded exchange is played to it over
// HTTP once more, the request for its verdict on the request and the recorded reply for its verdict on the reply.
import { Agent, createServer, request as httpRequest, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import * as validator from 'express-openapi-validator';
import type { Exchange } from '../support/exchanges.js';
import type { Json } from '../contract/support/document.js';
import { faultBesideBody, namedTypes, pathOf, resolveIn, typeOf } from './declared.js';

/** What it has against each side; null when nothing. */
export interface Verdict {
  request: string | null;
  reply: string | null;
}

export interface Judge {
  judge(exchange: Exchange): Promise<Verdict>;
  close(): void;
}

type Document = Parameters<typeof validator.middleware>[0]['apiSpec'];
type Express = ReturnType<typeof express>;

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'patch'];
const PLACE = 'x-exchange';
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
/** What only our own code knows: to the validator these are texts of any form. */
const formats = { currency: true, 'landing-url': true } as const;
const common = { formats, ajvFormats: { mode: 'full' }, validateSecurity: false } as const;

/** Starts a judge who knows this contract only. */
export async function startJudge(contract: Json): Promise<Judge> {
  const underWay = new Map<string, Exchange>();
  const requests = await listen(forEachPath(contract, requestJudge));
  const replies = await listen(forEachPath(contract, (part) => replyJudge(part, underWay)));
  let last = 0;
  return {
    judge: async (exchange) => {
      const place = String(++last);
      underWay.set(place, exchange);
      const request = await ask(requests, exchange, place);
      const reply =
        faultBesideBody(contract, exchange) ??
        (isBeyond(contract, exchange) ? null : await ask(replies, exchange, place));
      underWay.delete(place);
      return { request, reply };
    },
    close: () => {
      agent.destroy();
      requests.close();
      replies.close();
    },
  };
}

/**
 * The contract as this validator has to be told it. Our rule that an operation without a 422 ignores its query is not a keyword of
 * OpenAPI; the validator's own word for it is `x-eov-allow-unknown-query-parameters`. And it refuses a query in which a space is written
 * as "+", as every form does (RESERVED_CHARS in req.parameter.mutator.js of 5.6.2), unless the parameter says `allowReserved`.
 */
function prepared(contract: Json): Document {
  const copy = structuredClone(contract);
  for (const item of Object.values(copy['paths'] as Record<string, Json>)) {
    for (const operation of METHODS.map((method) => item[method] as Json | undefined)) {
      if (operation && !(operation['responses'] as Json)['422']) {
        operation['x-eov-allow-unknown-query-parameters'] = true;
      }
    }
  }
  return JSON.parse(JSON.stringify(copy), (_key, value: unknown) =>
    (value as Json | null)?.['in'] === 'query' ? { ...(value as Json), allowReserved: true } : value,
  ) as Document;
}

/**
 * A judge for each path, who is told of no other: the validator walks through all that it was told for each schema that it compiles, which
 * was nine tenths of its time. Who asks for a path that is not in the contract gets one who knows it all.
 */
function forEachPath(contract: Json, judgeOf: (part: Document) => Express): RequestListener {
  const judges = new Map<string | undefined, Express>();
  return (request, response) => {
    const path = pathOf(contract, request.url!);
    if (!judges.has(path)) judges.set(path, judgeOf(prepared(partOf(contract, path))));
    judges.get(path)!(request, response);
  };
}

/** What the contract says of one path, with what it refers to in the place of each reference (none of them leads back to itself). */
function partOf(contract: Json, path: string | undefined): Json {
  if (path === undefined) return contract;
  const { securitySchemes } = contract['components'] as Json;
  const item = inPlace(contract, (contract['paths'] as Json)[path]);
  return { ...contract, paths: { [path]: item }, components: { securitySchemes } };
}

function inPlace(contract: Json, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => inPlace(contract, item));
  if (value === null || typeof value !== 'object') return value;
  const target = resolveIn(contract, value as Json);
  if (target !== value) return inPlace(contract, target);
  return Object.fromEntries(Object.entries(target).map(([name, part]) => [name, inPlace(contract, part)]));
}

function requestJudge(apiSpec: Document): Express {
  const app = express();
  // Read as the service reads it: one media type, no matter what is in it.
  app.use(express.json({ strict: false, limit: '10mb', inflate: false }));
  app.use(validator.middleware({ ...common, apiSpec, validateRequests: { coerceTypes: false } }));
  app.use(((_request, response) => void response.status(204).end()) satisfies RequestHandler);
  app.use(sayWhy);
  return app;
}

function replyJudge(apiSpec: Document, underWay: ReadonlyMap<string, Exchange>): Express {
  const app = express();
  app.use(validator.middleware({ ...common, apiSpec, validateRequests: false, validateResponses: true }));
  app.use(((request, response) => {
    const exchange = underWay.get(request.get(PLACE)!)!;
    const type = exchange.replyHeaders['content-type'];
    if (type !== undefined) response.setHeader('content-type', type);
    const text = Buffer.from(exchange.replyBody, 'base64').toString('utf8');
    // It looks at what is sent by `json`. What is not JSON is a text to it, and no reply at all is undefined.
    const isJson = type?.startsWith('application/json') === true && text !== '';
    response.status(exchange.status).json(isJson ? JSON.parse(text) : text === '' ? undefined : text);
  }) satisfies RequestHandler);
  app.use(sayWhy);
  return app;
}

/** The bodies that the validator has no opinion on: those that are not JSON, as the contract allows, and those that HEAD leaves out. */
function isBeyond(contract: Json, exchange: Exchange): boolean {
  if (exchange.method === 'HEAD') return true;
  const type = typeOf(exchange) ?? '';
  return type !== 'application/json' && namedTypes(contract, exchange)?.includes(type) === true;
}

/** Its verdict leaves in a header: the body and the status are the recorded ones. */
const sayWhy: ErrorRequestHandler = (error: Error, _request, response, next) => {
  void next;
  response.setHeader('x-verdict', encodeURIComponent(error.message.slice(0, 1000)));
  response.removeHeader('content-type');
  response.status(299).end();
};

async function listen(app: RequestListener): Promise<Server> {
  const server = createServer({ maxHeaderSize: 64 * 1024 }, app);
  // Never closed while it is idle: both sides share this process, which compiles schemas for seconds at a time.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** What the server has against the exchange; null when nothing. */
function ask(server: Server, exchange: Exchange, place: string): Promise<string | null> {
  return new Promise((resolve, reject) => {
    const body = exchange.requestBody === null ? undefined : Buffer.from(exchange.requestBody, 'base64');
    const { port } = server.address() as AddressInfo;
    const headers = {
      ...exchange.requestHeaders,
      connection: 'keep-alive',
      host: `127.0.0.1:${port}`,
      [PLACE]: place,
    };
    // HEAD is answered as GET is; the contract does not name it.
    const method = exchange.method === 'HEAD' ? 'GET' : exchange.method;
    const options = { port, host: '127.0.0.1', method, path: exchange.target, headers, agent };
    const request = httpRequest(options, (response) => {
      response.resume();
      const said = response.headers['x-verdict'] as string | undefined;
      response.on('end', () => resolve(said === undefined ? null : decodeURIComponent(said)));
    });
    request.on('error', reject);
    request.end(body);
  });
}

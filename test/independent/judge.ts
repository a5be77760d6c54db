// A validator that is not ours, express-openapi-validator, as a judge of what was said: each recorded exchange is played to it over
// HTTP once more, for its verdict on the request and on the recorded reply.
import { Agent, createServer, request as httpRequest, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type ErrorRequestHandler, type RequestHandler } from 'express';
import * as validator from 'express-openapi-validator';
import traverse from 'json-schema-traverse';
import type { Exchange } from '../support/exchanges.js';
import type { Json } from '../contract/support/document.js';
import { faultBesideBody, namedTypes, typeOf } from './declared.js';

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
const VERDICT = { request: 'x-verdict-on-request', reply: 'x-verdict-on-reply' } as const;
const agent = new Agent({ keepAlive: true, maxSockets: 8 });
/** What only our own code knows: to the validator these are texts of any form. */
const formats = { currency: true, 'landing-url': true } as const;
const common = { formats, ajvFormats: { mode: 'full' }, validateSecurity: false } as const;

/**
 * The validator hangs the whole contract on each schema that it compiles, and the compiler walks through all of it in search of `$id`s,
 * which was nine tenths of the time. There are none.
 */
Object.assign((traverse as unknown as { skipKeywords: Json }).skipKeywords, {
  paths: true,
  components: true,
});

/** Starts a judge who knows this contract only. */
export async function startJudge(contract: Json): Promise<Judge> {
  const underWay = new Map<string, Exchange>();
  const server = await listen(judgeApp(contract, underWay));
  let last = 0;
  return {
    judge: async (exchange) => {
      const place = String(++last);
      underWay.set(place, exchange);
      const { request, reply } = await ask(server, exchange, place);
      underWay.delete(place);
      return { request, reply: faultBesideBody(contract, exchange) ?? reply };
    },
    close: () => {
      agent.destroy();
      server.close();
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

function judgeApp(contract: Json, underWay: ReadonlyMap<string, Exchange>): Express {
  const apiSpec = prepared(contract);
  const exchangeOf = (request: IncomingMessage) => underWay.get(request.headers[PLACE] as string)!;
  const app = express();
  // Read as the service reads it: one media type, no matter what is in it.
  app.use(express.json({ strict: false, limit: '10mb', inflate: false }));
  app.use(validator.middleware({ ...common, apiSpec, validateRequests: { coerceTypes: false } }));
  app.use(noting('request'));
  app.use(((request, response, next) => {
    if (isBeyond(contract, exchangeOf(request))) return void response.end();
    response.json = () => response.end(); // only the verdicts are of interest
    next();
  }) satisfies RequestHandler);
  app.use(validator.middleware({ ...common, apiSpec, validateRequests: false, validateResponses: true }));
  app.use(((request, response) => {
    const { status, replyHeaders, replyBody } = exchangeOf(request);
    const type = replyHeaders['content-type'];
    if (type !== undefined) response.setHeader('content-type', type);
    const text = Buffer.from(replyBody, 'base64').toString('utf8');
    // It looks at what is sent by `json`. What is not JSON is a text to it, and no reply at all is undefined.
    const isJson = type?.startsWith('application/json') === true && text !== '';
    response.status(status).json(isJson ? JSON.parse(text) : text === '' ? undefined : text);
  }) satisfies RequestHandler);
  app.use(noting('reply'));
  app.use(((_request, response) => void response.end()) satisfies RequestHandler);
  return app;
}

/** What the validator throws is its verdict, which leaves in a header; the next side has its turn. */
function noting(side: keyof Verdict): ErrorRequestHandler {
  return (error: Error, _request, response, next) => {
    response.setHeader(VERDICT[side], encodeURIComponent(error.message.slice(0, 1000)));
    next();
  };
}

/** The bodies that the validator has no opinion on: those that are not JSON, as the contract allows, and those that HEAD leaves out. */
function isBeyond(contract: Json, exchange: Exchange): boolean {
  if (exchange.method === 'HEAD') return true;
  const type = typeOf(exchange) ?? '';
  return type !== 'application/json' && namedTypes(contract, exchange)?.includes(type) === true;
}

async function listen(app: Express): Promise<Server> {
  const server = createServer({ maxHeaderSize: 64 * 1024 }, app);
  // Never closed while it is idle: both sides share this process, which compiles schemas for seconds at a time.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** What the validator behind the server has against the exchange. */
function ask(server: Server, exchange: Exchange, place: string): Promise<Verdict> {
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
      const verdictOn = (side: keyof Verdict) => {
        const said = response.headers[VERDICT[side]] as string | undefined;
        return said === undefined ? null : decodeURIComponent(said);
      };
      response.on('end', () => resolve({ request: verdictOn('request'), reply: verdictOn('reply') }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

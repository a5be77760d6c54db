// The typed client of the tests: calls an operation by its name, checks status, headers, content type and body of every reply
// against openapi.yaml (objects sealed: a property the contract does not name is a failure), and notes operation × status.
import { appendFileSync } from 'node:fs';
import {
  request as httpRequest,
  type ClientRequest,
  type IncomingHttpHeaders,
  type IncomingMessage,
} from 'node:http';
import type { ValidateFunction } from 'ajv/dist/2020.js';
import { operations } from '#generated/operations.js';
import type { operations as contract } from '#generated/schema.js';
import type { OperationId } from '#platform/contract/routes.js';
import { ajvOf, sealed, type Json } from '../contract/support/document.js';
import { noteExchange, type Exchange } from './exchanges.js';

type Responses<Id extends OperationId> = contract[Id]['responses'];
type JsonOf<R> = R extends { content: { 'application/json': infer Body } } ? Body : undefined;
export type BodyOf<Id extends OperationId, Status extends keyof Responses<Id>> = JsonOf<
  Responses<Id>[Status]
>;
type RequestOf<Id extends OperationId> = contract[Id] extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : undefined;

/** A person in a browser: their cookie, and for which merchant and mode they call. */
export interface TestSession {
  /** The Cookie header. */
  cookie: string;
  /** `mer_…`; nothing: none is named. */
  merchant?: string;
  mode?: 'live' | 'test';
}

export interface CallInput<Id extends OperationId> {
  /** An API key, or a person who signed in. */
  as?: string | TestSession;
  body?: RequestOf<Id>;
  /** Sent as it is, instead of `body`: for what no contract allows. */
  rawBody?: string | Buffer;
  path?: Record<string, string>;
  query?: Record<string, string | number | boolean> | string;
  headers?: Record<string, string>;
  /** HEAD and the like. */
  method?: string;
}

export interface Reply<Body> {
  status: number;
  headers: IncomingHttpHeaders;
  body: Body;
  text: string;
}

/** A body that the contract's types do not allow. */
export function invalid(body: unknown): never {
  return body as never;
}

export class ApiClient {
  constructor(readonly baseUrl: string) {}

  /** Calls and expects this status; the body is typed by it. */
  async expect<Id extends OperationId, Status extends keyof Responses<Id> & number>(
    id: Id,
    status: Status,
    input: CallInput<Id> = {},
  ): Promise<Reply<BodyOf<Id, Status>>> {
    const reply = await this.call(id, input);
    if (reply.status !== status)
      throw new Error(`${id} answered ${reply.status}, not ${status}: ${reply.text}`);
    return reply as Reply<BodyOf<Id, Status>>;
  }

  /** Calls; the reply may be any that the contract declares. */
  async call<Id extends OperationId>(id: Id, input: CallInput<Id> = {}): Promise<Reply<unknown>> {
    const { method, path, sameOrigin } = operations[id];
    const reply = await send(new URL(fill(path, input.path) + search(input.query), this.baseUrl), {
      method: input.method ?? method.toUpperCase(),
      headers: { ...(sameOrigin && FROM_OWN_PAGE), ...headersOf(input) },
      body: input.rawBody ?? (input.body === undefined ? undefined : JSON.stringify(input.body)),
    });
    checkReply(id, reply, input.method);
    note(id, reply.status);
    return reply;
  }
}

function fill(path: string, values: Record<string, string> = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values[name] ?? 'missing'));
}

function search(query: CallInput<OperationId>['query']): string {
  if (query === undefined) return '';
  if (typeof query === 'string') return `?${query}`;
  const values = Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]);
  return `?${new URLSearchParams(values).toString()}`;
}

function headersOf(input: CallInput<never>): Record<string, string> {
  const headers: Record<string, string> = {};
  if (typeof input.as === 'string') headers['authorization'] = `Bearer ${input.as}`;
  else if (input.as !== undefined) Object.assign(headers, sessionHeaders(input.as));
  if (input.body !== undefined || input.rawBody !== undefined) headers['content-type'] = 'application/json';
  return { ...headers, ...input.headers };
}

/** What a browser says of a page of the installation. */
const FROM_OWN_PAGE = { 'sec-fetch-site': 'same-origin' };

/** As a page of the installation sends them. */
export function sessionHeaders({ cookie, merchant, mode }: TestSession): Record<string, string> {
  return {
    cookie,
    ...FROM_OWN_PAGE,
    ...(merchant !== undefined && { 'x-merchant': merchant }),
    ...(mode !== undefined && { 'x-mode': mode }),
  };
}

/** One request over a connection of its own; redirects are not followed. */
export function send(
  url: URL,
  options: { method: string; headers?: Record<string, string>; body?: string | Buffer | undefined },
): Promise<Reply<unknown>> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(
      url,
      { method: options.method, headers: options.headers, agent: false },
      (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('error', reject);
        response.on('end', () => {
          const bytes = Buffer.concat(chunks);
          noteExchange(exchangeOf(request, options.body, response, bytes));
          const text = bytes.toString('utf8');
          const body: unknown =
            isJson(response.headers['content-type']) && text !== '' ? JSON.parse(text) : undefined;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body, text });
        });
      },
    );
    request.on('error', reject);
    request.end(options.body);
  });
}

function isJson(type = ''): boolean {
  return type.startsWith('application/json');
}

function exchangeOf(
  request: ClientRequest,
  body: string | Buffer | undefined,
  response: IncomingMessage,
  replyBody: Buffer,
): Exchange {
  const type = response.headers['content-type'];
  return {
    method: request.method,
    target: request.path,
    requestHeaders: request.getHeaders(),
    requestBody: body === undefined ? null : Buffer.from(body).toString('base64'),
    status: response.statusCode ?? 0,
    replyHeaders: response.headers,
    replyBody: type === undefined || isJson(type) ? replyBody.toString('base64') : '',
  };
}

/** @throws Error saying how the reply breaks the contract. */
export function checkReply(id: OperationId, reply: Reply<unknown>, method?: string): void {
  const { method: verb, path } = operations[id];
  const item = (sealed['paths'] as Record<string, Json>)[path] as Json;
  const declared = ((item[verb] as Json)['responses'] as Record<string, Json>)[String(reply.status)];
  if (!declared)
    throw new Error(`${id} answered ${reply.status}, which openapi.yaml does not declare: ${reply.text}`);
  const response = resolveIn(sealed, declared);
  for (const [header, declaredHeader] of Object.entries(
    (response['headers'] ?? {}) as Record<string, Json>,
  )) {
    if (isRequired(declaredHeader) && reply.headers[header.toLowerCase()] === undefined) {
      throw new Error(`${id} answered ${reply.status} without the header ${header}`);
    }
  }
  if (method !== 'HEAD') checkBody(id, reply, response);
}

/** Whether the contract says that the header is always there. */
function isRequired(header: Json): boolean {
  return resolveIn(sealed, header)['required'] === true;
}

function checkBody(id: OperationId, reply: Reply<unknown>, response: Json): void {
  const content = response['content'] as Record<string, Json> | undefined;
  if (!content) {
    if (reply.text !== '')
      throw new Error(`${id} answered ${reply.status} with a body where there must be none`);
    return;
  }
  const type = String(reply.headers['content-type']).split(';')[0] as string;
  const media = content[type];
  if (!media)
    throw new Error(`${id} answered ${reply.status} as ${type}, not ${Object.keys(content).join(' or ')}`);
  if (type !== 'application/json') return;
  const validate = validatorOf(media['schema'] as Json);
  if (!validate(reply.body)) {
    throw new Error(
      `${id} ${reply.status} breaks the contract: ${ajvOf(sealed).errorsText(validate.errors)}\n${reply.text}`,
    );
  }
}

const validators = new Map<Json, ValidateFunction>();

/** Compiled once for each schema: there are thousands of replies in a run. */
function validatorOf(schema: Json): ValidateFunction {
  const known = validators.get(schema);
  if (known) return known;
  const ref = schema['$ref'] as string | undefined;
  const made = ajvOf(sealed).compile(ref === undefined ? schema : { $ref: `contract${ref}` });
  validators.set(schema, made);
  return made;
}

function resolveIn(root: Json, value: Json): Json {
  const ref = value['$ref'] as string | undefined;
  if (ref === undefined) return value;
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Json)[key], root) as Json;
}

function note(id: OperationId, status: number): void {
  const file = process.env['SEEN_REPLIES'];
  if (file !== undefined) appendFileSync(file, `${id} ${status}\n`);
}

// What the tests of this folder share: a good request for every operation, taken from the examples in the contract, to be spoilt;
// and what every refusal has in common. Driven by the operations table: a new operation is covered by being declared.
import { operations } from '#generated/operations.js';
import type { OperationFacts } from '#platform/contract/operation-facts.js';
import type { OperationId } from '#platform/contract/routes.js';
import { document, eachOperation, resolve, type Json } from '../../contract/support/document.js';
import type { SharedApp } from '../../support/app.js';
import type { ApiClient, CallInput, Reply } from '../../support/call.js';
import type { TestCaller } from '../../support/makers.js';

export type AnyInput = CallInput<OperationId>;

export interface Failing {
  code: string;
  message: string;
  details: { path?: (string | number)[]; message?: string }[];
}

const table: Record<OperationId, OperationFacts> = operations;
const declared = new Map(eachOperation());

export const factsOf = (id: OperationId): OperationFacts => table[id];

/** Every operation of which `is` holds. */
export function operationsThat(is: (facts: OperationFacts) => boolean): OperationId[] {
  return (Object.keys(table) as OperationId[]).filter((id) => is(table[id]));
}

export const withKey = operationsThat(({ security }) => security === 'key');
/** Those that refuse a bad key. */
export const takingKeys = operationsThat(({ security }) => security === 'key' || security === 'optional');
export const takingSessions = operationsThat(({ sessions }) => sessions);
/** What people call from our own pages; their tests are in test/e2e/people. */
export const forPeople = operationsThat(({ security, sameOrigin }) => security === 'session' || sameOrigin);
/** Those that refuse a body against the contract. */
export const withBody = operationsThat(({ body }) => body !== null && !body.lenient);
export const declaring = (status: number): OperationId[] =>
  operationsThat(({ statuses }) => statuses.includes(status));

/**
 * Operations whose example alone makes them answer neither 500 nor 503; their own files do. A batch answers 200 even when all it was asked for
 * failed; what begins with the sign-in provider is refused without one, and the database is not asked.
 */
const otherwiseFailing: readonly OperationId[] = ['recordBatch', 'startOidcSignIn', 'signInWithOidc'];
export const failingWith = (status: 500 | 503): OperationId[] =>
  declaring(status).filter((id) => !otherwiseFailing.includes(id));

/** The first example of the operation's body; null where it takes none. */
export function exampleBody(id: OperationId): Json | null {
  const body = (declared.get(id) as Json)['requestBody'] as { content: Record<string, Json> } | undefined;
  if (!body) return null;
  const examples = body.content['application/json']?.['examples'] as Record<string, { value: Json }>;
  return Object.values(examples)[0]?.value ?? null;
}

function bodySchema(id: OperationId): Json {
  const body = (declared.get(id) as Json)['requestBody'] as { content: Record<string, Json> };
  return resolve(body.content['application/json']?.['schema'] as Json);
}

/** The fields of the operation's body that it may be refused for. */
export function bodyProperties(id: OperationId): Record<string, Json> {
  const all = Object.entries(bodySchema(id)['properties'] as Record<string, Json>);
  return Object.fromEntries(all.filter(([, schema]) => schema['x-kept-as'] === undefined));
}

/** Whether unknown fields are refused, all of them; else those are that resemble a known one. */
export function isClosed(id: OperationId): boolean {
  return bodySchema(id)['x-refuse-misspelt'] !== true;
}

export interface Parameter {
  name: string;
  schema: Json;
  /** Samples send it, though it is not required (x-in-samples). */
  isInSamples: boolean;
  /** The parameter that it cannot be sent without (x-needs). */
  needs: string | null;
}

/** The parameters of the operation, those of its path's item included. */
export function parametersOf(id: OperationId, where: 'path' | 'query'): Parameter[] {
  const item = (document['paths'] as Record<string, Json>)[table[id].path] as Json;
  const own = ((declared.get(id) as Json)['parameters'] ?? []) as Json[];
  const all = [...((item['parameters'] ?? []) as Json[]), ...own].map(resolve);
  const chosen = all.filter((parameter) => parameter['in'] === where);
  return chosen.map((parameter) => ({
    name: parameter['name'] as string,
    schema: parameter['schema'] as Json,
    isInSamples: parameter['x-in-samples'] === true,
    needs: (parameter['x-needs'] as string | undefined) ?? null,
  }));
}

/** What a query must hold at least: one parameter where a call without any of several is refused. */
export function leastQuery(id: OperationId): Record<string, string> {
  const sent = parametersOf(id, 'query').filter(({ isInSamples }) => isInSamples);
  return Object.fromEntries(sent.map(({ name, schema }) => [name, exampleOf(schema)]));
}

function exampleOf(schema: Json): string {
  return String((schema['examples'] as unknown[])[0]);
}

/** A request that the contract allows; the ids in its path name nothing. */
export function exampleRequest(id: OperationId): AnyInput {
  const path = Object.fromEntries(
    parametersOf(id, 'path').map(({ name, schema }) => [name, exampleOf(schema)]),
  );
  const body = exampleBody(id);
  const query = leastQuery(id);
  return body === null ? { path, query } : { path, query, rawBody: JSON.stringify(body) };
}

/** The example request, with a key or a session where one is needed. */
export function goodRequest(id: OperationId, { key, session }: TestCaller): AnyInput {
  const request = exampleRequest(id);
  if (table[id].security === 'key') return { ...request, as: key };
  return table[id].security === 'session' ? { ...request, as: session } : request;
}

/** The first lines of such a request, for who sends bytes: up to the caller's credentials. */
export function headOf(id: OperationId, { key, session }: TestCaller): string {
  const { method, path, security } = table[id];
  const target = path.replace(/\{\w+\}/, 'x');
  const { cookie, merchant, mode } = session;
  const ofSession = `Cookie: ${cookie}\r\nX-Merchant: ${merchant}\r\nX-Mode: ${mode}`;
  const credentials = security === 'session' ? ofSession : `Authorization: Bearer ${key}`;
  return `${method.toUpperCase()} ${target} HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\n${credentials}\r\n`;
}

/** Calls and expects to be refused, in the way in which everything is refused; returns the error. */
export async function expectRefusal(
  api: ApiClient,
  id: OperationId,
  input: AnyInput,
  [status, code]: readonly [number, string],
): Promise<Failing> {
  const reply = await api.call(id, input);
  return checkRefusal(id, reply, [status, code]);
}

export function checkRefusal(
  id: OperationId,
  reply: Reply<unknown>,
  [status, code]: readonly [number, string],
): Failing {
  expect({ id, status: reply.status, text: reply.text }).toEqual({ id, status, text: reply.text });
  const { error, meta } = reply.body as { error: Failing; meta: { requestId: string } };
  expect(error.code).toBe(code);
  expect(meta.requestId).toBe(reply.headers['x-request-id']);
  expect(reply.headers['content-length']).toBe(String(Buffer.byteLength(reply.text)));
  expect(Buffer.byteLength(reply.text)).toBeLessThanOrEqual(16 * 1024);
  expectOrigins(id, reply);
  return error;
}

/** Any page may read what the operations for browsers say, whatever they say; nobody else's replies, and never with credentials. */
export function expectOrigins(id: OperationId, { headers }: Reply<unknown>): void {
  const named = Object.keys(headers).filter((name) => name.startsWith('access-control-'));
  const expected = ['access-control-allow-origin', 'access-control-expose-headers'];
  expect(named.sort()).toEqual(table[id].cors ? expected : []);
  if (table[id].cors) expect(headers['access-control-allow-origin']).toBe('*');
}

/** The tables that calls write to. */
const WRITTEN = [
  'campaigns',
  'affiliates',
  'affiliate_links',
  'tracking_codes',
  'sessions',
  'clicks',
  'pending_identities',
  'conversions',
  'commissions',
  'commission_entries',
  'payouts',
  'payout_items',
  'conversion_history',
  'refunds',
  'kept_refunds',
  'commission_entries',
  'tier_counters',
  'invitations',
  'webhook_endpoints',
  'audit_log',
];

/** How many rows those tables hold, by table: none may come of a call that is refused. */
export async function countWritten({ rows }: SharedApp): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of WRITTEN) counts[table] = await rows.count(table);
  return counts;
}

// A call as fetch takes it: address, headers, body.
import { UsageError } from './errors.js';
import type { OperationFacts } from './generated/operations.js';
import { VERSION } from './generated/version.js';
import type { Values } from './reply.js';

/** Everything about a call that stays the same from try to try. */
export interface Request {
  operation: OperationFacts;
  url: string;
  headers: Record<string, string>;
  body: string | undefined;
  requestId: string;
  /** Whether it may be sent again when nobody knows whether it was carried out. */
  isRepeatable: boolean;
}

/** @throws UsageError for a path parameter that would be another address, or a request id that the service would not keep. */
export function toRequest(
  at: { baseUrl: string; apiKey: string },
  operation: OperationFacts,
  path: Values,
  params: object,
  requestId: string = crypto.randomUUID(),
): Request {
  if (typeof requestId !== 'string' || !/^[A-Za-z0-9._-]{1,128}$/.test(requestId))
    throw new UsageError('requestId must be 1 to 128 of the characters A–Z, a–z, 0–9, ".", "_" and "-".');
  const { query, body } = divided(operation, params as Values);
  const headers: Record<string, string> = {
    accept: 'application/json, text/csv;q=0.9',
    'user-agent': `refcampaign-api-client/${VERSION}`,
    'x-request-id': requestId,
  };
  if (operation.key !== 'none') headers['authorization'] = `Bearer ${at.apiKey}`;
  if (operation.hasBody) headers['content-type'] = 'application/json';
  return {
    operation,
    url: at.baseUrl + filled(operation.path, path) + search(query),
    headers,
    body: operation.hasBody ? JSON.stringify(body) : undefined,
    requestId,
    isRepeatable: isRepeatable(operation, body),
  };
}

type Query = Readonly<Record<string, string | number | boolean | undefined>>;

function divided(operation: OperationFacts, params: Values): { query: Query; body: Values } {
  const isQuery = ([name]: [string, unknown]) => !operation.hasBody || operation.query.includes(name);
  const entries = Object.entries(params);
  return {
    query: Object.fromEntries(entries.filter(isQuery)) as Query,
    body: Object.fromEntries(entries.filter((entry) => !isQuery(entry))),
  };
}

function isRepeatable({ repeatable }: OperationFacts, body: Values): boolean {
  if (typeof repeatable === 'boolean') return repeatable;
  return body[repeatable] !== undefined && body[repeatable] !== null;
}

/** An empty id would be the list's address, `..` the parent's. */
function filled(path: string, values: Values): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = values[name];
    // Half a character has no form in an address.
    if (typeof value !== 'string' || ['', '.', '..'].includes(value) || /\p{Surrogate}/u.test(value))
      throw new UsageError(`${name} must be an id.`);
    return encodeURIComponent(value);
  });
}

function search(query: Query): string {
  const sent = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) sent.set(name, String(value));
  return sent.size === 0 ? '' : `?${sent.toString()}`;
}

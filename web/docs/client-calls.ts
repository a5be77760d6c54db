// The call that an operation's sample with the TypeScript client makes, for those that the client has.
import { SAMPLE_ORIGIN } from '#pages/serving/sample-origin.js';
import type { Json, Operation, Schema } from './contract.js';
import { resolve } from './contract.js';
import { exampleOf } from './fields.js';
import type { ClientCall } from './samples/typescript-client.js';

/** The call with one of the bodies; null for an operation that the client does not have. */
export function clientCallOf(document: Json, operation: Operation, body: unknown): ClientCall | null {
  if (!isInClient(operation)) return null;
  const valueOf = (name: string) => {
    const parameter = operation.parameters.find((one) => one.in === 'path' && one.name === name);
    return parameter ? exampleOf(parameter) : name;
  };
  const query = operation.parameters
    .filter((one) => one.in === 'query' && (one.required || one['x-in-samples']))
    .map((one) => [one.name, exampleOf(one)] as const);
  const params = { ...(body as object | undefined), ...Object.fromEntries(query) };
  const takesNothing = body === undefined && query.length === 0;
  return {
    operationId: operation.id,
    origin: SAMPLE_ORIGIN,
    path: [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => valueOf(name as string)),
    params: takesNothing ? null : params,
    gives: givenBy(document, operation),
  };
}

/** What a server calls: see isForServers in tools/generator/client.ts; a test holds the two together. */
export function isInClient({ path, key }: Operation): boolean {
  return path.startsWith('/api/v1/') && key !== 'pages';
}

function givenBy(document: Json, { replies }: Operation): ClientCall['gives'] {
  const content = replies.find(({ status }) => status.startsWith('2'))?.content;
  if (content?.has('text/csv')) return 'csv';
  const schema = content?.get('application/json')?.schema;
  const inside = (of: Schema | undefined, name: string) => {
    const found = of && resolve(document, of).properties?.[name];
    return found && resolve(document, found);
  };
  return inside(inside(schema, 'meta'), 'page') ? 'list' : 'reply';
}

// A method of the client for each operation: what it takes, what it hands back, and what its comment says.
import { bodySchema } from './dto.js';
import type { OpenApiDocument, Operation, Schema } from './document.js';
import { resolveRef } from './document.js';
import { isPaged, isStreamed, permissionOf, securityOf, statusesOf } from './operations.js';
import { ContractError } from './contract-error.js';
import { docComment } from './type-comment.js';
import { inlineType } from './type-text.js';

/** The text of methods.ts, under the header that says where it comes from. */
export function methodsFile(header: string, document: OpenApiDocument, operations: Operation[]): string {
  const methods = operations.map((operation) => methodOf(document, operation)).join('\n');
  return `${header}import type { CsvFile } from '../csv-file.js';
import type { List } from '../list.js';
import type { CallOptions, Reply, Values } from '../reply.js';
import { operations, type OperationFacts } from './operations.js';
import type * as t from './types.js';

/** A method for each operation; how a call is made is the business of who extends it. */
export abstract class Methods {
  protected abstract call<Data, Status extends number>(
    operation: OperationFacts,
    path: Values,
    params: object,
    options: CallOptions | undefined,
  ): Promise<Reply<Data, Status>>;

  protected abstract list<Item>(
    operation: OperationFacts,
    path: Values,
    params: object,
    options: CallOptions | undefined,
  ): List<Item>;

  protected abstract csv(
    operation: OperationFacts,
    path: Values,
    params: object,
    options: CallOptions | undefined,
  ): Promise<CsvFile>;

${methods}}
`;
}

function methodOf(document: OpenApiDocument, operation: Operation): string {
  const names = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const params = paramsOf(operation);
  const taken = [
    ...names.map((name) => `${name}: string`),
    ...(params === null ? [] : [params]),
    'options?: CallOptions',
  ];
  const { how, result } = resultOf(document, operation);
  const passed = [
    `operations.${operation.id}`,
    `{ ${names.join(', ')} }`.replace('{  }', '{}'),
    params === null ? '{}' : 'params',
    'options',
  ];
  return `${commentOfMethod(document, operation)}  ${operation.id}(${taken.join(', ')}): ${result} {
    return this.${how}(${passed.join(', ')});
  }
`;
}

function commentOfMethod(document: OpenApiDocument, operation: Operation): string {
  const { summary, description } = operation.body as { summary?: string; description?: string };
  const repeatable = repeatableOf(document, operation);
  const repeats = {
    true: 'Safe to repeat: retried when its outcome is unknown.',
    false: 'Not safe to repeat: retried only when it was certainly not carried out.',
  };
  const retried =
    typeof repeatable === 'string'
      ? `Safe to repeat, and retried when its outcome is unknown, if \`${repeatable}\` is sent.`
      : repeats[`${repeatable}`];
  const first = (description ?? '').split(/\n\n+/)[0]!.replace(/\s+/g, ' ').trim();
  const call = `\`${operation.where}\`. ${neededBy(document, operation)}${retried}`;
  return docComment([[`${summary ?? operation.id}.`], [first], [call]], '  ');
}

/** What the key has to be allowed to do, as a sentence; nothing where every key will do, or none is looked at. */
function neededBy(document: OpenApiDocument, operation: Operation): string {
  const permission = permissionOf(document, operation);
  if (permission === null || permission === 'any') return '';
  const who = securityOf(document, operation) === 'optional' ? 'A key that is sent needs' : 'The key needs';
  return `${who} the permission \`${permission}\`. `;
}

/** Body and query in one argument, as one object: their names never meet. */
function paramsOf(operation: Operation): string | null {
  const [body, query] = [bodySchema(operation), querySchema(operation)];
  const types = [body, query && queryName(operation)]
    .filter((name) => name !== null)
    .map((name) => `t.${name}`);
  if (types.length === 0) return null;
  const isOptional = body === null && query?.required?.length === 0;
  return `params: ${types.join(' & ')}${isOptional ? ' = {}' : ''}`;
}

/** What a method hands back: a file, a list over all pages, or one reply. */
function resultOf(document: OpenApiDocument, operation: Operation): { how: string; result: string } {
  const statuses = statusesOf(operation);
  if (isStreamed(document, operation, statuses)) return { how: 'csv', result: 'Promise<CsvFile>' };
  const successes = statuses.filter((status) => status < 300);
  const data = dataOf(document, operation, successes[0]);
  if (isPaged(document, operation, statuses))
    return { how: 'list', result: `List<${inItsFile(data.items ?? {})}>` };
  return { how: 'call', result: `Promise<Reply<${inItsFile(data)}, ${successes.join(' | ')}>>` };
}

function inItsFile(schema: Schema): string {
  if (schema.$ref === undefined)
    throw new ContractError('a reply', 'has data without a name', '$ref a schema');
  return `t.${inlineType(schema)}`;
}

/** The schema of the envelope's `data`. */
function dataOf(document: OpenApiDocument, operation: Operation, status: number | undefined): Schema {
  const written = resolveRef(document, operation.body.responses?.[String(status)] ?? {}, operation.where);
  const { content } = written as { content?: Record<string, { schema?: Schema }> };
  const reply = resolveRef(document, content?.['application/json']?.schema ?? {}, operation.where);
  const data = reply.properties?.['data'];
  if (!data) throw new ContractError(operation.where, 'has no data in its reply', 'answer with an envelope');
  return data;
}

/** The query parameters as an object's schema, or null when there are none. */
export function querySchema({ id, parameters }: Operation): Schema | null {
  const query = parameters.filter((parameter) => parameter.in === 'query');
  if (query.length === 0) return null;
  const properties = query.map(({ name, schema, ...rest }) => [
    name,
    { ...rest, ...schema, required: undefined },
  ]);
  return {
    type: 'object',
    description: `The query of \`${id}\`.`,
    required: query.filter(({ required }) => required === true).map(({ name }) => name),
    properties: Object.fromEntries(properties) as Record<string, Schema>,
  };
}

/** The name of the query's type. */
export function queryName({ id }: Operation): string {
  return `${id[0]!.toUpperCase()}${id.slice(1)}Query`;
}

/** Reading is always repeatable; whatever else is offered to servers must say so itself. */
export function repeatableOf(document: OpenApiDocument, operation: Operation): boolean | string {
  const said = operation.body['x-repeatable'];
  if (operation.method === 'get' && said === undefined) return true;
  if (typeof said === 'boolean') return said;
  const body = bodySchema(operation);
  const fields = body === null ? [] : Object.keys(document.components.schemas[body]?.properties ?? {});
  if (typeof said === 'string' && fields.includes(said)) return said;
  throw new ContractError(
    operation.where,
    'does not say whether a call of unknown outcome may be repeated',
    'write x-repeatable: true, false, or the field of the body that makes it safe',
  );
}

// The generated part of clients/typescript: its types, the facts of its operations, a method for each, and its events. Pure, like generate.ts.
// Why so: docs/decisions/0013-a-client-of-our-own-generator.md
import { methodsFile, queryName, querySchema, repeatableOf } from './client-methods.js';
import { bodySchema } from './dto.js';
import type { OpenApiDocument, Operation } from './document.js';
import { resolveRef, schemaName } from './document.js';
import { securityOf } from './operations.js';
import { literal, namesUsedBy, typeText } from './type-text.js';
import { webhooksFile, webhooksOf } from './webhooks.js';

const HEADER = `// Generated from openapi.yaml by tools/generator (npm run generate). Do not edit: change the contract instead.
`;
const KEYS = {
  key: 'required',
  optional: 'optional',
  lenient: 'optional',
  public: 'none',
  session: 'none',
} as const;

/** File name → text, for clients/typescript/src/generated. */
export function generateClient(document: OpenApiDocument, operations: Operation[]): Map<string, string> {
  const offered = operations.filter((operation) => isForServers(document, operation));
  return new Map([
    ['types.ts', typesFile(document, offered)],
    ['operations.ts', operationsFile(document, offered)],
    ['methods.ts', methodsFile(HEADER, document, offered)],
    ['webhooks.ts', webhooksFile(HEADER, document)],
    [
      'version.ts',
      `${HEADER}\n/** The contract's version, and the package's. */\nexport const VERSION = ${literal(versionOf(document))};\n`,
    ],
  ]);
}

/**
 * What a server calls: the versioned API. Left out by that are what only browsers send (preflights, addresses without a version),
 * what a visitor follows, what operators and readers look at (health, the specification, the docs), and what people do on our own pages.
 */
function isForServers(document: OpenApiDocument, operation: Operation): boolean {
  const { path, method } = operation;
  const isForPeople = path.startsWith('/api/v1/auth/') || securityOf(document, operation) === 'session';
  return path.startsWith('/api/v1/') && method !== 'options' && !isForPeople;
}

function versionOf(document: OpenApiDocument): string {
  return (document as unknown as { info?: { version?: string } }).info?.version ?? '0.0.0';
}

/** Every schema that an offered operation or an event names, in the order of the contract, and a type for each query. */
function typesFile(document: OpenApiDocument, operations: Operation[]): string {
  const named = [
    ...operations.flatMap(({ body }) => schemasIn(document, body)),
    ...webhooksOf(document).map(({ schema }) => schema),
  ];
  const used = new Set(named.flatMap((name) => namesUsedBy(document, name)));
  const schemas = Object.keys(document.components.schemas)
    .filter((name) => used.has(name))
    .map((name) => (isSent(name) ? orUndefined(typeText(document, name)) : typeText(document, name)));
  const queries = operations.flatMap((operation) => queryType(operation) ?? []);
  return [HEADER, ...schemas, ...queries].join('\n');
}

/** The schemas named anywhere below, through references to other components. */
function schemasIn(document: OpenApiDocument, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const { $ref } = value as { $ref?: unknown };
  if (typeof $ref !== 'string') return Object.values(value).flatMap((inner) => schemasIn(document, inner));
  if ($ref.startsWith('#/components/schemas/')) return [schemaName($ref, 'a schema')];
  return schemasIn(document, resolveRef(document, value, 'a reference'));
}

function queryType(operation: Operation): string | null {
  const schema = querySchema(operation);
  if (schema === null) return null;
  const named = { openapi: '3.1.1', paths: {}, components: { schemas: { [queryName(operation)]: schema } } };
  return orUndefined(typeText(named, queryName(operation)));
}

/** By the project's naming, which the contract's tests keep. */
function isSent(name: string): boolean {
  return name.endsWith('Body');
}

/**
 * With `undefined` written out for what may be left out, for callers who compile with exactOptionalPropertyTypes: a field that is
 * undefined is not sent. The reference does without, for its readers.
 */
function orUndefined(text: string): string {
  return text.replace(/^( +[\w$]+\?:[^;{}]*);$/gm, '$1 | undefined;');
}

function operationsFile(document: OpenApiDocument, operations: Operation[]): string {
  const lines = operations.map((operation) => `  ${operation.id}: {\n${factsOf(document, operation)}  },\n`);
  return `${HEADER}
/** What the runtime has to know of an operation. */
export interface OperationFacts {
  id: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With \`{name}\` for each path parameter. */
  path: string;
  key: 'required' | 'optional' | 'none';
  /** Whether there is a JSON body. */
  hasBody: boolean;
  /** Which parameters go into the query; the others are the body. */
  query: readonly string[];
  /** Whether it may be sent again when its outcome is unknown: always, never, or if this field of the body is sent. */
  repeatable: boolean | string;
}

export const operations = {
${lines.join('')}} as const satisfies Record<string, OperationFacts>;
`;
}

function factsOf(document: OpenApiDocument, operation: Operation): string {
  const query = operation.parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const facts = {
    id: literal(operation.id),
    method: literal(operation.method.toUpperCase()),
    path: literal(operation.path),
    key: literal(KEYS[securityOf(document, operation)]),
    hasBody: String(bodySchema(operation) !== null),
    query: `[${query.map(literal).join(', ')}]`,
    repeatable: literal(repeatableOf(document, operation)),
  };
  return Object.entries(facts)
    .map(([name, value]) => `    ${name}: ${value},\n`)
    .join('');
}

// The part of OpenAPI 3.1 this generator reads, and the way from the YAML text to it. What we do not read we do not type.
import { parseDocument } from 'yaml';
import { ContractError } from './contract-error.js';

/** A JSON Schema as written in the contract. Unknown keywords are kept, so that they can be refused by name. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  [keyword: string]: unknown;
}

export interface Parameter {
  $ref?: string;
  name: string;
  in: string;
  required?: boolean;
  schema?: Schema;
}

export interface Media {
  schema?: Schema;
}

export interface OperationObject {
  operationId?: string;
  tags?: string[];
  parameters?: Parameter[];
  requestBody?: { required?: boolean; content?: Record<string, Media> };
  responses?: Record<string, unknown>;
  security?: Record<string, unknown>[];
  [extension: string]: unknown;
}

export interface OpenApiDocument {
  openapi: string;
  paths: Record<string, Record<string, unknown>>;
  webhooks?: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Schema> } & Record<string, unknown>;
  security?: Record<string, unknown>[];
}

/** One operation with all that stands around it. `where` names it in errors: "POST /api/v1/campaigns". */
export interface Operation {
  id: string;
  method: Method;
  path: string;
  where: string;
  body: OperationObject;
  parameters: Parameter[];
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;
const SUPPORTED_METHODS = ['get', 'put', 'post', 'delete', 'options', 'patch'] as const;
export type Method = (typeof SUPPORTED_METHODS)[number];

/** Reads the contract's YAML. Throws a ContractError with the parser's words when it is not YAML. */
export function parseContract(text: string): OpenApiDocument {
  const yaml = parseDocument(text, { strict: true, uniqueKeys: true });
  const problem = yaml.errors[0] ?? yaml.warnings[0];
  if (problem) throw new ContractError('openapi.yaml', problem.message, 'correct the YAML');
  const document = yaml.toJS({ maxAliasCount: 0 }) as OpenApiDocument;
  if (!document?.openapi?.startsWith('3.1.')) {
    throw new ContractError('openapi.yaml', 'is not an OpenAPI 3.1 document', 'write openapi: 3.1.1');
  }
  return document;
}

/** Every operation, in the order of the document. */
export function operationsOf(document: OpenApiDocument): Operation[] {
  const found = Object.entries(document.paths).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method] !== undefined).map((method) =>
      toOperation(document, path, method),
    ),
  );
  const twice = found.find((operation, index) => found.findIndex(({ id }) => id === operation.id) !== index);
  if (twice)
    throw new ContractError(twice.where, `operationId ${twice.id} is used twice`, 'name each operation once');
  return found;
}

function toOperation(document: OpenApiDocument, path: string, method: string): Operation {
  const where = `${method.toUpperCase()} ${path}`;
  if (!(SUPPORTED_METHODS as readonly string[]).includes(method)) {
    throw new ContractError(
      where,
      `method ${method} is not supported`,
      'HEAD is answered by GET; leave it out',
    );
  }
  const item = document.paths[path]!;
  const body = item[method] as OperationObject;
  if (!body.operationId || !/^[a-z][A-Za-z0-9]*$/.test(body.operationId)) {
    throw new ContractError(
      where,
      'has no usable operationId',
      'name it verb + noun in camelCase, such as createCampaign',
    );
  }
  const shared = (item['parameters'] ?? []) as Parameter[];
  const parameters = [...shared, ...(body.parameters ?? [])].map((parameter) =>
    resolveRef(document, parameter, where),
  );
  return { id: body.operationId, method: method as Method, path, where, body, parameters };
}

/** What a local `$ref` stands for; anything without `$ref` is itself. */
export function resolveRef<T extends object>(document: OpenApiDocument, value: T, where: string): T {
  const ref = (value as { $ref?: string }).$ref;
  if (ref === undefined) return value;
  if (!ref.startsWith('#/'))
    throw new ContractError(
      where,
      `$ref ${ref} leaves the document`,
      'name it in openapi.yaml, and what it leads to in openapi/',
    );
  const target = ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document);
  if (target === undefined)
    throw new ContractError(where, `$ref ${ref} points at nothing`, 'define it or correct the name');
  return resolveRef(document, target as T, where);
}

/** The component name in `#/components/schemas/X`. */
export function schemaName(ref: string, where: string): string {
  const match = /^#\/components\/schemas\/([A-Za-z][A-Za-z0-9]*)$/.exec(ref);
  if (!match)
    throw new ContractError(
      where,
      `$ref ${ref} is not a schema of this document`,
      'use #/components/schemas/<Name>',
    );
  return match[1]!;
}

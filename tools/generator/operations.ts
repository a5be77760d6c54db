// generated/operations.ts: operationId → everything about an operation that is not a type or a schema.
import { bodySchema, isLenient } from './dto.js';
import type { OpenApiDocument, Operation } from './document.js';
import type { OperationFacts } from '#platform/contract/operation-facts.js';
import { resolveRef } from './document.js';
import { ContractError } from './contract-error.js';

const HEADER = `// Generated from openapi.yaml by tools/generator (npm run generate). Do not edit: change the contract instead.
import type { OperationFacts } from '#platform/contract/operation-facts.js';
`;
const DEFAULT_LIMIT_BYTES = 64 * 1024;
/** What each means is said in operation-facts.ts. */
const EXTENSIONS = [
  'x-rate-limit',
  'x-cors',
  'x-enveloped',
  'x-open-query',
  'x-limit-bytes',
  'x-lenient-body',
  'x-lenient-key',
  'x-fast-path',
  'x-repeatable',
  'x-same-origin',
  'x-permission',
  'x-confirm',
];
/** What each opens is said in openapi.yaml; `any`, `own` and `self` in src/platform/contract/permissions.ts. */
const PERMISSIONS = ['record', 'read', 'manage', 'pay', 'own', 'any', 'self'];
const FOR_PEOPLE = ['own', 'self'];

/** The text of generated/operations.ts. */
export function generateOperations(document: OpenApiDocument, operations: Operation[]): string {
  refuseTwins(operations);
  const lines = operations.map((operation) => `  ${operation.id}: ${emit(factsOf(document, operation))},`);
  return `${HEADER}
/** Every operation of the contract, in its order. */
export const operations = {
${lines.join('\n')}
} as const satisfies Record<string, OperationFacts>;
`;
}

function factsOf(document: OpenApiDocument, operation: Operation): Record<string, unknown> {
  checkExtensions(operation);
  const { body: written } = operation;
  const statuses = statusesOf(operation);
  const tag = written.tags?.[0];
  if (tag === undefined || written.tags?.length !== 1) {
    throw new ContractError(operation.where, 'has not exactly one tag', 'name the controller it belongs to');
  }
  return {
    method: operation.method,
    path: operation.path,
    tag,
    security: securityOf(document, operation),
    sessions: takesSession(document, operation),
    sameOrigin: written['x-same-origin'] === true,
    confirm: written['x-confirm'] === true,
    statuses,
    body: bodyOf(operation),
    enveloped: written['x-enveloped'] !== false,
    streamed: isStreamed(document, operation, statuses),
    paged: written['x-enveloped'] !== false && isPaged(document, operation, statuses),
    rateLimit: written['x-rate-limit'] ?? null,
    permission: permissionOf(document, operation),
    cors: written['x-cors'] === true,
    fastPath: written['x-fast-path'] === true,
    // Who declares no 422 takes no query and looks at none (a probe's, or the one a browser's preflight carries along).
    openQuery: written['x-open-query'] === true || !statuses.includes(422),
  };
}

function bodyOf(operation: Operation): Record<string, unknown> | null {
  if (bodySchema(operation) === null) return null;
  const lenient = isLenient(operation);
  if (!lenient && operation.body.requestBody?.required !== true) {
    throw new ContractError(operation.where, 'has an optional body', 'write requestBody.required: true');
  }
  if (lenient) checkLenient(operation);
  return {
    limitBytes: operation.body['x-limit-bytes'] ?? DEFAULT_LIMIT_BYTES,
    contentType: 'application/json',
    lenient,
  };
}

/** Who takes whatever comes refuses nothing, and so declares no refusal. */
function checkLenient(operation: Operation): void {
  const refusals = statusesOf(operation).filter((status) => status >= 400);
  if (operation.body.requestBody?.required === true || refusals.length > 0)
    throw new ContractError(
      operation.where,
      'has x-lenient-body, and yet a body that is required or a status that refuses',
      'write requestBody.required: false, and only the success',
    );
  if (operation.body['x-enveloped'] !== false || operation.body['x-fast-path'] === true)
    throw new ContractError(
      operation.where,
      'has x-lenient-body with an envelope or on the fast path',
      'write x-enveloped: false and leave x-fast-path out',
    );
}

/** The declared statuses, lowest first. */
export function statusesOf(operation: Operation): number[] {
  const statuses = Object.keys(operation.body.responses ?? {}).map(Number);
  if (statuses.length === 0 || statuses.some((status) => !Number.isInteger(status))) {
    throw new ContractError(
      operation.where,
      'declares replies other than plain statuses',
      "name each status: '200', '404' …",
    );
  }
  return statuses.sort((left, right) => left - right);
}

/** The names of the contract's security schemes. */
const KEY = 'apiKey';
const SESSION = 'sessionCookie';

function schemesOf(document: OpenApiDocument, operation: Operation): string[][] {
  const security = operation.body.security ?? document.security ?? [];
  return security.map((requirement) => Object.keys(requirement));
}

/** Whether a key is needed, not needed, taken if it comes, or taken if it is good; or only a session will do. */
export function securityOf(document: OpenApiDocument, operation: Operation): OperationFacts['security'] {
  const schemes = schemesOf(document, operation);
  const takesKey = schemes.some((names) => names.includes(KEY));
  const isOptional = takesKey && schemes.some((names) => names.length === 0);
  if (operation.body['x-lenient-key'] === true) return checkLenientKey(operation, isOptional);
  if (isOptional) return 'optional';
  if (schemes.some((names) => names.length === 0)) return 'public';
  if (takesKey) return 'key';
  return takesSession(document, operation) ? 'session' : 'public';
}

/** Whether a person's session does, by itself or as well as a key. */
export function takesSession(document: OpenApiDocument, operation: Operation): boolean {
  return schemesOf(document, operation).some((names) => names.includes(SESSION));
}

/** Who takes any key refuses none, and so declares no refusal. */
function checkLenientKey(operation: Operation, isOptional: boolean): 'lenient' {
  const refusals = statusesOf(operation).filter((status) => status === 401 || status === 403);
  if (!isOptional || refusals.length > 0)
    throw new ContractError(
      operation.where,
      'has x-lenient-key, and yet a key that must be there or a status that refuses one',
      'write security: [{ apiKey: [] }, {}], and neither 401 nor 403',
    );
  return 'lenient';
}

/** What a caller must be allowed to do; null where nobody looks who calls. */
export function permissionOf(document: OpenApiDocument, operation: Operation): string | null {
  const asked = operation.body['x-permission'] as string | undefined;
  const security = securityOf(document, operation);
  if (security === 'public' && asked === undefined) return null;
  if (security === 'public')
    throw new ContractError(operation.where, 'has x-permission, and yet anyone may call it', 'leave it out');
  if (asked === undefined || !PERMISSIONS.includes(asked))
    throw new ContractError(
      operation.where,
      'does not say what a caller must be allowed to do',
      `write x-permission: ${PERMISSIONS.join(', ')}`,
    );
  if (FOR_PEOPLE.includes(asked) && ['key', 'optional', 'lenient'].includes(security))
    throw new ContractError(
      operation.where,
      `takes keys, which never have x-permission ${asked}`,
      'choose another',
    );
  return asked;
}

/** Whether the success reply's `meta` has a `page`. */
export function isPaged(document: OpenApiDocument, operation: Operation, statuses: number[]): boolean {
  const success = statuses.find((status) => status >= 200 && status < 300);
  if (success === undefined) return false;
  const step = (value: unknown): Record<string, unknown> =>
    resolveRef(document, (value ?? {}) as Record<string, unknown>, operation.where);
  const content = step(step(operation.body.responses?.[String(success)])['content']);
  const schema = step(step(content['application/json'])['schema']);
  const meta = step(step(schema['properties'])['meta']);
  return Object.hasOwn(step(meta['properties']), 'page');
}

/** Whether a success is text/csv: a file of any length. */
export function isStreamed(document: OpenApiDocument, operation: Operation, statuses: number[]): boolean {
  const successes = statuses.filter((status) => status >= 200 && status < 300);
  const found = successes.some((status) => {
    const written = operation.body.responses?.[String(status)] ?? {};
    const { content } = resolveRef(document, written, operation.where) as { content?: object };
    return content !== undefined && Object.hasOwn(content, 'text/csv');
  });
  if (found && operation.body['x-enveloped'] !== false)
    throw new ContractError(operation.where, 'answers text/csv in an envelope', 'write x-enveloped: false');
  return found;
}

function checkExtensions(operation: Operation): void {
  const unknown = Object.keys(operation.body).find(
    (key) => key.startsWith('x-') && !EXTENSIONS.includes(key) && key !== 'x-codeSamples',
  );
  if (unknown)
    throw new ContractError(
      operation.where,
      `extension ${unknown} is unknown`,
      `known are ${EXTENSIONS.join(', ')}`,
    );
  const group = operation.body['x-rate-limit'] as string | undefined;
  if (group !== undefined && !['clicks', 'identifies', 'reports'].includes(group)) {
    throw new ContractError(
      operation.where,
      `x-rate-limit ${group} is unknown`,
      'clicks, identifies or reports',
    );
  }
}

function refuseTwins(operations: Operation[]): void {
  const shape = (operation: Operation) => `${operation.method} ${operation.path.replace(/\{[^}]*\}/g, '{}')}`;
  for (const [index, operation] of operations.entries()) {
    const twin = operations.slice(0, index).find((other) => shape(other) === shape(operation));
    if (twin)
      throw new ContractError(
        operation.where,
        `matches the same requests as ${twin.where}`,
        'tell them apart',
      );
    const literal = operation.path.replace(/\{[A-Za-z][A-Za-z0-9]*\}/g, '');
    if (/[^A-Za-z0-9/._-]/.test(literal))
      throw new ContractError(operation.where, 'has an unusable path', 'letters, digits, / . _ -');
  }
}

/** A plain value as TypeScript: sorted as given, one line. */
function emit(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(emit).join(', ')}]`;
  if (typeof value === 'object' && value !== null) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${emit(inner)}`)
      .join(', ')} }`;
  }
  return typeof value === 'string' ? `'${value.replace(/['\\]/g, '\\$&')}'` : JSON.stringify(value);
}

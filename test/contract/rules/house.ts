// The rules of the house that redocly has no rule for, each with a small contract that breaks it. docs/contract-rules.md says why.
import type { Json } from '../support/document.js';
import { optionalReplyFields } from './replies.js';
import { bodyFieldsOf, fieldsOf, operationsIn, parametersOf, resolved } from './requests.js';

/** One rule. `check` names every place where the contract breaks it. */
export interface HouseRule {
  name: string;
  check: (contract: Json) => string[];
  /** Small contracts; each breaks the rule. */
  broken: Json[];
}

const operation = (value: Json): Json => ({ paths: { '/a': { get: { responses: {}, ...value } } } });
const taking = (schema: Json): Json =>
  operation({ requestBody: { content: { 'application/json': { schema } } } });
const asking = (parameter: Json): Json => operation({ parameters: [{ name: 'limit', ...parameter }] });

function repliesWithoutExample(contract: Json, [where, { responses }]: [string, Json]): string[] {
  return Object.entries(responses as Record<string, Json>).flatMap(([status, reply]) =>
    Object.values((resolved(contract, reply)['content'] ?? {}) as Record<string, Json>)
      .filter((media) => Object.keys((media['examples'] ?? {}) as Json).length === 0)
      .map(() => `${where} ${status}`),
  );
}

/** A parameter's example stands beside its schema or in it, a field's in it. */
function hasExample(contract: Json, { example, examples, schema }: Json): boolean {
  if (example !== undefined || Object.keys(examples ?? {}).length > 0) return true;
  return schema !== undefined && hasExample(contract, resolved(contract, schema as Json));
}

const named = (found: [string, Json][]) => found.map(([where]) => where);
const bare: Json = { properties: { name: { type: 'string' } } };

/** Fields of replies that are there only when there is something to say; a released contract cannot take them back. */
const SOMETIMES = ['refundConversion message', 'trackClick uncountedReason'];
const replying = (schema: Json): Json =>
  operation({ operationId: 'get', responses: { '200': { content: { 'application/json': { schema } } } } });

const KEY_PERMISSIONS = ['record', 'read', 'manage', 'pay', 'any'];

/** Who is let in with a key has one permission that says so, and not `own`, which no key has; who is let in without has none. */
function saysWhatItNeeds(contract: Json, operation: Json): boolean {
  const ways = (operation['security'] ?? contract['security'] ?? []) as Json[];
  const asked = operation['x-permission'] as string | undefined;
  if (ways.every((way) => Object.keys(way).length === 0)) return asked === undefined;
  const allowed = ways.some((way) => 'apiKey' in way) ? KEY_PERMISSIONS : [...KEY_PERMISSIONS, 'own', 'self'];
  return asked !== undefined && allowed.includes(asked);
}

export const houseRules: readonly HouseRule[] = [
  {
    name: 'paths-are-kebab-case',
    check: (contract) =>
      Object.keys(contract['paths'] as Json).filter(
        (path) => !/^(\/([a-z0-9]+([-.][a-z0-9]+)*|\{\w+\}))*\/?$/.test(path),
      ),
    broken: [{ paths: { '/someThings': {} } }, { paths: { '/some_things': {} } }],
  },
  {
    name: 'operationId-is-verb-and-noun',
    check: (contract) =>
      operationsIn(contract)
        .filter(([, { operationId }]) => !/^[a-z]+([A-Z][a-z]*)*$/.test(String(operationId)))
        .map(([where]) => where),
    broken: [operation({ operationId: 'list_things' })],
  },
  {
    name: 'operation-names-its-permission',
    check: (contract) => named(operationsIn(contract).filter(([, one]) => !saysWhatItNeeds(contract, one))),
    broken: [
      operation({ security: [{ apiKey: [] }] }),
      operation({ security: [{ apiKey: [] }, {}] }),
      { security: [{ apiKey: [] }], ...operation({}) },
      operation({ security: [{ apiKey: [] }], 'x-permission': 'write' }),
      operation({ security: [{ apiKey: [] }], 'x-permission': 'own' }),
      operation({ security: [], 'x-permission': 'read' }),
    ],
  },
  {
    name: 'reply-has-example',
    check: (contract) => operationsIn(contract).flatMap((one) => repliesWithoutExample(contract, one)),
    broken: [operation({ responses: { '404': { content: { 'application/json': { schema: {} } } } } })],
  },
  {
    name: 'reply-field-is-required',
    check: (contract) => optionalReplyFields(contract).filter((field) => !SOMETIMES.includes(field)),
    broken: [replying(bare), replying({ items: { anyOf: [bare] } })],
  },
  {
    name: 'request-field-has-description',
    check: (contract) => named(fieldsOf(contract).filter(([, field]) => !field['description'])),
    broken: [
      taking(bare),
      taking({ properties: { list: { description: 'Some.', items: bare } } }),
      taking({ properties: { thing: { description: 'One.', anyOf: [bare] } } }),
    ],
  },
  {
    name: 'request-field-has-example',
    check: (contract) => named(bodyFieldsOf(contract).filter(([, field]) => !hasExample(contract, field))),
    broken: [taking(bare), taking({ properties: { name: { type: 'string', examples: [] } } })],
  },
  {
    name: 'parameter-has-example',
    check: (contract) => named(parametersOf(contract).filter(([, one]) => !hasExample(contract, one))),
    broken: [
      asking({ schema: { type: 'integer' } }),
      { paths: { '/a': { parameters: [{ name: 'limit', schema: {} }], get: { responses: {} } } } },
    ],
  },
];

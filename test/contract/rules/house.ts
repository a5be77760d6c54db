// The rules of the house that redocly has no rule for, each with a small contract that breaks it. docs/contract-rules.md says why.
import type { Json } from '../support/document.js';

/** One rule. `check` names every place where the contract breaks it. */
export interface HouseRule {
  name: string;
  check: (contract: Json) => string[];
  broken: Json;
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'patch'];
const operation = (value: Json): Json => ({ paths: { '/a': { get: { responses: {}, ...value } } } });

function operationsIn(contract: Json): [string, Json][] {
  return Object.entries(contract['paths'] as Record<string, Json>).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method): [string, Json] => [
      `${method} ${path}`,
      item[method] as Json,
    ]),
  );
}

function resolved(contract: Json, value: Json): Json {
  const ref = value['$ref'] as string | undefined;
  if (ref === undefined) return value;
  return ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => (at as Json)[step], contract) as Json;
}

function repliesWithoutExample(contract: Json, [where, { responses }]: [string, Json]): string[] {
  return Object.entries(responses as Record<string, Json>).flatMap(([status, reply]) =>
    Object.values((resolved(contract, reply)['content'] ?? {}) as Record<string, Json>)
      .filter((media) => Object.keys((media['examples'] ?? {}) as Json).length === 0)
      .map(() => `${where} ${status}`),
  );
}

function fieldsWithoutWords(contract: Json, [where, value]: [string, Json]): string[] {
  const body = value['requestBody'] as { content: Record<string, Json> } | undefined;
  return Object.values(body?.content ?? {}).flatMap((media) => {
    const schema = resolved(contract, (media['schema'] ?? {}) as Json);
    return Object.entries((schema['properties'] ?? {}) as Record<string, Json>)
      .filter(([, field]) => resolved(contract, field)['description'] === undefined)
      .map(([name]) => `${where} ${name}`);
  });
}

export const houseRules: readonly HouseRule[] = [
  {
    name: 'operationId-is-verb-and-noun',
    check: (contract) =>
      operationsIn(contract)
        .filter(([, { operationId }]) => !/^[a-z]+([A-Z][a-z]*)*$/.test(String(operationId)))
        .map(([where]) => where),
    broken: operation({ operationId: 'list_things' }),
  },
  {
    name: 'reply-has-example',
    check: (contract) => operationsIn(contract).flatMap((one) => repliesWithoutExample(contract, one)),
    broken: operation({ responses: { '404': { content: { 'application/json': { schema: {} } } } } }),
  },
  {
    name: 'request-field-has-description',
    check: (contract) => operationsIn(contract).flatMap((one) => fieldsWithoutWords(contract, one)),
    broken: operation({
      requestBody: {
        content: { 'application/json': { schema: { properties: { name: { type: 'string' } } } } },
      },
    }),
  },
];

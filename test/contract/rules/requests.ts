// What a contract lets a caller send, walked for the rules of the house: operations, their parameters, and the fields of their bodies.
import type { Json } from '../support/document.js';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'patch'];

/** ["get /path", operation] of every operation. */
export function operationsIn(contract: Json): [string, Json][] {
  return Object.entries(contract['paths'] as Record<string, Json>).flatMap(([path, item]) =>
    METHODS.filter((method) => item[method]).map((method): [string, Json] => [
      `${method} ${path}`,
      item[method] as Json,
    ]),
  );
}

/** What a local reference stands for; anything else as it is. */
export function resolved(contract: Json, value: Json): Json {
  const ref = value['$ref'] as string | undefined;
  if (ref === undefined) return value;
  const target = ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, step) => (at as Json)[step], contract) as Json;
  return resolved(contract, target);
}

/** [where, parameter] of every parameter, those of whole paths included. */
export function parametersOf(contract: Json): [string, Json][] {
  const ofPaths = Object.entries(contract['paths'] as Record<string, Json>);
  return [...ofPaths, ...operationsIn(contract)].flatMap(([where, { parameters }]) =>
    ((parameters ?? []) as Json[])
      .map((one) => resolved(contract, one))
      .map((one): [string, Json] => [`${where} ${String(one['name'])}`, one]),
  );
}

/** [where, field] of every field that stands directly in a request body. */
export function bodyFieldsOf(contract: Json): [string, Json][] {
  return bodiesIn(contract).flatMap(([where, schema]) => directFields(contract, where, schema));
}

/** [where, field] of every field of a request body, at any depth. */
export function fieldsOf(contract: Json): [string, Json][] {
  return bodiesIn(contract).flatMap(([where, schema]) => fieldsUnder(contract, where, schema, []));
}

function bodiesIn(contract: Json): [string, Json][] {
  return operationsIn(contract).flatMap(([where, { requestBody }]) => {
    const body = resolved(contract, (requestBody ?? {}) as Json) as { content?: Record<string, Json> };
    return Object.values(body.content ?? {}).map(({ schema }): [string, Json] => [
      where,
      (schema ?? {}) as Json,
    ]);
  });
}

/** What stands beside a reference goes before what it refers to: a description there is the field's own. */
function directFields(contract: Json, where: string, schema: Json): [string, Json][] {
  const { properties } = resolved(contract, schema);
  return Object.entries((properties ?? {}) as Record<string, Json>).map(([name, field]) => [
    `${where} ${name}`,
    { ...resolved(contract, field), ...field },
  ]);
}

/** `open` are the references that we are inside of: a schema that leads into itself is walked once. */
function fieldsUnder(contract: Json, where: string, raw: Json, open: string[]): [string, Json][] {
  const ref = raw['$ref'] as string | undefined;
  if (ref !== undefined && open.includes(ref)) return [];
  const inside = ref === undefined ? open : [...open, ref];
  const schema = resolved(contract, raw);
  const direct = directFields(contract, where, schema);
  const alternatives = ['anyOf', 'oneOf', 'allOf'].flatMap((list) => (schema[list] ?? []) as Json[]);
  const others = [schema['items'], schema['additionalProperties'], ...alternatives]
    .filter((inner): inner is Json => typeof inner === 'object' && inner !== null)
    .map((inner): [string, Json] => [where, inner]);
  return [
    ...direct,
    ...[...direct, ...others].flatMap(([at, inner]) => fieldsUnder(contract, at, inner, inside)),
  ];
}

// The contract in one text, as the contract tests read it: parsed, walked, and registered with ajv.
import { readFileSync } from 'node:fs';
import type { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';
import { contractAjv } from '#platform/contract/schema-check.js';

export type Json = Record<string, unknown>;

export const document = parse(
  readFileSync(new URL('../../../generated/openapi.yaml', import.meta.url), 'utf8'),
) as Json;

/** The document with every object closed: in tests, a reply holds nothing the contract does not name. */
export const sealed = JSON.parse(JSON.stringify(document), (_key, value: unknown) => {
  const schema = value as Json | null;
  const isOpenObject =
    typeof schema === 'object' &&
    schema !== null &&
    schema['type'] === 'object' &&
    schema['properties'] !== undefined;
  return isOpenObject ? { additionalProperties: false, ...schema } : value;
}) as Json;

const validators = new Map<Json, Ajv2020>();

/** An ajv that knows the document as `contract`, with the formats and keywords of the house. */
export function ajvOf(registered: Json): Ajv2020 {
  let ajv = validators.get(registered);
  if (!ajv) {
    ajv = contractAjv(registered);
    validators.set(registered, ajv);
  }
  return ajv;
}

/** `#/components/…` as ajv finds it in the registered document. */
export function pointer(ref: string): string {
  return `contract${ref}`;
}

/** What a local $ref stands for. */
export function resolve(value: Json): Json {
  const ref = value['$ref'] as string | undefined;
  if (ref === undefined) return value;
  const target = ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (at as Json)[key], document);
  return resolve(target as Json);
}

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'patch'];

/** [operationId, operation] of every operation. */
export function* eachOperation(): Generator<[string, Json]> {
  for (const item of Object.values(document['paths'] as Record<string, Json>)) {
    for (const method of METHODS) {
      const operation = item[method] as Json | undefined;
      if (operation) yield [operation['operationId'] as string, operation];
    }
  }
}

/** [where, schema] of everything under `root` that has a `type`, references followed; each referenced schema once. */
export function* eachSchemaUnder(
  root: Json,
  where = '#',
  seen = new Set<unknown>(),
): Generator<[string, Json]> {
  const value = resolve(root);
  if (seen.has(value)) return;
  seen.add(value);
  if (value['type'] !== undefined && (typeof value['type'] === 'string' || Array.isArray(value['type'])))
    yield [where, value];
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'examples' || key === 'example' || typeof inner !== 'object' || inner === null) continue;
    yield* eachSchemaUnder(inner as Json, `${where}/${key}`, seen);
  }
}

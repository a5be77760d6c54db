// The fields of replies, walked for the rules of the house.
import type { Json } from '../support/document.js';
import { operationsIn, resolved } from './requests.js';

/** ["operationId field", …] of every field of a reply, at any depth, that need not be there. */
export function optionalReplyFields(contract: Json): string[] {
  const found = operationsIn(contract).flatMap(([, { operationId, responses }]) =>
    Object.values((responses ?? {}) as Record<string, Json>)
      .map((reply) => resolved(contract, reply))
      .flatMap(({ content }) => Object.values((content ?? {}) as Record<string, Json>))
      .flatMap(({ schema }) => optionalIn(contract, (schema ?? {}) as Json, []))
      .map((field) => `${String(operationId)} ${field}`),
  );
  return [...new Set(found)];
}

/** `open` are the references that we are inside of: a schema that leads into itself is walked once. */
function optionalIn(contract: Json, raw: Json, open: string[]): string[] {
  const ref = raw['$ref'] as string | undefined;
  if (ref !== undefined && open.includes(ref)) return [];
  const inside = ref === undefined ? open : [...open, ref];
  const { properties = {}, required = [], ...schema } = resolved(contract, raw);
  const names = Object.keys(properties as Json).filter((name) => !(required as string[]).includes(name));
  const alternatives = ['anyOf', 'oneOf', 'allOf'].flatMap((list) => (schema[list] ?? []) as Json[]);
  const inner = [...Object.values(properties as Json), schema['items'], ...alternatives];
  const deeper = inner.filter((one): one is Json => typeof one === 'object' && one !== null);
  return [...names, ...deeper.flatMap((one) => optionalIn(contract, one, inside))];
}

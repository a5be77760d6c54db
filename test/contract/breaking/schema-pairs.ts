// Two versions of a schema, walked side by side.
import type { Json } from '../support/document.js';

export interface SchemaPair {
  /** The way to it, for people. */
  name: string;
  was: Json;
  is: Json;
  /** The earlier contract did not let it be left out. */
  mandatory: boolean;
}

/** The pair itself and all pairs of what the two hold under the same name. References have been followed. */
export function* schemaPairs(pair: SchemaPair): Generator<SchemaPair> {
  yield pair;
  const now = new Map(inside(pair.is));
  const required = (pair.was['required'] ?? []) as string[];
  for (const [key, was] of inside(pair.was)) {
    const is = now.get(key);
    if (!is) continue;
    const mandatory = key.startsWith('.') && required.includes(key.slice(1));
    yield* schemaPairs({ name: pair.name + key, was, is, mandatory });
  }
}

/** [".field" or " keyword", schema]: a field may have the name of a keyword. */
function inside(schema: Json): [string, Json][] {
  const fields = Object.entries((schema['properties'] ?? {}) as Json).map(([key, value]) => [
    `.${key}`,
    value,
  ]);
  const lists = ['anyOf', 'oneOf', 'allOf'].flatMap((list) =>
    ((schema[list] ?? []) as Json[]).map((value, at) => [` ${list} ${at}`, value]),
  );
  const single = ['items', 'additionalProperties', 'propertyNames'].map((key) => [` ${key}`, schema[key]]);
  return [...fields, ...lists, ...single].filter(
    (entry): entry is [string, Json] => typeof entry[1] === 'object' && entry[1] !== null,
  );
}

// The breaking changes that `redocly diff` 2.77.0 does not see (found by running it over changes.ts): other defaults, a body that is
// asked for where there was none, one more dependentRequired, a lower x-max-bytes, and a reply header that may now be missing.
import type { Json } from '../support/document.js';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'patch'];

/** [pointer to the operation, what broke in it], for every operation that both contracts have. */
export function gapsBetween(before: Json, after: Json): [string, string][] {
  return eachPair(before, after).flatMap(([where, was, is]) => {
    const say = (what: string): [string, string] => [where, what];
    return [
      ...parameterDefaults(was, is).map(say),
      ...bodyAsked(was, is).map(say),
      ...requestSchemas(bodySchemas(was), bodySchemas(is)).map(say),
      ...missingHeaders(was, is).map(say),
    ];
  });
}

function eachPair(before: Json, after: Json): [string, Json, Json][] {
  const paths = Object.entries((before['paths'] ?? {}) as Record<string, Json>);
  return paths.flatMap(([path, item]) => {
    const newItem = (after['paths'] as Record<string, Json>)[path] ?? {};
    return METHODS.filter((method) => item[method] && newItem[method]).map((method): [string, Json, Json] => [
      `#/paths/${path.replaceAll('/', '~1')}/${method}`,
      whole(before, item, method),
      whole(after, newItem, method),
    ]);
  });
}

/** The operation with its references followed, and the parameters of its path among its own. */
function whole(document: Json, item: Json, method: string): Json {
  const operation = item[method] as Json;
  const parameters = [
    ...((item['parameters'] ?? []) as Json[]),
    ...((operation['parameters'] ?? []) as Json[]),
  ];
  return followed(document, { ...operation, parameters }, []) as Json;
}

/** A copy without references. One that leads into itself ends where it would begin again. */
function followed(document: Json, value: unknown, open: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((item) => followed(document, item, open));
  if (typeof value !== 'object' || value === null) return value;
  const ref = (value as Json)['$ref'];
  if (typeof ref !== 'string') {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, followed(document, inner, open)]),
    );
  }
  if (open.includes(ref)) return {};
  const steps = ref.slice(2).split('/');
  const target = steps.reduce<unknown>((at, step) => (at as Json)[step.replaceAll('~1', '/')], document);
  return followed(document, target, [...open, ref]);
}

function parameterDefaults(was: Json, is: Json): string[] {
  const now = new Map(
    (is['parameters'] as Json[]).map((one) => [`${String(one['in'])} ${String(one['name'])}`, one]),
  );
  return (was['parameters'] as Json[]).flatMap((one) => {
    const name = `${String(one['in'])} ${String(one['name'])}`;
    const other = now.get(name);
    return other
      ? requestSchemas(
          [['parameter ' + name, one['schema'] as Json]],
          [['parameter ' + name, other['schema'] as Json]],
        )
      : [];
  });
}

function bodyAsked(was: Json, is: Json): string[] {
  const body = is['requestBody'] as Json | undefined;
  return !was['requestBody'] && body?.['required'] === true
    ? ['a body is required where there was none']
    : [];
}

function bodySchemas(operation: Json): [string, Json][] {
  const body = operation['requestBody'] as { content?: Record<string, Json> } | undefined;
  return Object.entries(body?.content ?? {}).map(([type, media]) => [type, (media['schema'] ?? {}) as Json]);
}

/** Compares the schemas of one name, and what they hold. */
function requestSchemas(was: [string, Json][], is: [string, Json][]): string[] {
  const now = new Map(is);
  return was.flatMap(([name, schema]) => {
    const other = now.get(name);
    return other
      ? [...tighter(name, schema, other), ...requestSchemas(inner(name, schema), inner(name, other))]
      : [];
  });
}

function inner(name: string, schema: Json): [string, Json][] {
  const lists = ['anyOf', 'oneOf', 'allOf'].flatMap((list) => Object.entries((schema[list] ?? []) as Json[]));
  const single = ['items', 'additionalProperties'].map((key): [string, unknown] => [key, schema[key]]);
  return [...Object.entries((schema['properties'] ?? {}) as Json), ...lists, ...single]
    .filter((entry): entry is [string, Json] => typeof entry[1] === 'object' && entry[1] !== null)
    .map(([key, value]) => [`${name}.${key}`, value]);
}

function tighter(name: string, was: Json, is: Json): string[] {
  const found: string[] = [];
  if (was['default'] !== undefined && JSON.stringify(was['default']) !== JSON.stringify(is['default'])) {
    found.push(`${name}: another default`);
  }
  const before = (was['dependentRequired'] ?? {}) as Record<string, string[]>;
  for (const [trigger, needed] of Object.entries(
    (is['dependentRequired'] ?? {}) as Record<string, string[]>,
  )) {
    if (needed.some((field) => !before[trigger]?.includes(field)))
      found.push(`${name}: ${trigger} needs more fields`);
  }
  const most = is['x-max-bytes'] as number | undefined;
  if (most !== undefined && most < Number(was['x-max-bytes'] ?? Infinity)) found.push(`${name}: fewer bytes`);
  return found;
}

function missingHeaders(was: Json, is: Json): string[] {
  return Object.entries(was['responses'] as Record<string, Json>).flatMap(([status, reply]) => {
    const now = ((is['responses'] as Record<string, Json>)[status]?.['headers'] ?? {}) as Record<
      string,
      Json
    >;
    return Object.entries((reply['headers'] ?? {}) as Record<string, Json>)
      .filter(([name, header]) => header['required'] === true && now[name] && now[name]['required'] !== true)
      .map(([name]) => `${status}: the header ${name} may now be missing`);
  });
}

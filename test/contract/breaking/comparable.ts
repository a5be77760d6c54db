// A contract written in one way, so that the comparison sees what it says and not how it is written: `redocly diff` takes each of these
// spellings for a change.
import type { Json } from '../support/document.js';

const METHODS = ['get', 'put', 'post', 'delete', 'options', 'patch'];
/** Keywords whose values are data, not schemas. */
const DATA = ['default', 'example', 'examples', 'enum', 'const'];
/** Keywords whose keys are names that the contract gives. */
const NAMES = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'schemas', 'parameters'];
/** Rules that allow everything. */
const EMPTY_RULES: Json = { minProperties: 0, minItems: 0, minLength: 0, uniqueItems: false };

/** A copy: parameters stand at operations, `const` is an `enum` of one, servers have no words, rules that allow all are left out. */
export function comparable(contract: Json): Json {
  const paths = Object.entries((contract['paths'] ?? {}) as Record<string, Json>).map(([path, item]) => [
    path,
    withParametersBelow(contract, item),
  ]);
  return plain({ ...contract, paths: Object.fromEntries(paths) as Json }) as Json;
}

/** An operation's own parameter goes before that of its path with the same name and place. */
function withParametersBelow(contract: Json, { parameters, ...item }: Json): Json {
  const shared = (parameters ?? []) as Json[];
  if (shared.length === 0) return item;
  const named = METHODS.filter((method) => item[method]).map((method) => {
    const operation = item[method] as Json;
    const own = (operation['parameters'] ?? []) as Json[];
    const taken = new Set(own.map((one) => placeOf(contract, one)));
    const rest = shared.filter((one) => !taken.has(placeOf(contract, one)));
    return [method, { ...operation, parameters: [...rest, ...own] }];
  });
  return { ...item, ...(Object.fromEntries(named) as Json) };
}

function placeOf(contract: Json, parameter: Json): string {
  const ref = parameter['$ref'] as string | undefined;
  const steps = ref?.slice(2).split('/') ?? [];
  const target = ref ? steps.reduce<unknown>((at, step) => (at as Json)[step], contract) : parameter;
  return `${String((target as Json)['in'])} ${String((target as Json)['name'])}`;
}

function plain(value: unknown, keysAreNames = false): unknown {
  if (Array.isArray(value)) return value.map((item) => plain(item));
  if (typeof value !== 'object' || value === null) return value;
  if (keysAreNames) return mapped(value, (_key, inner) => plain(inner));
  const kept = Object.entries(value).filter(
    ([key, inner]) => !(key in EMPTY_RULES && EMPTY_RULES[key] === inner),
  );
  const { const: only, ...rest } = Object.fromEntries<unknown>(kept);
  const copy = mapped(rest, (key, inner) => {
    if (key === 'servers') return withoutWords(inner as Json[]);
    return DATA.includes(key) ? inner : plain(inner, NAMES.includes(key));
  });
  return only === undefined ? copy : { ...copy, enum: [only] };
}

function mapped(value: object, change: (key: string, inner: unknown) => unknown): Json {
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, change(key, inner)]));
}

function withoutWords(servers: Json[]): Json[] {
  return servers.map(({ description, ...server }) => {
    void description;
    return server;
  });
}

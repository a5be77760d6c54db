// What may be sent less freely than before, or means something else, and `redocly diff` does not see: defaults, a body that is asked for
// where there was none, rules between fields, keywords of the house on fields, and where the call goes.
import type { Json } from '../support/document.js';
import { schemaPairs, type SchemaPair } from './schema-pairs.js';

/** What breaks those who call the operation. Its references have been followed. */
export function requestGaps(was: Json, is: Json): string[] {
  return [...otherServers(was, is), ...bodyAsked(was, is), ...sentSchemas(was, is).flatMap(tighter)];
}

function otherServers(was: Json, is: Json): string[] {
  const urls = (is['servers'] as Json[]).map(({ url }) => url);
  return (was['servers'] as Json[])
    .filter(({ url }) => !urls.includes(url))
    .map(({ url }) => `no longer at the server ${String(url)}`);
}

function bodyAsked(was: Json, is: Json): string[] {
  const body = is['requestBody'] as Json | undefined;
  return !was['requestBody'] && body?.['required'] === true
    ? ['a body is required where there was none']
    : [];
}

/** Everything that is sent in both, parameters and bodies, at any depth. */
function sentSchemas(was: Json, is: Json): SchemaPair[] {
  const now = new Map(sentBy(is).map((one) => [one.name, one.schema]));
  return sentBy(was).flatMap(({ name, schema, mandatory }) => {
    const other = now.get(name);
    return other ? [...schemaPairs({ name, was: schema, is: other, mandatory })] : [];
  });
}

function sentBy(operation: Json): { name: string; schema: Json; mandatory: boolean }[] {
  const parameters = ((operation['parameters'] ?? []) as Json[]).map((one) => ({
    name: `parameter ${String(one['in'])} ${String(one['name'])}`,
    schema: (one['schema'] ?? {}) as Json,
    mandatory: one['required'] === true,
  }));
  const { content } = (operation['requestBody'] ?? {}) as { content?: Record<string, Json> };
  const bodies = Object.entries(content ?? {}).map(([name, media]) => ({
    name,
    schema: (media['schema'] ?? {}) as Json,
    mandatory: false,
  }));
  return [...parameters, ...bodies];
}

/** What is always sent has no use for a default: that of a field that becomes optional changes nothing for anybody. */
function tighter({ name, was, is, mandatory }: SchemaPair): string[] {
  const differs = (key: string) => JSON.stringify(was[key]) !== JSON.stringify(is[key]);
  const lost = (key: string) => was[key] === true && is[key] !== true;
  const most = Number(is['x-max-bytes'] ?? Infinity);
  const found: [boolean, string][] = [
    [!mandatory && differs('default'), 'another default'],
    [needsMore(was, is), 'some fields need more fields beside them'],
    [most < Number(was['x-max-bytes'] ?? Infinity), 'fewer bytes'],
    [lost('x-any-characters'), 'no longer any characters'],
    [refusesMore(was, is), 'a misspelt field may be refused where none was'],
    [is['readOnly'] === true && was['readOnly'] !== true, 'may no longer be sent'],
    [differs('contentEncoding'), 'encoded differently'],
    [differs('contentMediaType'), 'holds something else'],
  ];
  return found.filter(([holds]) => holds).map(([, what]) => `${name}: ${what}`);
}

/** A closed object refused them before. */
function refusesMore(was: Json, is: Json): boolean {
  const refuses = (schema: Json) => schema['x-refuse-misspelt'] === true;
  return refuses(is) && !refuses(was) && was['additionalProperties'] !== false;
}

function needsMore(was: Json, is: Json): boolean {
  const before = (was['dependentRequired'] ?? {}) as Record<string, string[]>;
  const now = (is['dependentRequired'] ?? {}) as Record<string, string[]>;
  return Object.entries(now).some(([trigger, needed]) =>
    needed.some((field) => !before[trigger]?.includes(field)),
  );
}

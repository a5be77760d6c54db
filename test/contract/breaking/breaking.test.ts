// What a caller of the last released contract relies on still holds, unless the version says otherwise; and the comparison finds every
// kind of breaking change that docs/decisions/0012-what-counts-as-breaking.md names, and calls nothing else breaking.
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { document, type Json } from '../support/document.js';
import { breakingChanges, harmlessChanges, type Change } from './changes.js';
import { breakagesBetween, mayBreak } from './compare.js';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const released = parse(read('released/openapi.yaml')) as Json;
const versionOf = (contract: Json) => (contract['info'] as { version: string }).version;

/** The numbers of the changes that are found, and what else is said. */
interface Outcome {
  found: Set<number>;
  elsewhere: string[];
}

/** All changes in one pair of contracts, each at a path of its own: redocly takes a second to start. */
async function outcomeOf(changes: readonly Change[]): Promise<Outcome> {
  const outcome: Outcome = { found: new Set(), elsewhere: [] };
  for (const { where } of await breakagesBetween(side(changes, 'before'), side(changes, 'after'))) {
    const number = /~1change-(\d+)/.exec(where)?.[1];
    if (number !== undefined) outcome.found.add(Number(number));
    else if (where.includes('securitySchemes/badge'))
      outcome.found.add(changes.findIndex(({ kind }) => kind === 'security scheme changed'));
    else outcome.elsewhere.push(where);
  }
  return outcome;
}

let breaking: Outcome;
let harmless: Outcome;
beforeAll(async () => {
  // Apart: redocly takes a path that goes and another that comes for one that was renamed.
  [breaking, harmless] = await Promise.all([outcomeOf(breakingChanges), outcomeOf(harmlessChanges)]);
});

function side(changes: readonly Change[], which: 'before' | 'after'): Json {
  const components: Record<string, Json> = { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } };
  for (const change of changes) {
    for (const [section, added] of Object.entries(change.components?.[which] ?? {})) {
      components[section] = { ...components[section], ...(added as Json) };
    }
  }
  const paths = changes.flatMap((change, number) => pathOf(change[which], number));
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: 'Changes', version: '1.0.0' },
    paths: Object.fromEntries(paths),
    components,
  };
}

function pathOf(item: Change['before'], number: number): [string, Json][] {
  if (!item) return [];
  const named = Object.entries(item).map(([method, operation]): [string, unknown] => [
    method,
    Array.isArray(operation) ? operation : { operationId: `${method}${number}`, ...(operation as Json) },
  ]);
  return [[`/change-${number}`, Object.fromEntries(named)]];
}

it.each(breakingChanges.map(({ kind }, at): [string, number] => [kind, at]))('breaking: %s', (_, at) => {
  expect(breaking.found.has(at)).toBe(true);
});

it.each(harmlessChanges.map(({ kind }, at): [string, number] => [kind, at]))('not breaking: %s', (_, at) => {
  expect(harmless.found.has(at)).toBe(false);
});

it('nothing is said about what did not change', () => {
  expect([...breaking.elsewhere, ...harmless.elsewhere]).toEqual([]);
});

describe('docs/decisions/0012-what-counts-as-breaking.md', () => {
  const page = read('docs/decisions/0012-what-counts-as-breaking.md');

  it('names every kind that is found, and no other', () => {
    const named = [...page.matchAll(/^- `([^`]+)`/gm)].map(([, kind]) => kind);
    expect(named.sort()).toEqual(breakingChanges.map(({ kind }) => kind).sort());
  });

  it('names every kind that is let through', () => {
    const plain = harmlessChanges.map(({ kind }) => kind).filter((kind) => !kind.includes('turned round'));
    expect(plain.filter((kind) => !page.includes(kind))).toEqual([]);
  });
});

describe('openapi.yaml', () => {
  it('breaks nothing of the last released contract, unless its version says so', async () => {
    const breakages = await breakagesBetween(released, document);
    expect(mayBreak(versionOf(released), versionOf(document)) ? [] : breakages).toEqual([]);
  });

  it('with a reply field renamed and a request field made required would be found', async () => {
    const changed = JSON.parse(
      JSON.stringify(released)
        .replaceAll('"commissionAmount":', '"earned":')
        .replace(
          '"required":["session_id","customer_email_hash"]',
          '"required":["session_id","customer_email_hash","x"]',
        ),
    ) as Json;
    const words = (await breakagesBetween(released, changed))
      .map(({ where, what }) => `${where}: ${what}`)
      .join('\n');
    expect(words).toContain('commissionAmount');
    expect(words).toContain('IdentifyBody');
  });
});

describe('a version may break callers of an earlier one', () => {
  it.each<[string, string, boolean]>([
    ['1.4.2', '2.0.0', true],
    ['1.4.2', '1.5.0', false],
    ['1.4.2', '1.4.3', false],
    ['1.4.2', '1.4.2', false],
    ['2.0.0', '1.9.9', false],
    ['0.1.0', '0.2.0', true],
    ['0.1.3', '0.1.4', false],
    ['0.1.0', '0.1.0', false],
    ['0.9.0', '1.0.0', true],
    ['0.2.0', '0.1.0', false],
    ['0.0.1', '0.0.2', true],
  ])('%s → %s: %s', (from, to, may) => {
    expect(mayBreak(from, to)).toBe(may);
  });
});

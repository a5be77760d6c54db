// openapi.yaml keeps the house's rules, and its examples keep its schemas.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import {
  ajvOf,
  document,
  eachOperation,
  eachSchemaUnder,
  pointer,
  resolve,
  sealed,
  type Json,
} from './support/document.js';
import { operations } from '#generated/operations.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

it('is OpenAPI 3.1.1 with the JSON Schema dialect that validators know', () => {
  expect(document['openapi']).toBe('3.1.1');
  expect(document['jsonSchemaDialect']).toBe('https://json-schema.org/draft/2020-12/schema');
});

describe.each([...eachOperation()])('%s', (_id, operation) => {
  it('has summary, description and exactly one tag', () => {
    expect(operation['summary']).toEqual(expect.stringMatching(/.{5}/));
    expect(operation['description']).toEqual(expect.stringMatching(/.{10}/));
    expect(operation['tags']).toHaveLength(1);
  });

  it('has an example for its body and for every reply with content, and each keeps its schema', () => {
    const medias = [...mediasOf(operation)];
    for (const [where, type, media] of medias) {
      const examples = Object.entries((media['examples'] ?? {}) as Record<string, Json>);
      expect([where, examples.length > 0]).toEqual([where, true]);
      for (const [name, example] of examples) {
        const { value } = resolve(example) as { value: unknown };
        if (type !== 'application/json') continue;
        const check = where === 'body' ? ajvOf(document) : ajvOf(sealed);
        const schema = media['schema'] as Json;
        const validator = check.compile(
          schema['$ref'] ? { $ref: pointer(schema['$ref'] as string) } : schema,
        );
        expect([where, name, validator(value), validator.errors]).toEqual([where, name, true, null]);
      }
    }
  });

  it('has one schema for every reply but 204, 302 and 304; of files, one for each kind', () => {
    for (const [status, reply] of Object.entries(operation['responses'] as Record<string, Json>)) {
      const content = Object.values((resolve(reply)['content'] ?? {}) as Record<string, Json>);
      const schemas = content.filter((media) => media['schema'] !== undefined);
      const kinds = operation['x-enveloped'] === false ? Math.max(content.length, 1) : 1;
      if (!['204', '302', '304'].includes(status)) expect([status, schemas.length]).toEqual([status, kinds]);
    }
  });

  it('composes no request by allOf', () => {
    const body = operation['requestBody'] as Json | undefined;
    for (const [, schema] of eachSchemaUnder(body ?? {})) expect(schema).not.toHaveProperty('allOf');
  });

  it('lists the required properties of every object in its replies', () => {
    for (const [where, schema] of eachSchemaUnder(operation['responses'] as Json)) {
      if (schema['properties'] === undefined) continue;
      expect([where, Array.isArray(schema['required'])]).toEqual([where, true]);
    }
  });
});

it('every operation has exactly one handler in src, and no handler is without an operation', async () => {
  const { stdout } = await promisify(execFile)('grep', [
    '-rhoE',
    "@Operation\\('[A-Za-z]+'",
    join(ROOT, 'src'),
    '--include=*.controller.ts',
  ]);
  const handled = stdout
    .trim()
    .split('\n')
    .map((line) => line.replace(/.*\('(.*)'/, '$1'));
  expect(handled.sort()).toEqual(Object.keys(operations).sort());
});

it('the examples of properties keep their schemas', () => {
  const check = ajvOf(document);
  for (const [where, schema] of eachSchemaUnder(document['components'] as Json)) {
    for (const example of (schema['examples'] ?? []) as unknown[]) {
      const rest = { ...schema, examples: undefined };
      expect([where, check.validate(rewritten(rest), example), check.errors]).toEqual([where, true, null]);
    }
  }
});

it('x-repeatable says what "Repeating calls" says', () => {
  const text = (document['info'] as { description: string }).description;
  const prose = text.slice(text.indexOf('## Repeating calls')).split('\n## ')[0]!.replace(/\s+/g, ' ');
  expect(prose).toMatch(
    /\*\*Postback\*\*: always safe.*\*\*Refund\*\*: always safe.*\*\*Batch\*\*: always safe/,
  );
  expect(prose).toMatch(/\*\*Click, identify\*\*: always safe/);
  expect(prose).toMatch(/\*\*`PUT` and `DELETE`\*\*: safe, with one exception/);

  const facts = operations as Record<string, { method: string; path: string }>;
  const told: string[] = [];
  for (const [id, operation] of eachOperation()) {
    const { method, path } = facts[id]!;
    if (!path.startsWith('/api/v1/') || ['get', 'options'].includes(method)) continue;
    const doing = doingOf(operation['summary'] as string);
    const exception = exceptionIn(prose, doing);
    if (exception !== undefined) told.push(doing);
    expect([id, operation['x-repeatable']]).toEqual([id, exception ?? true]);
  }
  const inProse = [...prose.matchAll(/(?:creating|adjusting) an? \w+/gi)].map(([doing]) =>
    doing.toLowerCase(),
  );
  expect(inProse.filter((begun) => !told.some((doing) => doing.startsWith(begun)))).toEqual([]);
  expect(told.length).toBeGreaterThan(3);
});

/** `Create an affiliate, or add one` → `creating an affiliate` */
function doingOf(summary: string): string {
  const [verb = '', ...rest] = summary.split(',')[0]!.toLowerCase().split(' ');
  return [`${verb.replace(/e$/, '')}ing`, ...rest].join(' ');
}

/** What the prose says of it: the field that makes it safe, or false; undefined when it is not among the exceptions. */
function exceptionIn(prose: string, doing: string): string | false | undefined {
  const sentence = prose.split(new RegExp(doing, 'i'))[1]?.split('.')[0];
  if (sentence === undefined) return undefined;
  return /with(?:out)? an? `(\w+)`/.exec(sentence)?.[1] ?? false;
}

it('openapi.json is the same document', () => {
  expect(readFileSync(join(ROOT, 'generated/openapi.json'), 'utf8')).toBe(
    `${JSON.stringify(document, null, 2)}\n`,
  );
});

function* mediasOf(operation: Json): Generator<[string, string, Json]> {
  const body = operation['requestBody'] as { content: Record<string, Json> } | undefined;
  for (const [type, media] of Object.entries(body?.content ?? {})) yield ['body', type, media];
  for (const [status, reply] of Object.entries(operation['responses'] as Record<string, Json>)) {
    const content = (resolve(reply)['content'] ?? {}) as Record<string, Json>;
    for (const [type, media] of Object.entries(content)) yield [status, type, media];
  }
}

/** The schema with its references pointing into the registered document. */
function rewritten(schema: Json): Json {
  return JSON.parse(JSON.stringify(schema), (key, value: unknown) =>
    key === '$ref' ? pointer(value as string) : value,
  ) as Json;
}

// What README.md, CONTRIBUTING.md and docs/ say about the code is what the code is.
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isKeyText } from '#accounts/api-keys/key-text.js';
import { configTable } from '#config-table.js';
import { operations } from '#generated/operations.js';
import { ajvOf, document, pointer, sealed, type Json } from './support/document.js';
import { schemaAccepts } from './support/verdict.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const readme = read('README.md');
const decisions = readdirSync(join(ROOT, 'docs/decisions')).map((name) => `docs/decisions/${name}`);
const pages = ['README.md', 'CONTRIBUTING.md', ...decisions];

/** The text between the heading that starts so and the next heading of the same or a higher level. */
function section(heading: string): string {
  const [marks = ''] = heading.split(' ');
  const rest = readme.split(`\n${heading}\n`)[1];
  if (rest === undefined) throw new Error(`README.md has no "${heading}"`);
  return rest.split(new RegExp(`\n#{1,${marks.length}} `))[0]!;
}

/** The contents of the fenced blocks of that language. */
function blocks(text: string, language: string): string[] {
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\n(.*?)^\`\`\`$`, 'gms'))].map(
    ([, block]) => block!,
  );
}

describe('README.md', () => {
  it('has the configuration table of src/config-table.ts, line by line', () => {
    const cells = section('## Configuration')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.slice(1, -1).split('|'))
      .map(([name = '', standard = '', meaning = '']) => ({
        name: name.trim().replaceAll('`', ''),
        default: standard.trim(),
        meaning: meaning.trim(),
      }));
    expect(cells).toEqual([...configTable]);
  });

  it('names every npm script, and no other', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = readme.matchAll(/\bnpm (?:run (?:--silent )?([a-z:-]+)|(start|test)\b)/g);
    const names = new Set([...named].map(([, run, short]) => run ?? short));
    expect([...names].sort()).toEqual(Object.keys(scripts).sort());
  });

  it('has a tree in which everything exists, and every module and every folder of test/ is in it', () => {
    const [tree = ''] = blocks(section('### The tree'), '');
    const paths = tree
      .trim()
      .split('\n')
      .map((line) => /^(\S+) {2,}\S/.exec(line)?.[1] ?? `unreadable: ${line}`);
    expect(paths.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
    const foldersIn = (parent: string) =>
      readdirSync(join(ROOT, parent))
        .map((name) => `${parent}/${name}`)
        .filter((path) => statSync(join(ROOT, path)).isDirectory());
    const modules = foldersIn('src');
    const folders = [...modules, ...foldersIn('test')];
    expect(folders.filter((folder) => !paths.includes(`${folder}/`))).toEqual([]);
  });

  it('shows orders that the contract accepts', () => {
    const bodies = [...section('## The first conversion').matchAll(/-d '(\{.*\})'$/gm)].map(
      ([, body]) => JSON.parse(body!.replace(/'\$\w+'/g, 'some-session')) as unknown,
    );
    expect(bodies).toHaveLength(3);
    expect(bodies.filter((body) => !schemaAccepts('RecordPostbackBody', body))).toEqual([]);
  });

  it('shows replies that the contract promises; fields may be left out, none is made up', () => {
    const [recorded, , conflict] = blocks(section('## The first conversion'), 'json').map(
      (block) => JSON.parse(block) as Json,
    );
    expect(faultsOf('201', recorded)).toBeNull();
    expect(faultsOf('409', conflict)).toBeNull();
  });

  it('runs a programme by calls that the contract knows, with bodies that it accepts', () => {
    const shown = blocks(section('## Run a programme'), 'sh').join('');
    const calls = [
      ...shown.matchAll(/^call ([A-Z]+) "?([^ "?]+)(?:\?[^ "]*)?"?(?: -d '(\{.*?\})')?(?: > \S+)?$/gms),
    ];
    expect(calls).toHaveLength(shown.match(/^call /gm)!.length);
    for (const [call, method, to, body] of calls) {
      const path = `/api/v1/${to!.replace(/\$\w+/g, '{id}')}`;
      const known = Object.values(operations).find(
        (operation) =>
          operation.method === method!.toLowerCase() && operation.path.replace(/\{\w+\}/g, '{id}') === path,
      );
      expect([call, known !== undefined]).toEqual([call, true]);
      const schema = bodyOf(known!.path, method!);
      expect([call, body !== undefined]).toEqual([call, schema !== null]);
      if (!body || !schema) continue;
      const sent = JSON.parse(body.replace(/'\$\w+'/g, 'some-id')) as unknown;
      expect([call, schemaAccepts(schema, sent)]).toEqual([call, true]);
    }
  });

  it('lists every decision', () => {
    expect(decisions.filter((page) => !readme.includes(`](${page})`))).toEqual([]);
  });
});

/** The name of the schema of an operation's body; null when it takes none. */
function bodyOf(path: string, method: string): string | null {
  const paths = document['paths'] as Record<string, Record<string, Json>>;
  const { requestBody } = paths[path]![method.toLowerCase()] as { requestBody?: { content: Json } };
  if (!requestBody) return null;
  const { schema } = requestBody.content['application/json'] as { schema: { $ref: string } };
  return schema.$ref.split('/').at(-1)!;
}

/** The sealed contract, with nothing required. */
const excerpts = JSON.parse(
  JSON.stringify(sealed, (key, value: unknown) => (key === 'required' && Array.isArray(value) ? [] : value)),
) as Json;

/** What ajv has against this reply of recordPostback, or a part of it; null when nothing. */
function faultsOf(status: string, reply: unknown): unknown {
  const paths = excerpts['paths'] as Record<string, Record<string, { responses: Record<string, Json> }>>;
  const response = paths['/api/v1/conversions/postback']!['post']!.responses[status]!;
  const ref = response['$ref'] as string | undefined;
  const at = ref ?? `#/paths/~1api~1v1~1conversions~1postback/post/responses/${status}`;
  const validate = ajvOf(excerpts).getSchema(pointer(`${at}/content/application~1json/schema`))!;
  return validate(reply) ? null : validate.errors;
}

describe.each(pages)('%s', (page) => {
  const text = read(page);

  it('has no link to a file that is not there', () => {
    const links = [...text.matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link]) => link!);
    const local = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(local.filter((link) => !existsSync(join(ROOT, dirname(page), link)))).toEqual([]);
  });

  it('names no file of the project that is not there', () => {
    const named = [...text.matchAll(/`((?:src|test|bin|generated|docs)\/[A-Za-z0-9_./-]+)`/g)].map(
      ([, path]) => path!,
    );
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([]);
  });

  it('shows no key that could be one', () => {
    expect((text.match(/rc_(?:live|test)_\w+/g) ?? []).filter(isKeyText)).toEqual([]);
  });
});

it.each(decisions)('%s says context, decision, price and what would change it', (page) => {
  const headings = read(page).match(/^## .*$/gm);
  expect(headings).toEqual([
    '## Context',
    '## Decision',
    '## What it costs',
    '## What would change our mind',
  ]);
});

it('CONTRIBUTING.md stays under 70 lines', () => {
  expect(read('CONTRIBUTING.md').split('\n').length).toBeLessThanOrEqual(70);
});

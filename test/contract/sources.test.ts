// The contract is written in files by tag and served as one text: nothing is lost, doubled or left out on the way, and what would be
// is refused with its place.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { parse } from 'yaml';
import { bundle } from '../../tools/generator/bundle.js';
import { readSources } from '../../tools/generator/sources.js';
import { document, type Json } from './support/document.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FIXTURE = fileURLToPath(new URL('fixtures/parted.yaml', import.meta.url));

/** The fixture as one text, with one text of one of its files replaced. */
function bundleWith(file = '', from = '', to = ''): string {
  const sources = readSources(FIXTURE);
  if (file !== '') {
    const text = sources.get(file);
    if (text?.includes(from) !== true) throw new Error(`${file} does not hold ${from}`);
    sources.set(file, text.replace(from, to));
  }
  return bundle(sources);
}

it('files become one text in the order of the root, with their comments and as they are wrapped', () => {
  const written = readFileSync(new URL('fixtures/parted-as-one.yaml', import.meta.url), 'utf8');
  expect(bundleWith()).toBe(written);
});

it('a contract in one file stays as it is', () => {
  const text = 'openapi: 3.1.1\npaths:\n  /things:\n    get: {}\n';
  expect(bundle(new Map([['small.yaml', text]]))).toMatch(new RegExp(`^# Generated .*\n${text}$`));
});

it('a component that two files define is refused, with both files', () => {
  const more = 'components:\n  schemas:\n    Fault: { type: object }';
  expect(() => bundleWith('parted/things.yaml', 'components:\n  schemas:', more)).toThrow(
    /schemas\/Fault: is defined in parted\/shared\.yaml:4 and in parted\/things\.yaml:17/,
  );
});

it('a component that the root defines and a file too is refused, with both files', () => {
  expect(() => bundleWith('parted.yaml', "{ $ref: 'parted/shared.yaml#/", "{ type: object } # '")).toThrow(
    /schemas\/Fault: is defined in parted\.yaml:13 and in parted\/shared\.yaml:4/,
  );
});

describe('a reference that leads nowhere is refused with its place', () => {
  it.each([
    ['to no file', 'shared.yaml#', 'shred.yaml#', /things\.yaml:14: \$ref shred\.yaml.*a file that is not/],
    ['to nothing in a file', 'schemas/Fault', 'schemas/Foult', /things\.yaml:14: \$ref .*points at nothing/],
    ['to nothing in its own', "'#/comp", "'#/kompo", /things\.yaml:10: \$ref .*points at nothing/],
    ['to another host', "'shared.yaml#", "'https://a.example/b#", /things\.yaml:14: .*a file that is not/],
  ])('%s', (_name, from, to, message) => {
    expect(() => bundleWith('parted/things.yaml', from, to)).toThrow(message);
  });
});

it('a file nobody references is refused', () => {
  const sources = readSources(FIXTURE).set('parted/left.yaml', 'paths: {}\n');
  expect(() => bundle(sources)).toThrow(/parted\/left\.yaml: is a file that parted\.yaml never refers to/);
});

describe('what would be left out is refused with its place', () => {
  it.each([
    [
      'a component that the root does not name',
      'schemas:',
      'schemas:\n    Left: { type: object }',
      /things\.yaml:17: \/components\/schemas\/Left is not in parted\.yaml.*\$ref: 'parted\/things\.yaml#\//,
    ],
    ['what only the root can say', 'paths:', 'tags: []\npaths:', /things\.yaml:2: has tags, which stands/],
    ['a file that is no YAML', 'get:', 'get: get:', /things\.yaml: .*at line 5/],
  ])('%s', (_name, from, to, message) => {
    expect(() => bundleWith('parted/things.yaml', from, to)).toThrow(message);
  });

  it('a path or component under another name than its own', () => {
    expect(() => bundleWith('parted.yaml', 'Thing:', 'Thong:')).toThrow(/parted\.yaml:15: .*use one name/);
  });
});

describe('openapi/', () => {
  const files = [...readSources(join(ROOT, 'openapi.yaml'))].slice(1);
  const fileOfTag = (tag: string) => tag.toLowerCase().replaceAll(' ', '-');
  const tags = (document['tags'] as { name: string }[]).map(({ name }) => fileOfTag(name));
  /** `conversions-refunds.yaml` is a part of `conversions`. */
  const tagOf = (file: string) =>
    tags.find((tag) => new RegExp(`^${tag}(-[a-z]+)?\\.yaml$`).test(file.replace('openapi/', '')));

  it.each(files)('%s holds operations of the tag that it is named after, and no others', (name, text) => {
    const { paths = {} } = parse(text) as { paths?: Record<string, Record<string, Json>> };
    const operations = Object.values(paths).flatMap((item) => Object.values(item));
    const found = operations.flatMap(({ tags: named }) => (named as string[] | undefined) ?? []);
    expect([...new Set(found.map(fileOfTag))]).toEqual(name === 'openapi/shared.yaml' ? [] : [tagOf(name)]);
  });

  it.each(files)('%s refers to files of its own tag, and to what several share', (name, text) => {
    const others = [...text.matchAll(/\$ref: '([^'#]+)#/g)].map(([, other]) => other!);
    const foreign = others.filter((other) => other !== 'shared.yaml' && tagOf(other) !== tagOf(name));
    expect(name === 'openapi/shared.yaml' ? others : foreign).toEqual([]);
  });

  it('is the same contract to a tool that is not ours', async () => {
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', NODE_OPTIONS: '' };
    const redocly = join(ROOT, 'node_modules/.bin/redocly');
    const options = { cwd: ROOT, env, maxBuffer: 2 ** 25 };
    const { stdout } = await promisify(execFile)(
      redocly,
      ['bundle', 'openapi.yaml', '--ext', 'json'],
      options,
    );
    expect(JSON.parse(stdout)).toEqual(document);
  });
});

// The feature that docs/a-small-feature.md shows can be copied: with its files and lines a copy of the project generates, keeps the rules and compiles.
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { bundle } from '../../tools/generator/bundle.js';
import { generate } from '../../tools/generator/generate.js';
import { readSources } from '../../tools/generator/sources.js';
import { compileProject } from '../support/compile-project.js';
import { houseRules } from './rules/house.js';
import type { Json } from './support/document.js';

const root = resolve(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/a-small-feature.md'), 'utf8');

interface Shown {
  path: string;
  language: string;
  text: string;
}

/** Each block of the page under the last file that was named in bold before it. */
function shownIn(text: string): Shown[] {
  const found: Shown[] = [];
  let path = '';
  for (const [, named, language, block] of text.matchAll(/^\*\*`([^`]+)`\*\*|^```(\w+)\n(.*?)^```$/gms)) {
    if (named !== undefined) path = named;
    else found.push({ path, language: language!, text: block! });
  }
  return found;
}

const shown = shownIn(page);
const whole = shown.filter(({ language }) => language !== 'diff');
const changes = shown.filter(({ language }) => language === 'diff');

let project: string;
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'small-feature-'));
  for (const name of ['openapi.yaml', 'openapi', 'src', 'test/architecture', 'package.json', 'tsconfig.json'])
    cpSync(join(root, name), join(project, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

it('is new', () => {
  expect(whole.length).toBeGreaterThan(5);
  expect(whole.filter(({ path }) => existsSync(join(root, path)))).toEqual([]);
});

it('generates, keeps the rules of the contract and compiles, as it stands', async () => {
  for (const { path, text } of whole) write(path, text);
  for (const { path, text } of changes) {
    const before = readFileSync(join(project, path), 'utf8');
    const [was, becomes] = [side(text, '-'), side(text, '+')];
    expect([path, before.split(was).length - 1]).toEqual([path, 1]);
    write(path, before.split(was).join(becomes));
  }
  const generated = await generate(bundle(readSources(join(project, 'openapi.yaml'))));
  for (const [name, text] of generated) write(`generated/${name}`, text);
  const contract = JSON.parse(generated.get('openapi.json')!) as Json;
  expect(houseRules.flatMap(({ check }) => check(contract))).toEqual([]);
  // What it imports comes along; all of src/ would take four times as long.
  const files = whole.map(({ path }) => path).filter((path) => path.endsWith('.ts'));
  write('tsconfig.feature.json', JSON.stringify({ extends: './tsconfig.json', include: [], files }));
  expect(compileProject(join(project, 'tsconfig.feature.json'), { noEmit: true })).toBe('');
});

function write(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

/** What a change has before (`-`) or after (`+`): the lines of that side and those of both. */
function side(change: string, sign: '-' | '+'): string {
  const lines = change.split('\n').filter((line) => line[0] === ' ' || line[0] === sign);
  return lines.map((line) => `${line.slice(1)}\n`).join('');
}

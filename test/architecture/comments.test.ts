// Comments lead somewhere: the files and the decisions that they name are there, and each decision is named where it is rested on.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const FOLDERS = ['bin', 'bench', 'clients', 'generated', 'src', 'test', 'tools', 'web'];
const files = [
  'vitest.config.js',
  ...FOLDERS.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => join(folder, path)),
  ),
].filter((path) => /\.(ts|mjs|js)$/.test(path) && !/\b(node_modules|dist)\b/.test(path));
const decisions = readdirSync(join(root, 'docs/decisions'));

/** `path: what is named` for each name that the pattern finds in a comment. */
function namedIn(path: string, text: string, pattern: RegExp): { name: string; where: string }[] {
  const comments = text.split('\n').filter((line) => /^\s*(\/\/|\/?\*)/.test(line));
  return comments
    .flatMap((line) => [...line.matchAll(pattern)].map(([name]) => name))
    .map((name) => ({ name, where: `${path}: ${name}` }));
}

const found = (pattern: RegExp) =>
  files.flatMap((path) => namedIn(path, readFileSync(join(root, path), 'utf8'), pattern));

it('a file that a comment names is there', () => {
  const there = new Set([...files.map((path) => basename(path)), 'x.ts']); // x.ts stands for any file
  const named = found(/(?<![\w./*-])[a-z0-9-]+(\.[a-z0-9-]+)*\.(ts|mjs)\b/g);
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ name }) => !there.has(name)).map(({ where }) => where)).toEqual([]);
  expect(namedIn('a.ts', '// see old-name.ts', /[a-z-]+\.ts/g)).toEqual([
    { name: 'old-name.ts', where: 'a.ts: old-name.ts' },
  ]);
});

it('a decision is named by what rests on it, and what is named is there', () => {
  const named = found(/(?<=docs\/decisions\/)[\w-]+\.md/g);
  expect(named.filter(({ name }) => !decisions.includes(name)).map(({ where }) => where)).toEqual([]);
  expect(decisions.filter((file) => named.every(({ name }) => name !== file))).toEqual([]);
});

// The linter finds what it is said to find: each rule of .oxlintrc.jsonc has a planted fault in faults/, and is reported for it. A rule that
// is on and sees nothing (a wrong option, types that are not there) would else look like clean code.
// Why so: docs/decisions/0017-a-linter-in-seconds.md
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const EVERYWHERE = ['.ts', '.mjs'];

interface Config {
  rules: Record<string, unknown>;
  overrides: { rules: Record<string, unknown> }[];
}

interface Diagnostic {
  /** `typescript(no-var)`; none for an unused directive and for what is no program at all. */
  code?: string;
  message: string;
  filename: string;
}

/** What oxlint says with the project's configuration. It exits with 1 if it found something. */
async function oxlint(...args: string[]): Promise<string> {
  const run = promisify(execFile)(
    process.execPath,
    [join(root, 'node_modules/oxlint/bin/oxlint'), '--config', join(root, '.oxlintrc.jsonc'), ...args],
    { cwd: root, maxBuffer: 64 * 1024 * 1024 },
  );
  const { stdout } = await run.catch((error: { stdout: string }) => error);
  return stdout;
}

/** The planted faults, one file each. */
const faults = readdirSync(join(import.meta.dirname, 'faults')).flatMap((group) => {
  const [, ...sections] = readFileSync(join(import.meta.dirname, 'faults', group), 'utf8').split(/^=== /m);
  return sections.flatMap((section, number) => {
    const [heading = '', ...lines] = section.split('\n');
    const [rule = '', ...extensions] = heading.split(' ');
    return (extensions.length > 0 ? extensions : EVERYWHERE).map((extension) => ({
      rule,
      file: `${basename(group, '.txt')}-${number}-${rule.replace('/', '-')}${extension}`,
      code: lines.join('\n'),
    }));
  });
});

/** Nothing is wrong with it, although much could be: a promise, a switch, a template, a method, a caught error. */
const CLEAN = `class Counter {
  #count = 0;
  add() {
    this.#count++;
    return this.#count;
  }
}
const counter = new Counter();
const later = async () => Promise.resolve(counter.add());
try {
  switch (await later()) {
    case 1:
      console.log(\`one: \${counter.add()}\`);
      break;
    default:
      console.log('more');
  }
} catch (error) {
  throw new Error('not counted', { cause: error });
}
export { counter };
`;
const UNUSED_DIRECTIVE = '// oxlint-disable-next-line no-debugger\nexport const a = 1;\n';

const compilerOptions = {
  target: 'ES2022',
  module: 'NodeNext',
  strict: true,
  lib: ['ES2022', 'DOM'],
  types: [],
};
const files: Record<string, string> = {
  'package.json': JSON.stringify({ type: 'module', imports: { '#*.js': './*.ts' } }),
  'tsconfig.json': JSON.stringify({ compilerOptions, include: ['*.ts'] }),
  'clean.ts': CLEAN,
  'clean.mjs': CLEAN,
  'unused-directive.ts': UNUSED_DIRECTIVE,
  ...Object.fromEntries(faults.map(({ file, code }) => [file, code])),
};

/** In one run over all of them, by the file. */
const found = new Map<string, string[]>();
let rules: string[];

beforeAll(async () => {
  const { rules: all, overrides } = JSON.parse(await oxlint('--print-config')) as Config;
  rules = [all, ...overrides.map((override) => override.rules)].flatMap(Object.keys);
  const scratch = mkdtempSync(join(tmpdir(), 'refcampaign-lint-'));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(scratch, name), text);
    const { diagnostics } = JSON.parse(await oxlint('--format=json', scratch)) as {
      diagnostics: Diagnostic[];
    };
    for (const { code, message, filename } of diagnostics) {
      const name = basename(filename);
      found.set(name, [...(found.get(name) ?? []), ruleOf(code) ?? message]);
    }
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
});

/** `eslint(no-var)` is configured as `no-var`, `typescript(unbound-method)` as `typescript/unbound-method`. */
function ruleOf(code: string | undefined): string | undefined {
  return code?.replace(/^eslint\((.*)\)$/, '$1').replace(/^(.*)\((.*)\)$/, '$1/$2');
}

it('every rule that is on has a planted fault, and every fault a rule', () => {
  expect(rules.length).toBeGreaterThan(100);
  expect([...new Set(faults.map(({ rule }) => rule))].sort()).toEqual(rules.sort());
});

it('every planted fault is found by its rule', () => {
  const missed = faults.filter(({ rule, file }) => found.get(file)?.includes(rule) !== true);
  expect(missed).toEqual([]);
});

it('a file without a fault is reported clean', () => {
  expect(found.get('clean.ts')).toBeUndefined();
  expect(found.get('clean.mjs')).toBeUndefined();
});

it('an exception that excuses nothing is reported', () => {
  expect(found.get('unused-directive.ts')).toEqual([expect.stringContaining('Unused')]);
});

// The rules of the contract are a documented set: docs/contract-rules.md lists exactly those that redocly.yaml sets and those that
// house.ts holds, the contract keeps all of them, and each can be broken.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { document } from '../support/document.js';
import { houseRules } from './house.js';

const ROOT = fileURLToPath(new URL('../../..', import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8');
const settings = (parse(read('redocly.yaml')) as { rules: Record<string, string | false> }).rules;
const strict = Object.keys(settings).filter((rule) => settings[rule] === 'error');
const page = read('docs/contract-rules.md');

interface Problem {
  ruleId: string;
  location: { source: { ref: string }; pointer: string }[];
}

function lint(path: string): Promise<Problem[]> {
  const env = {
    ...process.env,
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
    NODE_OPTIONS: '',
  };
  return new Promise((resolve) => {
    const args = ['lint', path, '--format', 'json', '--max-problems', '1000'];
    execFile(join(ROOT, 'node_modules/.bin/redocly'), args, { cwd: ROOT, env }, (_error, said) => {
      const { problems } = JSON.parse(said.slice(said.indexOf('{'))) as { problems: Problem[] };
      resolve(problems);
    });
  });
}

/** As `openapi/payouts.yaml#/paths/…: the-rule`. */
async function faultsIn(path: string): Promise<string[]> {
  const places = (await lint(path)).map(({ ruleId, location }) => [ruleId, location[0]] as const);
  return places.map(([rule, at]) => `${at?.source.ref}${at?.pointer}: ${rule}`);
}

it('the contract keeps every rule that redocly enforces, file by file', async () => {
  expect(await faultsIn('openapi.yaml')).toEqual([]);
});

it('and as one text, in which what nothing uses can be seen', async () => {
  expect(await faultsIn('generated/openapi.yaml')).toEqual([]);
});

it('each rule of redocly.yaml finds what breaks it', async () => {
  const broken = new Set((await lint('test/contract/rules/unruly.yaml')).map(({ ruleId }) => ruleId));
  expect(strict.filter((rule) => !broken.has(rule))).toEqual([]);
});

describe.each(houseRules)('$name', ({ check, broken }) => {
  it('is kept by the contract', () => {
    expect(check(document)).toEqual([]);
  });

  it('finds what breaks it', () => {
    expect(broken.filter((contract) => check(contract).length === 0)).toEqual([]);
  });
});

it('docs/contract-rules.md lists every rule, and no other', () => {
  const listed = [...page.matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name]) => name);
  expect(listed.sort()).toEqual([...strict, ...houseRules.map(({ name }) => name)].sort());
});

// The linter's run checks the types as well, with the settings of the project: `npm test` leaves the compiler itself to CI.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'refcampaign-types-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A fault that only the compiler finds, and its number there. */
const faults: Record<string, [number: number, code: string]> = {
  assigned: [2322, 'export const a: number = String(1);'],
  missing: [2741, 'export const a: { b: number } = {};'],
  misspelt: [2339, 'export const a = { b: 1 }; export const c = a.bb;'],
  unfound: [2307, "export { a } from './nowhere.js';"],
  unchecked: [2532, 'export const a = (b: number[]) => b[0].toFixed();'],
  unused: [6133, 'export const a = (b: number) => 1;'],
  useless: [2578, '// @ts-expect-error nothing is wrong\nexport const a = 1;'],
  overridden: [4114, 'class A { b() {} }\nexport class C extends A { b() {} }'],
};

it('and finds what the compiler would refuse', async () => {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const config = { extends: join(root, 'tsconfig.json'), include: ['*.ts'], exclude: [] };
  const compilerOptions = { rootDir: '.', types: [] };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...config, compilerOptions }));
  for (const [name, [, code]] of Object.entries(faults)) writeFileSync(join(folder, `${name}.ts`), code);
  const oxlint = join(root, 'node_modules/oxlint/bin/oxlint');
  const args = [oxlint, '--config', join(root, '.oxlintrc.jsonc'), '--type-check', '--format=json', folder];
  const run = promisify(execFile)(process.execPath, args, { cwd: root });
  const { stdout } = (await run.catch((error: unknown) => error)) as { stdout: string };
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code?: string; filename: string }[] };
  const found = Object.keys(faults).map((name) => [
    name,
    diagnostics.flatMap(({ code = '', filename }) => (basename(filename) === `${name}.ts` ? [code] : [])),
  ]);
  expect(found).toEqual(
    Object.entries(faults).map(([name, [number]]) => [
      name,
      expect.arrayContaining([`typescript(TS${number})`]) as string[],
    ]),
  );
});

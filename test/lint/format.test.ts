// The formatter looks into every kind of file that we write.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'refcampaign-format-'));
afterAll(() => rmSync(folder, { recursive: true }));

const faults: Record<string, string> = {
  'code.ts': 'export const a = "b"\n',
  'code.mjs': 'export const a = {b:1};\n',
  'page.md': '* one\n* two\n',
  'contract.yaml': 'a:   1\n',
  'data.json': '{"a":1}\n',
  'style.css': 'a{color:red}\n',
};

it('and finds what is not as it would write it', async () => {
  for (const [name, text] of Object.entries(faults)) writeFileSync(join(folder, name), text);
  writeFileSync(join(folder, 'right.ts'), "export const a = 'b';\n");
  const oxfmt = join(root, 'node_modules/oxfmt/bin/oxfmt');
  const args = [oxfmt, '--config', join(root, '.oxfmtrc.json'), '--list-different', '.'];
  const env = { ...process.env, NO_COLOR: '1' };
  const run = promisify(execFile)(process.execPath, args, { cwd: folder, env });
  const { code, stdout } = (await run.catch((error: unknown) => error)) as { code: number; stdout: string };
  expect(code).toBe(1);
  expect(stdout.trim().split('\n').sort()).toEqual(Object.keys(faults).sort());
});

// bin/run.mjs: what is stale is built, what is fresh is only run, and two at once do not disturb each other.
import { spawn } from 'node:child_process';
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
import { join } from 'node:path';

let project: string;

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'refcampaign-run-'));
  cpSync(join(process.cwd(), 'bin'), join(project, 'bin'), { recursive: true });
  symlinkSync(join(process.cwd(), 'node_modules'), join(project, 'node_modules'));
  mkdirSync(join(project, 'src', 'cli'), { recursive: true });
  mkdirSync(join(project, 'web', 'docs'), { recursive: true });
  write('package.json', '{ "type": "module" }');
  write(
    'web/docs/build.ts',
    `import { mkdirSync, writeFileSync } from 'node:fs';
     import { answer } from '#answer.js';
     mkdirSync('dist/pages', { recursive: true });
     writeFileSync('dist/pages/llms.txt', String(answer));`,
  );
  write('src/globals.d.ts', 'declare const console: any; declare const process: any;');
  write('src/answer.ts', 'export const answer = 1;');
  write(
    'src/cli/keys.ts',
    `import { answer } from '#answer.js';\nconsole.log(answer, ...process.argv.slice(1));`,
  );
});

afterAll(() => rmSync(project, { recursive: true, force: true }));

function write(name: string, text: string): void {
  writeFileSync(join(project, name), text);
}

function run(...args: string[]): Promise<{ status: number | null; out: string; err: string }> {
  const child = spawn(process.execPath, ['bin/run.mjs', ...args], { cwd: project });
  let [out, err] = ['', ''];
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  return new Promise((resolve) => child.once('close', (status) => resolve({ status, out: out.trim(), err })));
}

describe('bin/run.mjs', () => {
  it('builds once when two start at the same moment; each runs its entry with its own arguments', async () => {
    const entry = join(project, 'dist', 'src', 'cli', 'keys.js');
    const [first, second] = await Promise.all([run('cli/keys', 'list', '--json'), run('cli/keys', 'create')]);
    expect(first.out).toBe(`1 ${entry} list --json`);
    expect(second.out).toBe(`1 ${entry} create`);
    expect((first.err + second.err).match(/Building/g)).toHaveLength(1);
    expect((await run('cli/keys')).err).toBe('');
  });

  it('runs no old build when the new one fails, and says why', async () => {
    write('src/answer.ts', 'export const answer = ;');
    for (let attempt = 0; attempt < 2; attempt++) {
      const failed = await run('cli/keys');
      expect(failed).toMatchObject({ status: 1, out: '' });
      expect(failed.err).toContain('answer.ts');
    }
  });

  it('builds the pages with the code, and a build whose pages fail is none', async () => {
    write('src/answer.ts', 'export const answer = 5;');
    expect((await run()).status).toBe(0);
    expect(readFileSync(join(project, 'dist', 'pages', 'llms.txt'), 'utf8')).toBe('5');
    rmSync(join(project, 'dist', 'pages'), { recursive: true });
    expect((await run()).status).toBe(0);
    expect(existsSync(join(project, 'dist', 'pages', 'llms.txt'))).toBe(true);
    write(
      'src/answer.ts',
      `export const answer = 6; if (process.argv[1].endsWith('build.js')) throw new Error('no guide');`,
    );
    for (let attempt = 1; attempt <= 2; attempt++) {
      const failed = await run('cli/keys');
      expect(failed).toMatchObject({ status: 1, out: '' });
      expect(failed.err).toContain('no guide');
    }
  });

  it('builds what a browser runs by its own builder only, and a build without it is none', async () => {
    write('src/answer.ts', 'export const answer = 7;');
    mkdirSync(join(project, 'web', 'dashboard', 'app'), { recursive: true });
    write('web/dashboard/app/part.ts', 'export const part: never = "is not compiled";');
    write(
      'web/dashboard/build.ts',
      `import { mkdirSync, writeFileSync } from 'node:fs';
       mkdirSync('dist/dashboard', { recursive: true });
       writeFileSync('dist/dashboard/index.html', 'built');`,
    );
    expect((await run()).status).toBe(0);
    const page = join(project, 'dist', 'dashboard', 'index.html');
    expect(readFileSync(page, 'utf8')).toBe('built');
    expect(existsSync(join(project, 'dist', 'web', 'dashboard', 'app', 'part.js'))).toBe(false);
    rmSync(page);
    expect((await run('cli/keys')).out).toMatch(/^7 /);
    expect(existsSync(page)).toBe(true);
    rmSync(join(project, 'web', 'dashboard'), { recursive: true });
  });

  it('leaves nothing of a removed source, and is not stopped by the lock of a build that was killed', async () => {
    write('src/answer.ts', 'export const answer = 3;');
    write('src/old.ts', 'export const old = 1;');
    expect((await run()).status).toBe(0);
    expect(existsSync(join(project, 'dist', 'src', 'old.js'))).toBe(true);
    rmSync(join(project, 'src', 'old.ts'));
    mkdirSync(join(project, 'dist', '.lock'));
    write('dist/.lock/pid', '4194305');
    expect((await run('cli/keys')).out).toMatch(/^3 /);
    expect(existsSync(join(project, 'dist', 'src', 'old.js'))).toBe(false);
  });
});

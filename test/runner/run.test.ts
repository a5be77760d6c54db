// What a run says: where it fails, what was left behind, and how to see it alone. Run on planted faults, in a process of its own.
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

interface Said {
  code: number;
  text: string;
  /** Of standard output. */
  lastLine: string;
}

/** Runs test/run.mjs on this run's PostgreSQL. */
async function run(args: string[]): Promise<Said> {
  const env = { ...process.env, PLANTED_FAULTS: 'yes', LEFT_BEHIND_AFTER_MS: '200', NO_COLOR: '1' };
  const done = promisify(execFile)(process.execPath, ['test/run.mjs', ...args], { env });
  const {
    code = 0,
    stdout,
    stderr,
  } = (await done.catch((error: unknown) => error)) as {
    code?: number;
    stdout: string;
    stderr: string;
  };
  return { code, text: stdout + stderr, lastLine: stdout.trimEnd().split('\n').at(-1)! };
}

let said: Said;
beforeAll(async () => {
  said = await run(['test/runner/planted']);
});

it('a failing test prints what to run to see it alone', () => {
  expect(said.code).toBe(1);
  const [command] = /node test\/run\.mjs test\/runner\/planted\/failing.*/.exec(said.text) ?? [];
  expect(command).toBe(
    `node test/run.mjs test/runner/planted/failing.fault.ts -t 'a merchant'\\''s order of 10 € \\(net\\) is "found"'`,
  );
});

it('and that runs it, and nothing else', async () => {
  const name = `a merchant's order of 10 € \\(net\\) is "found"`;
  const { code, lastLine } = await run(['test/runner/planted/failing.fault.ts', '-t', name]);
  expect([code, lastLine]).toEqual([1, '0 passed, 1 failed']);
});

it.each(['process: sleep 3', 'process: sleep 4', 'port: ', 'timer, at ', 'database: '])(
  'a file that leaves a %s behind fails itself',
  (thing) => {
    expect(said.text).toMatch(/FAIL +test\/runner\/planted\/leaving\.fault\.ts/);
    expect(said.text).toContain(`\na ${thing}`);
  },
);

it('the last line counts what passed and what failed, a file that fails by itself among it', () => {
  expect(said.lastLine).toBe('2 passed, 2 failed');
});

it('--help names every kind of run', async () => {
  const { code, text } = await run(['--help']);
  expect(code).toBe(0);
  for (const kind of [
    '(nothing)',
    '--coverage',
    '--chaos',
    '--fuzz',
    '--browser',
    '--samples',
    '--independent',
    '-t',
  ])
    expect(text).toContain(kind);
});

// Programs of a page, run as a reader runs them: saved under a name, started with the key in the environment.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installOfficialSdk } from './official-sdk.js';

interface Runtime {
  fileName: string;
  /** The program and its arguments; the file's name is put after them. */
  command: [string, ...string[]];
  /** Ends with 0 where the runtime, with the libraries that the samples need, is installed. */
  probe: [string, ...string[]];
}

/** Language of a fence → how its programs are run. C# is only parsed. */
const runtimes: Record<string, Runtime> = {
  sh: { fileName: 'sample.sh', command: ['bash', '-e'], probe: ['curl', '--version'] },
  js: { fileName: 'sample.mjs', command: [process.execPath], probe: [process.execPath, '--version'] },
  python: { fileName: 'sample.py', command: ['python3'], probe: ['python3', '-c', 'import requests'] },
  php: {
    fileName: 'sample.php',
    command: ['php'],
    probe: ['php', '-r', "exit(function_exists('curl_init') ? 0 : 1);"],
  },
  go: { fileName: 'sample.go', command: ['go', 'run'], probe: ['go', 'version'] },
  ruby: { fileName: 'sample.rb', command: ['ruby'], probe: ['ruby', '--version'] },
  java: { fileName: 'Sample.java', command: ['java'], probe: ['java', '--version'] },
};

/** Go and Java compile first, on a machine that does other things too. */
const PATIENCE_MS = 90_000;

const found = new Map<string, boolean>();

export function canRun(fence: string): boolean {
  const known = found.get(fence);
  if (known !== undefined) return known;
  const [program, ...args] = runtimes[fence]?.probe ?? ['false'];
  const isThere = spawnSync(program, args, { stdio: 'ignore' }).status === 0;
  found.set(fence, isThere);
  return isThere;
}

/** Whether there is a way to run it at all, on a machine that has what it needs. */
export function isRunnable(fence: string): boolean {
  return fence in runtimes;
}

/** For a test's name: says so where it is not run, and so does the closing report. */
export function notRun(fence: string): string {
  return canRun(fence)
    ? ''
    : ` NOT RUN: ${runtimes[fence]?.probe[0] ?? fence} with what its samples need is not installed`;
}

export interface Outcome {
  exitCode: number;
  output: string;
  errors: string;
}

/** Runs a program in a folder of its own, which is gone afterwards. */
export async function runProgram(
  fence: string,
  text: string,
  environment: Record<string, string>,
): Promise<Outcome> {
  const { fileName, command } = runtimes[fence] as Runtime;
  const folder = mkdtempSync(join(tmpdir(), 'refcampaign-sample-'));
  writeFileSync(join(folder, fileName), text);
  installOfficialSdk(folder, text);
  const [program, ...args] = command;
  try {
    return await new Promise((resolve) => {
      const options = {
        cwd: folder,
        timeout: PATIENCE_MS,
        maxBuffer: 16 * 1024 * 1024,
        env: { ...process.env, NODE_OPTIONS: '', LC_ALL: 'C.UTF-8', ...environment },
      };
      execFile(program, [...args, fileName], options, (error, output, errors) =>
        resolve({ exitCode: error === null ? 0 : Number(error.code ?? -1), output, errors }),
      );
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Does it for each, so many at once. The results are in the order of the items. */
export async function inParallel<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  let next = 0;
  const worker = async () => {
    for (let at = next++; at < items.length; at = next++) results[at] = await work(items[at] as Item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}

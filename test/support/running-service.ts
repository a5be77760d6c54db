// The service as its users start it: a process of its own on a data folder, killed and started again by the test.
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { descendants, isAlive } from './processes.js';
import { until } from './until.js';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface RunningService {
  process: ChildProcess;
  url: string;
  /** The demo merchant's test key and code; only on the first start. */
  key: string | null;
  code: string | null;
  /** Everything it wrote so far. */
  said: () => string;
}

export interface StartOptions {
  environment?: Record<string, string>;
  /** Program and arguments; the README's `npm start` goes through the same script. */
  command?: string[];
  /** Whether it is waited for until it has printed the demo's key: by default on a folder's first start. */
  printsKey?: boolean;
}

/** A data folder in the system's temporary folder, enterable for the account that PostgreSQL runs under. */
export function makeDataFolder(): { dataDir: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'refcampaign-chaos-'));
  chmodSync(folder, 0o755);
  return { dataDir: join(folder, 'data'), remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Starts it and waits until it listens; on a folder's first start, until the demo's key was printed.
 * @throws Error with what it said when it ends instead.
 */
export function startRunningService(
  dataDir: string,
  {
    environment = {},
    command = [process.execPath, 'bin/run.mjs', 'main'],
    printsKey = !existsSync(dataDir) && !environment['DATABASE_URL'],
  }: StartOptions = {},
): Promise<RunningService> {
  const [program, ...args] = command;
  const child = spawn(program as string, args, {
    cwd: root,
    env: {
      ...process.env,
      DATA_DIR: dataDir,
      PORT: '0',
      LOG_LEVEL: 'info',
      DATABASE_URL: '',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  let isUp = false;
  return new Promise((resolve, reject) => {
    const listen = (chunk: Buffer) => {
      said += chunk.toString();
      if (isUp) return; // under load it says a lot: not searched again and again
      const port = /"port":(\d+)/.exec(said)?.[1];
      const key = /rc_test_\w+/.exec(said)?.[0] ?? null;
      const code = /"affiliateCode":"([^"]+)"/.exec(said)?.[1] ?? null;
      if (port === undefined || (code === null && printsKey)) return;
      isUp = true;
      resolve({ process: child, url: `http://127.0.0.1:${port}`, key, code, said: () => said });
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('close', () => reject(new Error(`the service ended:\n${said}`)));
  });
}

/** Sends a signal and waits for the end. @returns exit code and signal. */
export async function endBySignal(
  service: RunningService,
  signal: NodeJS.Signals,
): Promise<[number | null, string | null]> {
  const ended = new Promise<[number | null, string | null]>((resolve) =>
    service.process.once('exit', (code, by) => resolve([code, by])),
  );
  service.process.kill(signal);
  return ended;
}

/** kill -9 of the process and everything that descends from it, PostgreSQL included, at once. */
export async function killTree(service: RunningService): Promise<void> {
  const doomed = [service.process.pid as number, ...descendants(service.process.pid as number)];
  for (const pid of doomed) kill(pid);
  await until(() => !doomed.some(isAlive));
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it ended meanwhile
  }
}

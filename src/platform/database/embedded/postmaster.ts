// The PostgreSQL process itself: started, restarted when it dies, stopped.
import { type ChildProcess, spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { type FileHandle, open, rename, stat } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Account, asAccount } from './account.js';

export interface PostmasterOptions {
  executable: string;
  args: string[];
  account: Account | null;
  logFile: string;
  /** called before each restart, e.g. to remove a lock file that the dead process left */
  beforeRestart: () => Promise<void>;
  log: (message: string) => void;
}

const logLimitBytes = 10 * 1024 * 1024;
const longestDelayMilliseconds = 5000;
/** A process that lived this long was healthy: its death starts the counting of delays anew. */
const healthyMilliseconds = 30_000;

export class PostmasterProcess {
  #child: ChildProcess | null = null;
  #exited: Promise<void> = Promise.resolve();
  #ending = { how: '', lived: 0 };
  #logStart = 0;
  readonly #stop = new AbortController();

  constructor(private readonly options: PostmasterOptions) {}

  get isRunning(): boolean {
    return this.#child !== null;
  }

  /** Starts the process; it is not ready yet. Rejects when the program cannot be executed. */
  async launch(): Promise<void> {
    const logFile = await openLog(this.options.logFile, this.options.account);
    try {
      this.#logStart = (await logFile.stat()).size;
      if (this.#stop.signal.aborted) return; // asked to stop in the middle of a restart
      const child = spawn(this.options.executable, this.options.args, {
        ...asAccount(this.options.account),
        detached: true, // a session of its own: Ctrl-C is for us, and we stop it in good order
        stdio: ['ignore', logFile.fd, logFile.fd],
      });
      this.#watch(child);
      await new Promise<void>((resolve, reject) => {
        child.once('spawn', resolve);
        child.once('error', reject);
      });
      child.unref();
    } finally {
      await logFile.close();
    }
  }

  #watch(child: ChildProcess): void {
    const launchedAt = Date.now();
    this.#child = child;
    this.#exited = new Promise((resolve) => {
      const gone = (how: string): void => {
        this.#child = null;
        this.#ending = { how, lived: Date.now() - launchedAt };
        resolve();
      };
      child.once('exit', (code, signal) => gone(signal ?? `exit status ${code}`));
      child.once('error', (error) => gone(error.message));
    });
  }

  /** From now on a process that dies is started again, at once and then after growing delays. */
  supervise(): void {
    void this.#keepRunning();
  }

  async #keepRunning(): Promise<void> {
    let delay = 0;
    for (;;) {
      await this.#exited;
      if (this.#stop.signal.aborted) return;
      if (this.#ending.lived > healthyMilliseconds) delay = 0;
      this.options.log(
        `PostgreSQL ended unexpectedly (${this.#ending.how}; see ${this.options.logFile}); starting it again.`,
      );
      await sleep(delay, undefined, { ref: false, signal: this.#stop.signal }).catch(() => undefined);
      delay = Math.min(Math.max(delay * 2, 100), longestDelayMilliseconds);
      try {
        await this.options.beforeRestart();
        await this.launch();
      } catch (error) {
        this.#ending = { how: (error as Error).message, lived: 0 };
      }
    }
  }

  /** What PostgreSQL has written into its log since the last launch (at most the last 2,000 characters). */
  async lastWords(): Promise<string> {
    const file = await open(this.options.logFile, 'r');
    try {
      const size = (await file.stat()).size;
      const from = Math.max(this.#logStart, size - 2000);
      const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(2000), position: from });
      return buffer.toString('utf8', 0, bytesRead).trim();
    } finally {
      await file.close();
    }
  }

  /** Fast shutdown; after 5 s at once (the next start then replays the log, nothing is lost). No process is left. */
  async stop(): Promise<void> {
    this.#stop.abort();
    for (const [signal, milliseconds] of [
      ['SIGINT', 5000],
      ['SIGQUIT', 3000],
      ['SIGKILL', 2000],
    ] as const) {
      const child = this.#child;
      if (!child) return;
      child.ref();
      child.kill(signal);
      const patience = new AbortController();
      const timer = sleep(milliseconds, undefined, { signal: patience.signal }).catch(() => undefined);
      await Promise.race([this.#exited, timer]);
      patience.abort();
    }
  }
}

async function openLog(path: string, account: Account | null): Promise<FileHandle> {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  );
  if (size > logLimitBytes) await rename(path, `${path}.1`);
  // Not through a link: root must not be led to write into somebody's file.
  const flags = constants.O_WRONLY | constants.O_APPEND | constants.O_CREAT | constants.O_NOFOLLOW;
  const file = await open(path, flags, 0o600);
  if (account) await file.chown(account.uid, account.gid);
  return file;
}

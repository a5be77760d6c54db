// A program under test: a process of its own that listens on a port it chooses and says so on standard output.
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { End } from './end.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const START_WITHIN_MS = 60_000;
const STOP_WITHIN_MS = 15_000;

export interface ProgramOptions {
  /** For its log's name. */
  name: string;
  /** Arguments of node, from the project's folder. */
  args: string[];
  /** What is undefined is not passed on. */
  environment: Record<string, string | undefined>;
  /** Where its log may lie. */
  folder: string;
}

export class Program {
  port = 0;
  /** Null: it has no metrics. */
  metricsPort: number | null = null;

  private constructor(
    private readonly child: ChildProcess,
    private readonly logFile: string,
    private readonly name: string,
  ) {}

  /** Starts it and waits until it listens; stopped at the end at the latest. @throws Error with what it said. */
  static async start(end: End, { name, args, environment, folder }: ProgramOptions): Promise<Program> {
    mkdirSync(folder, { recursive: true });
    const logFile = join(folder, `${name}.log`);
    // A file for all alike: reading their logs would cost us what we want to measure.
    const log = openSync(logFile, 'a');
    const preload = new URL('end-with-parent.mjs', import.meta.url).href;
    const child = spawn(process.execPath, ['--import', preload, ...args], {
      cwd: root,
      env: { ...process.env, ...environment, PORT: '0' },
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    const program = new Program(child, logFile, name);
    end.with(() => program.stop());
    await program.untilItListens();
    return program;
  }

  get pid(): number {
    return this.child.pid as number;
  }

  get hasEnded(): boolean {
    return this.child.exitCode !== null || this.child.signalCode !== null;
  }

  /** Its log so far is of no interest: what was not written to disk yet never will be. */
  forgetLog(): void {
    truncateSync(this.logFile);
  }

  private log(): string {
    return readFileSync(this.logFile, 'utf8');
  }

  async stop(): Promise<void> {
    if (this.hasEnded) return;
    const ended = new Promise<void>((resolve) => this.child.once('exit', () => resolve()));
    const impatience = setTimeout(() => this.child.kill('SIGKILL'), STOP_WITHIN_MS);
    this.child.kill('SIGTERM');
    await ended;
    clearTimeout(impatience);
  }

  private async untilItListens(): Promise<void> {
    const deadline = Date.now() + START_WITHIN_MS;
    for (;;) {
      // Ours says it as {"listening":1234}, the service as {… "port":1234,"metricsPort":1235,"msg":"listening"}.
      const line = this.log()
        .split('\n')
        .find((text) => text.includes('"listening"'));
      const port = /"(?:listening|port)":(\d+)/.exec(line ?? '')?.[1];
      if (port !== undefined) {
        const metricsPort = /"metricsPort":(\d+)/.exec(line ?? '')?.[1];
        this.port = Number(port);
        this.metricsPort = metricsPort === undefined ? null : Number(metricsPort);
        return;
      }
      if (this.hasEnded || Date.now() > deadline) {
        throw new Error(`${this.name} did not start:\n${this.log().slice(-2000)}`);
      }
      await sleep(50);
    }
  }
}

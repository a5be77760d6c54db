// PostgreSQL must not outlive us, not even after kill -9: a small shell waits for our end and then stops it.
import { type ChildProcess, spawn } from 'node:child_process';
import type { Socket } from 'node:net';
import { type Account, asAccount } from './account.js';

/**
 * Its standard input is a pipe that only we hold. "released" means we have stopped PostgreSQL ourselves; end of file means
 * that we are dead. Then it stops the PostgreSQL that bears our mark: fast, and after 3 s at once. It looks for it for 2 s,
 * because we may have died before PostgreSQL wrote its process id down.
 */
const script = `
cluster=$1 mark=$2
read -r word
[ "$word" = released ] && exit 0
pause() { sleep 0.1 2>/dev/null || sleep 1; }
is_there() {
  pid=
  { read -r pid < "$cluster/postmaster.pid"; } 2>/dev/null
  case "$pid" in ''|*[!0-9]*) return 1 ;; esac
  if [ -d /proc/self ]
  then command=$(tr '\\0' ' ' 2>/dev/null < "/proc/$pid/cmdline")
  else command=$(ps -ww -o command= -p "$pid")
  fi 2>/dev/null
  case "$command" in *"$mark"*) return 0 ;; esac
  return 1
}
tries=0
until is_there; do
  [ $tries -ge 20 ] && exit 0
  tries=$((tries + 1)); pause
done
kill -INT "$pid"
tries=0
while is_there && [ $tries -lt 30 ]; do tries=$((tries + 1)); pause; done
is_there && kill -QUIT "$pid"
exit 0
`;

export class Watchdog {
  #child: ChildProcess | null = null;
  #released = false;

  constructor(
    private readonly cluster: string,
    private readonly mark: string,
    private readonly account: Account | null,
  ) {}

  /** Starts it; one that was killed is replaced. */
  start(): void {
    // In a session of its own, so that Ctrl-C in the terminal, meant for us, does not reach it.
    const child = spawn('/bin/sh', ['-c', script, 'refcampaign-watchdog', this.cluster, this.mark], {
      ...asAccount(this.account),
      detached: true,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#child = child;
    child.stdin.on('error', () => undefined);
    child.once('error', () => undefined);
    child.once('exit', () => {
      if (this.#released) return;
      setTimeout(() => this.#released || this.start(), 200).unref();
    });
    child.unref();
    (child.stdin as Socket).unref();
  }

  /** Sends it home, after PostgreSQL has been stopped; resolves when it is gone. */
  async release(): Promise<void> {
    this.#released = true;
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
    child.ref();
    await new Promise<void>((resolve) => {
      const timer = setTimeout(() => child.kill('SIGKILL'), 2000);
      child.once('exit', () => {
        clearTimeout(timer);
        resolve();
      });
      child.stdin?.end('released\n');
    });
  }
}

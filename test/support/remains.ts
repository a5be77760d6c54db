// What is there when a test file begins and when it ends: processes, ports, timers, databases. What is to live as long as the worker
// says so (`keptByWorker`).
import { readFileSync } from 'node:fs';
import { ownDatabases } from './postgres.js';
import { pidsInProc } from './processes.js';

/** In the environment of whatever a file starts. */
const MARK = 'REFCAMPAIGN_TEST_FILE';

interface Timers {
  /** With the place that started each. */
  intervals: Map<NodeJS.Timeout, Error>;
  timeouts: Map<NodeJS.Timeout, Error>;
}

interface Server {
  listening?: boolean;
  address?(): { port?: number } | string | null;
}

const timers = watchTimers();
const kept = new Set<unknown>();
let before = new Set<unknown>();

/** What `start` starts stays until the worker ends, and no file is blamed for it. */
export async function keptByWorker<T>(start: () => Promise<T>): Promise<T> {
  const earlier = new Set(live());
  const started = await start();
  for (const one of live()) if (!earlier.has(one)) kept.add(one);
  for (const name of await ownDatabases()) kept.add(name);
  return started;
}

/** A test file begins: what is there now is not its own. */
export function begin(): void {
  process.env[MARK] = `${process.pid}-${performance.now()}`;
  before = new Set(live());
}

export function end(): void {
  delete process.env[MARK];
}

/** What came since then and is there, each with its words. */
export async function remains(): Promise<Map<unknown, string>> {
  const found = new Map<unknown, string>();
  for (const [pid, command] of processes()) found.set(pid, `a process: ${command}`);
  for (const server of servers()) found.set(server, `a port: ${JSON.stringify(server.address?.())}`);
  for (const [timer, place] of timers.intervals) found.set(timer, `a timer, ${placeOf(place)}`);
  for (const [timer, place] of timers.timeouts) {
    if (holdsProcess(timer, place)) found.set(timer, `a timer, ${placeOf(place)}`);
  }
  for (const name of await ownDatabases()) found.set(name, `a database: ${name}`);
  for (const known of [...before, ...kept]) found.delete(known);
  return found;
}

function live(): unknown[] {
  return [...timers.intervals.keys(), ...timers.timeouts.keys(), ...servers()];
}

function servers(): Server[] {
  // Not in the documentation, but the only way to the ports that a process listens on.
  const { _getActiveHandles: handles } = process as unknown as { _getActiveHandles: () => Server[] };
  return handles.call(process).filter((handle) => handle.listening === true);
}

/** One that is unreferenced and fires once goes by itself; a pool's idle connections have theirs until the pool ends. */
function holdsProcess(timer: NodeJS.Timeout, place: Error): boolean {
  return timer.hasRef() && !/node_modules.pg-pool/.test(place.stack ?? '');
}

function placeOf(place: Error): string {
  return (place.stack ?? '').split('\n').slice(2, 5).join('\n').trim();
}

/** What this file started, with all that descends from it: the mark is inherited, whoever the parent is by now. Linux only. */
function processes(): [pid: string, command: string][] {
  const mark = process.env[MARK];
  return pidsInProc().flatMap((pid): [pid: string, command: string][] => {
    if (pid === process.pid) return [];
    try {
      if (!readFileSync(`/proc/${pid}/environ`, 'utf8').includes(`${MARK}=${mark}`)) return [];
      const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
      return command === '' ? [] : [[String(pid), command]]; // without one it has ended and waits for its parent
    } catch {
      return []; // it ended meanwhile
    }
  });
}

/** From now on every timer that is started in this process is known while it runs. */
function watchTimers(): Timers {
  const found: Timers = { intervals: new Map(), timeouts: new Map() };
  const { setTimeout: startTimeout, setInterval: startInterval } = globalThis;
  const { clearTimeout: endTimeout, clearInterval: endInterval } = globalThis;
  const timeout = (work: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const timer = startTimeout(() => {
      found.timeouts.delete(timer);
      work(...args);
    }, ms);
    found.timeouts.set(timer, new Error());
    return timer;
  };
  const interval = (work: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const timer = startInterval(work, ms, ...args);
    found.intervals.set(timer, new Error());
    return timer;
  };
  const clear = (end: (timer?: NodeJS.Timeout) => void) => (timer?: NodeJS.Timeout) => {
    found.timeouts.delete(timer as NodeJS.Timeout);
    found.intervals.delete(timer as NodeJS.Timeout);
    end(timer);
  };
  Object.assign(globalThis, {
    setTimeout: Object.assign(timeout, startTimeout),
    setInterval: Object.assign(interval, startInterval),
    clearTimeout: clear(endTimeout),
    clearInterval: clear(endInterval),
  });
  return found;
}

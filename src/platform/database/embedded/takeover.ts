// Before a start: is the data folder free? A living owner is left alone, the orphan of a dead one is stopped.
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type ClusterFolder, readPassword } from './cluster-folder.js';
import { DataFolderInUse } from './errors.js';
import { connectAsSupervisor, tryOwnerLock } from './ownership.js';
import {
  type PostmasterFile,
  identifyPostmaster,
  readPostmasterFile,
  removeStaleFile,
  socketAnswers,
} from './postmaster-file.js';
import { processInfo } from './process-info.js';

/** How long a PostgreSQL that is starting or stopping may take to make up its mind. */
const patienceMilliseconds = 10_000;
/** The sessions of an owner killed a moment ago need that long, at worst, to be gone. */
const lockPatienceMilliseconds = 3_000;

/**
 * Returns when no PostgreSQL runs on this cluster and no lock file of a crash stands in the way.
 * @throws DataFolderInUse when somebody uses it
 */
export async function clearTheWay(
  dataDir: string,
  folder: ClusterFolder,
  log: (message: string) => void,
): Promise<void> {
  const since = Date.now();
  for (;;) {
    const file = readPostmasterFile(folder.cluster);
    if (!file) return;
    const found = identifyPostmaster(file.pid, folder.cluster);
    if (found.kind !== 'running' && !(await socketAnswers(file))) {
      await removeLeftover(folder, file, found.kind);
      return;
    }
    const verdict = await judge(folder, file, found, Date.now() - since);
    if (verdict === 'inUse') throw new DataFolderInUse(dataDir, file.pid, describe(file, found));
    if (verdict === 'orphan') await stopOrphan(dataDir, folder, file, log);
    else await sleep(50);
  }
}

type Found = ReturnType<typeof identifyPostmaster>;

async function judge(
  folder: ClusterFolder,
  file: PostmasterFile,
  found: Found,
  waited: number,
): Promise<'inUse' | 'orphan' | 'wait'> {
  const outOfPatience = waited > patienceMilliseconds;
  if (found.kind === 'running' && found.owner !== null) {
    return file.status === 'stopping' && !outOfPatience ? 'wait' : 'inUse';
  }
  // Only what one of us started is ours to stop; one started by hand, or seen only through its socket, is not.
  const mayStop = found.kind === 'running' && found.marked;
  const lock = await lookAtLock(folder, file);
  if (lock === 'free') return mayStop ? 'orphan' : 'inUse';
  if (lock === 'held') return waited > lockPatienceMilliseconds ? 'inUse' : 'wait';
  if (!outOfPatience) return 'wait';
  return mayStop ? 'orphan' : 'inUse';
}

async function lookAtLock(
  folder: ClusterFolder,
  file: PostmasterFile,
): Promise<'free' | 'held' | 'unreachable'> {
  if (file.socketFolder === '') return 'unreachable';
  try {
    const password = await readPassword(folder);
    const client = await connectAsSupervisor({ host: file.socketFolder, port: file.port, password });
    try {
      return (await tryOwnerLock(client)) ? 'free' : 'held';
    } finally {
      await client.end().catch(() => undefined);
    }
  } catch {
    return 'unreachable';
  }
}

function describe(file: PostmasterFile, found: Found): string {
  if (found.kind !== 'running') return 'a PostgreSQL that answers on its socket but is not visible from here';
  if (found.owner !== null)
    return `another running instance (process ${found.owner}, PostgreSQL ${file.pid})`;
  return found.marked
    ? `another running instance (PostgreSQL ${file.pid})`
    : `a PostgreSQL that was not started by this service (process ${file.pid})`;
}

async function removeLeftover(folder: ClusterFolder, file: PostmasterFile, kind: string): Promise<void> {
  if (kind === 'unknown') {
    const path = join(folder.cluster, 'postmaster.pid');
    throw new Error(
      `Cannot tell whether process ${file.pid} still uses ${folder.cluster}; if not, remove ${path}.`,
    );
  }
  // PostgreSQL itself removes the file of a dead process; only a number in use again would make it refuse.
  if (kind === 'somethingElse') await removeStaleFile(folder.cluster, file);
}

async function stopOrphan(
  dataDir: string,
  folder: ClusterFolder,
  file: PostmasterFile,
  log: (message: string) => void,
): Promise<void> {
  log(`Stopping PostgreSQL ${file.pid}, left behind by an instance that died.`);
  for (const [signal, milliseconds] of [
    ['SIGINT', 5000],
    ['SIGQUIT', 5000],
  ] as const) {
    // Looked at again right before: it may have gone by itself, and its number to somebody else.
    if (identifyPostmaster(file.pid, folder.cluster).kind !== 'running') return;
    signalIfThere(file.pid, signal);
    if (await isGoneWithin(file.pid, milliseconds)) return;
  }
  throw new DataFolderInUse(
    dataDir,
    file.pid,
    `an orphaned PostgreSQL (process ${file.pid}) that does not stop`,
  );
}

function signalIfThere(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function isGoneWithin(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (Date.now() < until) {
    if (processInfo(pid) === 'gone') return true;
    await sleep(20);
  }
  return false;
}

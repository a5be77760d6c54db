// Where the data really lies: in the data folder, or, when PostgreSQL's account cannot get there, in /var/lib.
import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { chmod, mkdir, readFile, realpath, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Account, canEnter, chooseAccount, weAreRoot } from './account.js';

/** Where root keeps what PostgreSQL's account could not reach in a private folder. */
export const systemFolder = '/var/lib/refcampaign';

export interface DataHome {
  /** the data folder as asked for, without symbolic links */
  dataDir: string;
  /** the folder that holds postgresql/ and postgresql.log */
  home: string;
  account: Account | null;
}

export function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}

/**
 * Chooses, once, where the data lies and which account runs PostgreSQL. If it lies elsewhere, the file `location` in the
 * data folder says where, so that every later start finds it whatever became of the folders' modes.
 * @throws Error with the cure when the data exists but PostgreSQL's account cannot get there
 */
export async function openDataHome(dataDirectory: string, log: (message: string) => void): Promise<DataHome> {
  const dataDir = await makeFolder(dataDirectory);
  const known = await findHome(dataDir);
  const account = chooseAccount(known ? ownerOf(join(known, 'postgresql')) : null);
  if (known) {
    refuseForeignData(known);
    if (account && !canEnter(account, known)) throw new Error(unreachable(known, account));
    return { dataDir, home: known, account };
  }
  if (account === null || canEnter(account, dataDir)) return { dataDir, home: dataDir, account };

  const home = join(systemFolder, shortHash(dataDir));
  for (const folder of [systemFolder, home]) {
    await mkdir(folder, { recursive: true });
    await chmod(folder, 0o755);
  }
  if (!canEnter(account, home)) throw new Error(unreachable(home, account));
  await writeWhole(join(dataDir, 'location'), `${home}\n`);
  log(
    `PostgreSQL cannot run as root, and user "${account.name}" cannot enter ${dataDir}: ` +
      `the data lies in ${home} (noted in ${join(dataDir, 'location')}).`,
  );
  return { dataDir, home, account };
}

/** Where the data of this folder lies, or null when there is none yet. Changes nothing. */
export async function findHome(dataDir: string): Promise<string | null> {
  const note = await readFile(join(dataDir, 'location'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '';
    throw error;
  });
  if (note.trim() !== '') return note.trim();
  return existsSync(join(dataDir, 'postgresql')) ? dataDir : null;
}

async function makeFolder(folder: string): Promise<string> {
  if (!existsSync(folder)) {
    await mkdir(folder, { recursive: true });
    // As root the way must be open for PostgreSQL's account; what is private below has modes of its own.
    await chmod(folder, weAreRoot() ? 0o755 : 0o700);
  }
  return realpath(folder);
}

function ownerOf(folder: string): { uid: number; gid: number } | null {
  return statSync(folder, { throwIfNoEntry: false }) ?? null;
}

function refuseForeignData(home: string): void {
  const owner = ownerOf(join(home, 'postgresql'));
  if (!owner || weAreRoot() || owner.uid === process.getuid?.()) return;
  throw new Error(
    `The data in ${home} belongs to another user (uid ${owner.uid}). Start the service as that user or as root.`,
  );
}

function unreachable(folder: string, account: Account): string {
  return (
    `PostgreSQL runs as user "${account.name}", who cannot enter ${folder}, where the data lies. ` +
    `Let others enter the folders above it (chmod o+x), or move it to one they can enter and write its new path ` +
    `into the file "location" in the data folder.`
  );
}

async function writeWhole(file: string, text: string): Promise<void> {
  const unfinished = `${file}.new-${process.pid}`;
  await writeFile(unfinished, text, { mode: 0o644, flush: true });
  await rename(unfinished, file);
}

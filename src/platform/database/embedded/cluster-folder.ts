// The private folder postgresql/: the cluster, its password and its socket. Made whole or not at all.
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Account, giveTo, runAs } from './account.js';
import { type DataHome, shortHash } from './data-home.js';
import { EmbeddedPostgresUnavailable } from './errors.js';
import { processInfo } from './process-info.js';

export interface ClusterFolder {
  /** private (0700) folder of PostgreSQL's account; holds the three below */
  folder: string;
  /** PostgreSQL's own data directory */
  cluster: string;
  passwordFile: string;
  logFile: string;
}

export function clusterFolderIn(home: string): ClusterFolder {
  const folder = join(home, 'postgresql');
  return {
    folder,
    cluster: join(folder, 'cluster'),
    passwordFile: join(folder, 'password'),
    logFile: join(home, 'postgresql.log'),
  };
}

/**
 * Makes the cluster if there is none: in a folder beside its place, renamed when complete, so that neither a crash nor
 * a second start at the same moment leaves half a cluster. UTF-8, sorted by code point, checksums, passwords by SCRAM.
 * @throws EmbeddedPostgresUnavailable with initdb's words
 */
export async function ensureCluster(
  data: DataHome,
  initdb: string,
  log: (message: string) => void,
): Promise<void> {
  const { folder } = clusterFolderIn(data.home);
  await removeUnfinished(data.home);
  if (existsSync(folder)) return;
  log(`First start: making a PostgreSQL cluster in ${folder}`);
  const unfinished = `${folder}.new-${process.pid}-${randomBytes(4).toString('hex')}`;
  try {
    await mkdir(unfinished, { mode: 0o700 });
    const passwordFile = join(unfinished, 'password');
    await writeFile(passwordFile, randomBytes(24).toString('base64url'), { mode: 0o600, flush: true });
    await giveTo(data.account, passwordFile);
    await giveTo(data.account, unfinished);
    await runInitdb(data.account, initdb, join(unfinished, 'cluster'), passwordFile);
    await moveIntoPlace(unfinished, folder, data.home);
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function runInitdb(
  account: Account | null,
  initdb: string,
  cluster: string,
  passwordFile: string,
): Promise<void> {
  const result = await runAs(account, initdb, [
    `--pgdata=${cluster}`,
    `--pwfile=${passwordFile}`,
    '--username=postgres',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--auth-local=scram-sha-256',
    '--auth-host=scram-sha-256',
    '--no-instructions',
  ]);
  if (result.status === 0) return;
  const said = result.error?.message ?? result.output.trim().split('\n').slice(-5).join('\n');
  throw new EmbeddedPostgresUnavailable(`initdb failed: ${said}\n`, { cause: result.error });
}

async function moveIntoPlace(unfinished: string, folder: string, home: string): Promise<void> {
  try {
    await rename(unfinished, folder);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    // Another start at the same moment was quicker: its cluster is the cluster.
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return;
    throw error;
  }
  const directory = await open(home, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

/** Removes what a start that died during initdb has left. */
async function removeUnfinished(home: string): Promise<void> {
  for (const name of await readdir(home)) {
    const maker = /^postgresql\.new-(\d+)-/.exec(name)?.[1];
    if (maker && processInfo(Number(maker)) === 'gone') {
      await rm(join(home, name), { recursive: true, force: true });
    }
  }
}

export async function readPassword(folder: ClusterFolder): Promise<string> {
  try {
    return (await readFile(folder.passwordFile, 'utf8')).trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EACCES') throw error;
    throw new Error(
      `No right to read ${folder.passwordFile}: run this as the user who runs the service, or as root.`,
      { cause: error },
    );
  }
}

/**
 * The folder for PostgreSQL's socket: the private folder itself. A socket's path may hold 107 bytes (103 on macOS); beyond
 * 100 it is a private folder in the system's folder for temporary files, named after the hash of the data's path.
 * @throws Error when somebody else has put a folder of that name there
 */
export async function prepareSocketFolder(data: DataHome): Promise<string> {
  const { folder } = clusterFolderIn(data.home);
  if (fitsSocket(folder)) return folder;
  const name = `refcampaign-${shortHash(folder)}`;
  const inTemp = join(tmpdir(), name);
  const short = fitsSocket(inTemp) ? inTemp : join('/tmp', name);
  const made = await mkdir(short, { mode: 0o700 }).then(
    () => true,
    () => false,
  );
  if (made) await giveTo(data.account, short);
  const owner = data.account?.uid ?? process.getuid?.();
  const found = await lstat(short);
  if (!found.isDirectory() || found.uid !== owner) {
    throw new Error(`${short}, needed for PostgreSQL's socket, belongs to somebody else. Remove it.`);
  }
  await chmod(short, 0o700);
  return short;
}

function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 100;
}

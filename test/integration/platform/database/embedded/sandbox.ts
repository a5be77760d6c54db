// Folders, processes and projects of one test of the embedded PostgreSQL, and their end: nothing outlives its test.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, rmSync, rmdirSync } from 'node:fs';
import { chmod, mkdtemp, readdir, realpath } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import pg from 'pg';
import {
  type EmbeddedPostgres,
  startEmbeddedPostgres,
} from '#platform/database/embedded/embedded-postgres.js';
import { systemFolder } from '#platform/database/embedded/data-home.js';
import { readPostmasterFile } from '#platform/database/embedded/postmaster-file.js';
import type { Connection } from '#platform/database/embedded/instance.js';

export const isRoot = process.getuid?.() === 0;

export const here = fileURLToPath(new URL('.', import.meta.url));
/** Where the build has the supervisor of PostgreSQL; it needs nothing beside it but node_modules. */
export const builtFolder = fileURLToPath(
  new URL('../../../../../dist/src/platform/database/embedded', import.meta.url),
);

/** What a service started in a process of its own said when it was ready. */
export interface Service {
  process: ChildProcess;
  connection: Connection;
  dataDirectory: string;
  log: string[];
}

const folders: string[] = [];
const services: ChildProcess[] = [];
const instances: EmbeddedPostgres[] = [];
/** Folders that root's PostgreSQL put under /var/lib, to be removed with the test. */
const elsewhere: string[] = [];

/** To be called after each test, or at the end of a file whose tests share what they have made. */
export async function cleanUp(): Promise<void> {
  await stopAll();
  for (const folder of [...folders.splice(0), ...elsewhere.splice(0)]) {
    rmSync(folder, { recursive: true, force: true });
  }
  if (existsSync(systemFolder) && readdirSync(systemFolder).length === 0) rmdirSync(systemFolder);
}

/** A fresh folder that other users may enter: the place for a project and its data. */
export async function makePlace(mode = 0o755): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), 'refcampaign-test-')));
  await chmod(folder, mode);
  folders.push(folder);
  return folder;
}

/** Ends every service and every PostgreSQL that was started here; the folders stay. */
export async function stopAll(): Promise<void> {
  for (const instance of instances.splice(0)) await instance.stop();
  for (const child of services.splice(0)) await endService(child);
}

let template: Promise<string> | null = null;

/** A data folder as an earlier start left it: made once, for all files of a worker, then copied, which is faster than initdb. */
export async function makeData(place?: string, name = 'data'): Promise<string> {
  template ??= makeTemplate();
  const data = join(place ?? (await makePlace()), name);
  spawnSync('cp', ['-a', await template, data]);
  return data;
}

async function makeTemplate(): Promise<string> {
  const folder = await makePlace();
  folders.splice(folders.indexOf(folder), 1);
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  const data = join(folder, 'data');
  const instance = await startEmbeddedPostgres({ dataDir: data, log: () => undefined });
  await instance.stop();
  return data;
}

/** Starts PostgreSQL in this process; stopped after the test. */
export async function startHere(
  dataDir: string,
  settings?: Record<string, string>,
  log: string[] = [],
): Promise<EmbeddedPostgres> {
  const instance = await startEmbeddedPostgres({
    dataDir,
    ...(settings && { settings }),
    log: (message) => log.push(message),
  });
  instances.push(instance);
  return instance;
}

/** One statement on a connection of its own. */
export async function query<Row extends object>(connection: Connection, sql: string): Promise<Row[]> {
  const client = new pg.Client({ ...connection, connectionTimeoutMillis: 2000 });
  client.on('error', () => undefined);
  try {
    await client.connect();
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The process number in PostgreSQL's lock file; 0 when there is none. */
export function postmasterPid(dataDirectory: string): number {
  const cluster = join(dataDirectory, 'postgresql', 'cluster');
  return readPostmasterFile(cluster)?.pid ?? 0;
}

/**
 * Starts a service in a process of its own, which runs the build, or what a project has of it, as another user if wanted.
 * @throws Error with what it said instead
 */
export async function startService(
  dataDir: string,
  { project, uid }: { project?: string; uid?: number | undefined } = {},
): Promise<Service> {
  const script = join(project ?? here, 'owner.mjs');
  const module = join(project ?? builtFolder, 'embedded-postgres.js');
  const child = spawn(process.execPath, [script, dataDir, pathToFileURL(module).href], {
    cwd: project ?? here,
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { PATH: process.env['PATH'], TMPDIR: tmpdir() },
    ...(uid !== undefined && { uid, gid: uid }),
  });
  services.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    const said = JSON.parse(line) as { error?: string } & Omit<Service, 'process'>;
    if (said.error) throw new Error(said.error);
    if (said.dataDirectory.startsWith(systemFolder)) elsewhere.push(said.dataDirectory);
    return { process: child, ...said };
  }
  throw new Error('the service ended without a word');
}

/** SIGTERM, and wait for its end; returns the exit code. */
export function endService(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', resolve);
    child.kill('SIGTERM');
  });
}

/** Removes the shared copy of the programs after the test, unless it was there before. */
export async function forgetCopiedPrograms<T>(work: () => Promise<T>): Promise<T> {
  const before = existsSync(systemFolder) ? await readdir(systemFolder) : [];
  try {
    return await work();
  } finally {
    const now = existsSync(systemFolder) ? await readdir(systemFolder) : [];
    const added = now.filter((name) => name.startsWith('binaries-') && !before.includes(name));
    elsewhere.push(...added.map((name) => join(systemFolder, name)));
  }
}

/** An ordinary user: nobody, if we are root and may become it; else ourselves. */
export const ordinaryUser = isRoot ? 65534 : undefined;

/** Gives a folder and all folders in it to the ordinary user, and closes it to all others. */
export function giveToOrdinaryUser(folder: string): void {
  const owner = `${ordinaryUser}:${ordinaryUser}`;
  if (isRoot) spawnSync('find', [folder, '-type', 'd', '-exec', 'chown', owner, '{}', '+']);
  chmodSync(folder, 0o700);
}

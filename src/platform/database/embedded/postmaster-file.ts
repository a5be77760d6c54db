// Reads postmaster.pid, PostgreSQL's own lock file, and judges whether its process still lives.
import { existsSync, readFileSync } from 'node:fs';
import { link, readFile, rename, rm } from 'node:fs/promises';
import { connect } from 'node:net';
import { basename, join } from 'node:path';
import { processInfo } from './process-info.js';

export interface PostmasterFile {
  pid: number;
  port: number;
  /** empty in the first moments of a start */
  socketFolder: string;
  /** 'starting', 'ready', 'stopping', or empty in the first moments */
  status: string;
  text: string;
}

/** The setting that carries the owner's mark on PostgreSQL's command line: its process id, a dot, something random. */
export const ownerSetting = 'refcampaign.owner';

/** What is written in the lock file of this cluster, or null when there is none. */
export function readPostmasterFile(cluster: string): PostmasterFile | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const lines = text.split('\n').map((line) => line.trim());
  return {
    pid: Math.abs(Number.parseInt(lines[0] ?? '', 10)) || 0,
    port: Number(lines[3]) || 5432,
    socketFolder: lines[4] ?? '',
    status: lines[7] ?? '',
    text,
  };
}

export type Postmaster =
  /** this cluster's PostgreSQL; `owner` is its parent if that is the one who started it, `marked` if one of us started it */
  | { kind: 'running'; owner: number | null; marked: boolean }
  /** no such process, or it is certainly something else */
  | { kind: 'gone' }
  | { kind: 'somethingElse' }
  | { kind: 'unknown' };

/** Whether that process is this cluster's PostgreSQL; the number may long belong to another program. */
export function identifyPostmaster(pid: number, cluster: string): Postmaster {
  if (pid === 0) return { kind: 'gone' };
  const info = processInfo(pid);
  if (info === 'gone' || info === 'unknown') return { kind: info };
  const program = basename(info.command.split(' ')[0] ?? '');
  const named = info.command.includes(` -D ${cluster} `) && info.command.includes('postgres');
  const here = info.workingDirectory === cluster && program.startsWith('postgres');
  if (!named && !here) return { kind: 'somethingElse' };
  const mark = new RegExp(`${ownerSetting}=(\\d+)\\.`).exec(info.command)?.[1];
  // The kernel keeps the parent: as long as it is the one who left its mark, the owner lives, or was killed a moment ago.
  const isOwned = Number(mark) === info.parentPid && processInfo(info.parentPid) !== 'gone';
  const owner = isOwned ? info.parentPid : null;
  return { kind: 'running', owner, marked: mark !== undefined };
}

/** Whether anything listens on the socket that the lock file names; in doubt, yes. */
export function socketAnswers(file: PostmasterFile): Promise<boolean> {
  const path = join(file.socketFolder, `.s.PGSQL.${file.port}`);
  if (file.socketFolder === '' || !existsSync(path)) return Promise.resolve(false);
  return new Promise((resolve) => {
    const socket = connect(path);
    const settle = (answer: boolean): void => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(1000, () => settle(true));
    socket.once('connect', () => settle(true));
    socket.once('error', (error: NodeJS.ErrnoException) =>
      settle(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'),
    );
  });
}

/**
 * Removes a lock file left by a crash, but only if it is still the one that was judged: another start may just have
 * put its own in place.
 */
export async function removeStaleFile(cluster: string, judged: PostmasterFile): Promise<void> {
  const file = join(cluster, 'postmaster.pid');
  const aside = `${file}.stale-${process.pid}`;
  try {
    await rename(file, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  if ((await readFile(aside, 'utf8')) !== judged.text) await link(aside, file).catch(() => undefined);
  await rm(aside, { force: true });
}

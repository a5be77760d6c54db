// Processes as the system shows them, whoever started them: what descends from one, what works on a folder, who still lives.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { processInfo } from '#platform/database/embedded/process-info.js';

/** Pids of everything that descends from a process, as long as its parents live. Linux only. */
export function descendants(pid: number): number[] {
  const parents = pidsInProc().map((one) => [one, parentOf(one)] as const);
  const below = (ancestor: number): number[] =>
    parents.flatMap(([one, parent]) => (parent === ancestor ? [one, ...below(one)] : []));
  return below(pid);
}

/** Processes (not zombies) whose command line names something in this folder, PostgreSQL and watchdog alike. */
export function processesOn(folder: string): number[] {
  if (!existsSync('/proc/self/stat')) return inPs(folder);
  return pidsInProc().filter((pid) => {
    const info = processInfo(pid);
    return typeof info === 'object' && info.command.includes(`${folder}/`);
  });
}

/** Whether the process runs (one that has ended and waits for its parent does not). */
export function isAlive(pid: number): boolean {
  return processInfo(pid) !== 'gone';
}

/** Of everything that runs; none where there is no /proc. */
export function pidsInProc(): number[] {
  if (!existsSync('/proc/self/stat')) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

function parentOf(pid: number): number | null {
  const info = processInfo(pid);
  return typeof info === 'object' ? info.parentPid : null;
}

/** Where there is no /proc (macOS). */
function inPs(folder: string): number[] {
  const { stdout } = spawnSync('ps', ['-ww', '-e', '-o', 'pid=,stat=,args='], { encoding: 'utf8' });
  return stdout.split('\n').flatMap((line) => {
    const [, pid, state, command] = /^\s*(\d+)\s+(\S+)\s+(.*)$/.exec(line) ?? [];
    return command?.includes(`${folder}/`) && !state?.startsWith('Z') ? [Number(pid)] : [];
  });
}

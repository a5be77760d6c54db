// What the operating system tells about a process: from /proc, or from ps where there is none (macOS).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readlinkSync } from 'node:fs';

export interface ProcessInfo {
  parentPid: number;
  /** program and arguments, joined and ended by a space */
  command: string;
  /** null where it cannot be known */
  workingDirectory: string | null;
}

const hasProc = existsSync('/proc/self/stat');

/** 'gone' also for a zombie: it does nothing any more, its parent has only not looked yet. */
export function processInfo(pid: number): ProcessInfo | 'gone' | 'unknown' {
  return hasProc ? fromProc(pid) : fromPs(pid);
}

function fromProc(pid: number): ProcessInfo | 'gone' | 'unknown' {
  try {
    // "pid (name) state parent …": the name may hold anything, so count from its closing bracket.
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [state, parent] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return 'gone';
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { parentPid: Number(parent), command: `${command.trimEnd()} `, workingDirectory: cwdOf(pid) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    return code === 'ENOENT' || code === 'ESRCH' ? 'gone' : 'unknown';
  }
}

function cwdOf(pid: number): string | null {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return null; // a process of another user
  }
}

function fromPs(pid: number): ProcessInfo | 'gone' | 'unknown' {
  const args = ['-ww', '-o', 'ppid=,stat=,command=', '-p', String(pid)];
  const result = spawnSync('ps', args, { encoding: 'utf8' });
  if (result.error) return 'unknown';
  const parts = /^\s*(\d+)\s+(\S+)\s+(.*)$/m.exec(result.stdout);
  if (!parts || parts[2]?.startsWith('Z')) return 'gone';
  return { parentPid: Number(parts[1]), command: `${parts[3]?.trimEnd()} `, workingDirectory: null };
}

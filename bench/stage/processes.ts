// What processes have used so far: time on a processor and memory. Known on Linux only (/proc); null elsewhere.
import { readdirSync, readFileSync } from 'node:fs';

/** /proc counts in hundredths of a second on every Linux that Node runs on. */
const MICROSECONDS_PER_TICK = 10_000;

interface Stat {
  parent: number;
  /** Ticks of the process itself, and of those of its children that have ended. */
  own: number;
  children: number;
}

/** Microseconds that a process has spent on processors, all threads together. */
export function processMicroseconds(pid: number): number | null {
  const stat = statOf(pid);
  return stat && stat.own * MICROSECONDS_PER_TICK;
}

/** The same of a process with all its children, those that have ended included. */
export function familyMicroseconds(pid: number | null): number | null {
  for (;;) {
    const head = pid === null ? null : statOf(pid);
    if (!head) return null;
    const living = readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => statOf(Number(name)))
      .filter((stat) => stat?.parent === pid);
    const ticks = living.reduce((sum, stat) => sum + (stat?.own ?? 0), head.own + head.children);
    // A child that ended while we looked may have been missed.
    if (statOf(pid as number)?.children === head.children) return ticks * MICROSECONDS_PER_TICK;
  }
}

/** Memory that a process holds at this moment (resident set), in bytes. */
export function residentBytes(pid: number): number | null {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1];
  return kilobytes === undefined ? null : Number(kilobytes) * 1024;
}

export function parentOf(pid: number): number | null {
  return statOf(pid)?.parent ?? null;
}

/** Fields are counted from the end of the name, which may hold anything. */
function statOf(pid: number): Stat | null {
  const text = read(`/proc/${pid}/stat`);
  if (text === '') return null;
  const fields = text
    .slice(text.lastIndexOf(')') + 2)
    .split(' ')
    .map(Number);
  const [parent, user, system, childUser, childSystem] = [1, 11, 12, 13, 14].map((at) => fields[at] ?? 0) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return { parent, own: user + system, children: childUser + childSystem };
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return ''; // no /proc here, or it ended meanwhile
  }
}

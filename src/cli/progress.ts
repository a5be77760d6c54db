// How far a long command is: one line that is written over, for people who watch; nothing where nobody does.
import type { CommandLine } from './command-line.js';

const WIDTH = 30;

/** Call it with how much of `total` is done; the line is gone after the last. */
export function progressBar(line: CommandLine, what: string, total: number): (done: number) => void {
  if (line.isTerminal !== true) return () => undefined;
  return (done) => {
    const filled = Math.round((WIDTH * done) / total);
    const bar = '█'.repeat(filled).padEnd(WIDTH, '░');
    line.stderr(done >= total ? '\r\u001b[K' : `\r${bar} ${done} of ${total} ${what}\u001b[K`);
  };
}

// What is going on, on standard error: one line written over and over on a terminal, plain lines elsewhere.

const WIDTH = 30;
const isTerminal = process.stderr.isTTY;

/** One line about what is being done. */
export function say(text: string): void {
  process.stderr.write(isTerminal ? `\r\u001b[K${text}` : `${text}\n`);
}

/** The line is no longer of interest. */
export function sayNothing(): void {
  if (isTerminal) process.stderr.write('\r\u001b[K');
}

/** A bar on a terminal; elsewhere a line at every tenth. */
export function sayHowFar(what: string, done: number, all: number): void {
  const share = done / all;
  const figures = `${what} ${done.toLocaleString('en')} of ${all.toLocaleString('en')}`;
  if (isTerminal) {
    const full = Math.round(share * WIDTH);
    say(`${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${figures}`);
  } else if (isTenth(what, share)) {
    say(figures);
  }
}

const lastTenth = new Map<string, number>();

function isTenth(what: string, share: number): boolean {
  const tenth = Math.floor(share * 10);
  if (lastTenth.get(what) === tenth) return false;
  lastTenth.set(what, tenth);
  return true;
}

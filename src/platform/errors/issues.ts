// Collects what is wrong with a request, or what of it was ignored, within the size an error body may have.
import type { Issue } from './failure.js';

const MOST_ISSUES = 50;
/** Leaves room for the rest of a 16 KiB body. */
const MOST_BYTES = 15 * 1024;
const LONGEST_NAME = 64;
const LONGEST_MESSAGE = 300;

export type IssuePath = readonly (string | number)[];

export class Issues {
  private readonly collected: Issue[] = [];
  /** Most requests have none. */
  private seen: Set<string> | undefined;
  private bytes = 0;

  /** @param most how many are kept. */
  constructor(private readonly most = MOST_ISSUES) {}

  /** Whether more would be in vain: what they would say need not be found out. */
  get isFull(): boolean {
    return this.collected.length >= this.most;
  }

  /** Adds a fault unless it is there already or the body is full. Long names of the sender's are cut short. */
  add(path: IssuePath, message: string): void {
    if (this.isFull) return;
    const issue = { path: path.map(shortened), message: cut(message, LONGEST_MESSAGE) };
    const text = JSON.stringify(issue);
    const size = Buffer.byteLength(text) + 1;
    if (this.seen?.has(text) || this.bytes + size > MOST_BYTES) return;
    (this.seen ??= new Set()).add(text);
    this.bytes += size;
    this.collected.push(issue);
  }

  get list(): readonly Issue[] {
    return this.collected;
  }
}

function shortened(step: string | number): string | number {
  return typeof step === 'number' ? step : cut(step, LONGEST_NAME);
}

/** By code points, so that no character is cut in two. */
function cut(text: string, length: number): string {
  if (text.length <= length) return text;
  const characters = [...text.slice(0, 2 * length + 2)];
  return characters.length <= length ? text : `${characters.slice(0, length).join('')}…`;
}

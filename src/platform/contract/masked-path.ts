// What a log may say of a path that is none of the contract's: the words in it that are ours. front-door.ts is loaded before everything
// else and needs it, so it imports no more than the table.
import { operations } from '#generated/operations.js';

/** More segments than any path of ours has. */
export const MOST_SEGMENTS = 8;

const words = new Set(Object.values(operations).flatMap(({ path }) => segmentsOf(path)));

/** A path that is none of the contract's, as it may be logged: the words in it that are the contract's, and `*` for any other. */
export function maskedPath(pathname: string): string {
  const segments = segmentsOf(pathname).slice(0, MOST_SEGMENTS);
  return `/${segments.map((segment) => (words.has(segment) ? segment : '*')).join('/')}`;
}

export function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

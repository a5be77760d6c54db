// Finds the path that somebody meant: one misspelt, in another version, without its beginning, or with something too much.
import { operations } from '#generated/operations.js';
import { editDistance } from '#platform/errors/did-you-mean.js';
import { MOST_SEGMENTS, segmentsOf } from './masked-path.js';
import type { OperationFacts } from './operation-facts.js';

/** Longer ones are nobody's typing error. */
const LONGEST_COMPARED = 100;
/** What a segment too much or too few counts: two of them may differ, as in a path without `/api/v1`. */
const SEGMENT = 2;
const FARTHEST = 4;
/** Alone they do not make a path look like another. */
const COMMON = ['api', 'v1'];

const methods = new Map<string, string[]>();
for (const { path, method } of Object.values(operations) as OperationFacts[]) {
  const known = methods.get(path) ?? [];
  methods.set(path, [...known, method.toUpperCase(), ...(method === 'get' ? ['HEAD'] : [])]);
}
const templates = [...methods.keys()].map((template) => ({ template, segments: segmentsOf(template) }));

/** The methods that a path of the contract has, HEAD with each GET. @param template such as /r/{code} */
export function methodsOf(template: string): readonly string[] {
  return methods.get(template) ?? [];
}

/** The contract's path nearest to this one, as its template; null if none is near. */
export function closestPath(pathname: string): string | null {
  if (pathname.length > LONGEST_COMPARED) return null;
  const sent = segmentsOf(pathname.toLowerCase());
  if (sent.length === 0 || sent.length > MOST_SEGMENTS) return null;
  let best: string | null = null;
  let least = FARTHEST + 1;
  for (const { template, segments } of templates) {
    if (Math.abs(segments.length - sent.length) * SEGMENT >= least || !looksLike(sent, segments)) continue;
    const distance = distanceBetween(sent, segments);
    if (distance < least) [best, least] = [template, distance];
  }
  return best;
}

/** Whether they share a word of their own: most paths that are asked for in vain are nothing of ours. */
function looksLike(sent: readonly string[], segments: readonly string[]): boolean {
  return segments.some(
    (segment) =>
      !COMMON.includes(segment) &&
      !segment.startsWith('{') &&
      sent.some((word) => substitution(word, segment) <= 2),
  );
}

/** Segments put in, left out and misspelt, as Levenshtein counts characters. */
function distanceBetween(sent: readonly string[], segments: readonly string[]): number {
  let previous = segments.map((_, index) => (index + 1) * SEGMENT);
  previous.unshift(0);
  for (const [row, word] of sent.entries()) {
    const current = [(row + 1) * SEGMENT];
    for (const [column, segment] of segments.entries()) {
      const swapped = previous[column]! + substitution(word, segment);
      current.push(Math.min(swapped, previous[column + 1]! + SEGMENT, current[column]! + SEGMENT));
    }
    previous = current;
  }
  return previous.at(-1)!;
}

/** Characters to change; more than is near when it is another word. Any word may stand for a parameter. */
function substitution(word: string, segment: string): number {
  if (word === segment || segment.startsWith('{')) return 0;
  if (Math.abs(word.length - segment.length) > 2) return FARTHEST + 1;
  const distance = editDistance(word, segment.toLowerCase());
  return distance <= Math.min(2, segment.length / 2) ? distance : FARTHEST + 1;
}

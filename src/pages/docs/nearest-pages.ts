// For somebody who asked for a page that is not there: the pages whose names are nearest, by the words of the address.
import { editDistance } from '#platform/errors/did-you-mean.js';

/** A page by what it may be asked for. */
export interface NamedPage {
  address: string;
  /** HTML. */
  title: string;
  /** What else it is called: an operation's name, an event's. */
  name: string;
}

/** In the page that says that there is none: where the nearest go. */
export const NEAREST_HERE = '<!-- nearest -->';

const MOST = 5;
/** Longer addresses are nobody's typing error, and must cost nothing. */
const MOST_WORDS = 6;
const LONGEST_WORD = 24;
const FEWEST_LETTERS = 3;
/** Less than this is no likeness: half of the words, or one of two that are nearly right. */
const LEAST_LIKENESS = 0.4;

/** The nearest pages, the best first; none for an address that is like nothing here. @param asked the last part of the address */
export function nearestPages(asked: string, pages: readonly NamedPage[]): NamedPage[] {
  const words = wordsOf(asked.slice(0, 200))
    .filter((word) => word.length <= LONGEST_WORD)
    .slice(0, MOST_WORDS);
  if (words.length === 0) return [];
  return pages
    .map((page) => ({ page, likeness: likenessOf(words, page) }))
    .filter(({ likeness }) => likeness >= LEAST_LIKENESS)
    .sort((left, right) => right.likeness - left.likeness)
    .slice(0, MOST)
    .map(({ page }) => page);
}

/** From 0 to 1: how many of the words are among the page's. Of equals, the page with fewer other words is nearer. */
function likenessOf(words: string[], { address, title, name }: NamedPage): number {
  const own = [...new Set(wordsOf(`${address.split('/').at(-1)} ${title} ${name}`))];
  const sum = words.reduce(
    (total, word) => total + Math.max(0, ...own.map((one) => closeness(word, one))),
    0,
  );
  return sum / words.length - own.length / 1000;
}

function closeness(word: string, other: string): number {
  if (word === other) return 1;
  if (other.startsWith(word) || word.startsWith(other)) return 0.8;
  const isComparable =
    Math.min(word.length, other.length) > FEWEST_LETTERS && Math.abs(word.length - other.length) <= 2;
  return isComparable && editDistance(word, other) <= 2 ? 0.6 : 0;
}

/** `recordPostbak` → record, postbak. */
function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length >= FEWEST_LETTERS && word !== 'html');
}

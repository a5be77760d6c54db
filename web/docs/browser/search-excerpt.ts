// The piece of a text around what was found in it, with the found words marked.
import { plainWord, wordsOf } from './search-options.js';

export interface Piece {
  text: string;
  marked: boolean;
}

const LENGTH = 160;
const BEFORE = 50;

/**
 * About 160 characters around the first word that was found, from a word's beginning to a word's end.
 * @param terms plain words, as the index has them.
 */
export function excerptOf(text: string, terms: readonly string[]): Piece[] {
  const found = new Set(terms);
  const first = wordsIn(text).find(([, word]) => isFound(word, found));
  const from = first === undefined ? 0 : wordStart(text, Math.max(0, first[0] - BEFORE));
  const to = from + LENGTH >= text.length ? text.length : text.lastIndexOf(' ', from + LENGTH);
  const pieces = marked(text.slice(from, Math.max(to, from)), found);
  const cut = (isCut: boolean): Piece[] => (isCut ? [{ text: '…', marked: false }] : []);
  return [...cut(from > 0), ...pieces, ...cut(to < text.length)];
}

/** The whole text, with the found words marked. */
export function marked(text: string, terms: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [index, word] of wordsIn(text)) {
    if (!isFound(word, terms)) continue;
    if (index > at) pieces.push({ text: text.slice(at, index), marked: false });
    pieces.push({ text: word, marked: true });
    at = index + word.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

function wordsIn(text: string): [number, string][] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}_]+/gu)].map((match) => [match.index, match[0]]);
}

function isFound(word: string, terms: ReadonlySet<string>): boolean {
  return wordsOf(word).some((part) => terms.has(plainWord(part)));
}

function wordStart(text: string, from: number): number {
  return from === 0 ? 0 : text.indexOf(' ', from) + 1;
}

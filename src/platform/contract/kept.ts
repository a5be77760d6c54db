// What is kept of a field that decides nothing (x-kept-as in the contract): nobody loses an order over it. What does not fit is left out
// or mended, and told.
import type { IssuePath, Issues } from '#platform/errors/issues.js';
import { ExactNumber } from '#platform/values/exact-number.js';
import { isStorable, toStorable } from '#platform/values/storable.js';
import { lengthInCharacters, sizeAsJson } from '#platform/values/sizes.js';

/** An object with keys of the sender's choice, kept whole or not at all. Keys are counted at its top, its size is that of all of it. */
export interface KeptObject {
  kind: 'object';
  maxKeys: number;
  maxKeyLength: number;
  maxBytes: number;
}

/** A text, of which the first characters are kept. */
export interface KeptText {
  kind: 'text';
  maxLength: number;
}

export type KeptAs = KeptObject | KeptText;

const DEEPEST = 32;
const MENDED = 'holds U+0000 or half of a character (a lone surrogate); U+FFFD is kept in its place';
const AS_TEXT = 'is kept as text: many programs read such a number as another; send it as a string';

/**
 * What is kept of a value, which may be anything that JSON can hold. `null` is kept as it is.
 * @param ignored is told what was left out or mended, by its path; never with a value.
 * @returns the very value where all of it is kept; undefined where nothing is.
 */
export function keptOf(value: unknown, as: KeptAs, path: IssuePath, ignored: Issues): unknown {
  if (value === null) return null;
  return as.kind === 'object' ? keptObject(value, as, path, ignored) : keptText(value, as, path, ignored);
}

function keptText(value: unknown, { maxLength }: KeptText, path: IssuePath, ignored: Issues): unknown {
  if (typeof value !== 'string') return leftOut('be a string', path, ignored);
  if (!isStorable(value)) ignored.add(path, MENDED);
  const text = toStorable(value);
  if (lengthInCharacters(text) <= maxLength) return text;
  ignored.add(path, `is longer than ${maxLength} characters; the first ${maxLength} are kept`);
  return [...text.slice(0, 2 * maxLength)].slice(0, maxLength).join('');
}

function keptObject(value: unknown, as: KeptObject, path: IssuePath, ignored: Issues): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof ExactNumber)
    return leftOut('be an object', path, ignored);
  const keys = Object.keys(value);
  if (keys.length > as.maxKeys) return leftOut(`have at most ${as.maxKeys} keys`, path, ignored);
  if (keys.some((key) => lengthInCharacters(key) > as.maxKeyLength))
    return leftOut(`have keys of at most ${as.maxKeyLength} characters`, path, ignored);
  const flaw = flawOf(value, 1);
  if (flaw === 'depth') return leftOut(`not be nested more than ${DEEPEST} levels deep`, path, ignored);
  const mended: Mended[] = [];
  const kept = flaw === 'leaf' ? withStorableLeaves(value, path, mended) : value;
  if (sizeAsJson(kept) > as.maxBytes)
    return leftOut(`be at most ${as.maxBytes} bytes as JSON`, path, ignored);
  for (const [place, message] of mended) ignored.add(place, message);
  return kept;
}

function leftOut(rule: string, path: IssuePath, ignored: Issues): undefined {
  ignored.add(path, `was not kept: it must ${rule}`);
}

/** Why the value cannot be written down as it is: it is too deep, or a text or a number in it has to be mended; null if it can be. */
function flawOf(value: unknown, depth: number): 'depth' | 'leaf' | null {
  if (typeof value === 'string') return isStorable(value) ? null : 'leaf';
  if (typeof value !== 'object' || value === null) return null;
  if (value instanceof ExactNumber) return 'leaf';
  if (depth > DEEPEST) return 'depth';
  let flaw: 'leaf' | null = null;
  for (const [key, inner] of Object.entries(value)) {
    const found = flawOf(inner, depth + 1);
    if (found === 'depth') return found;
    if (found !== null || !isStorable(key)) flaw = 'leaf';
  }
  return flaw;
}

/** A place, and what was done to the text or number there. */
type Mended = readonly [IssuePath, string];

/** A copy in which every text, key and number can be stored; `mended` takes the places of those that could not. */
function withStorableLeaves(value: unknown, path: IssuePath, mended: Mended[]): unknown {
  if (typeof value === 'string') {
    if (!isStorable(value)) mended.push([path, MENDED]);
    return toStorable(value);
  }
  if (typeof value !== 'object' || value === null) return value;
  if (value instanceof ExactNumber) {
    mended.push([path, AS_TEXT]);
    return value.text;
  }
  if (Array.isArray(value))
    return value.map((item, index) => withStorableLeaves(item, [...path, index], mended));
  // Not by assignment: a key named __proto__ is a key like any other.
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => {
      const name = toStorable(key);
      if (name !== key) mended.push([[...path, name], MENDED]);
      return [name, withStorableLeaves(inner, [...path, name], mended)];
    }),
  );
}

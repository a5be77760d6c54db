// First look at what was sent, before class-transformer and class-validator: unknown names, characters that cannot be stored,
// bottomless nesting. Hands on a copy that holds known names only, so that nothing sent can reach a prototype.
import { closestName } from '#platform/errors/did-you-mean.js';
import type { DtoClass, PropertyShape } from './dto.js';
import { lengthInCharacters, lengthWords, shapeOf, Untouched } from './dto.js';
import type { IssuePath, Issues } from '#platform/errors/issues.js';

const DEEPEST = 32;
const CHARACTERS = 'must not contain U+0000 or lone surrogates';

type Plain = Record<string, unknown>;

/** The known properties of `sent`; everything else becomes a fault. */
export function sanitize(sent: object, dto: DtoClass, path: IssuePath, issues: Issues): Plain {
  const shape = shapeOf(dto);
  const known: Plain = {};
  for (const [name, value] of Object.entries(sent)) {
    if (Object.hasOwn(shape, name))
      known[name] = sanitizeProperty(value, shape[name]!, [...path, name], issues);
    else if (!issues.isFull) issues.add([...path, name], unknownName(name, Object.keys(shape)));
  }
  return known;
}

/** The message for a name nobody knows. Names a known one if that was meant; never repeats the unknown. */
export function unknownName(name: string, known: readonly string[]): string {
  const meant = closestName(name, known);
  return meant === null ? 'is not known here' : `is not known here; did you mean ${meant}?`;
}

function sanitizeProperty(value: unknown, shape: PropertyShape, path: IssuePath, issues: Issues): unknown {
  if (shape.object) return isPlain(value) ? sanitize(value, shape.object(), path, issues) : flat(value);
  if (shape.list) return Array.isArray(value) ? sanitizeList(value, shape, path, issues) : flat(value);
  if (shape.texts) return Array.isArray(value) ? sanitizeTexts(value, shape, path, issues) : flat(value);
  if (shape.anything && Array.isArray(value)) return new Untouched(value);
  if (shape.free && isPlain(value)) return sanitizeFree(value, path, issues);
  if (typeof value === 'string' && !shape.anyCharacters && !isStorable(value)) issues.add(path, CHARACTERS);
  return flat(value);
}

/** One item more than allowed is enough to be refused; the rest need not be looked at. */
function sanitizeList(items: unknown[], shape: PropertyShape, path: IssuePath, issues: Issues): unknown[] {
  return items.slice(0, (shape.maxItems ?? items.length) + 1).map((item, index) => {
    if (isPlain(item)) return sanitize(item, shape.list!(), [...path, index], issues);
    issues.add([...path, index], 'must be an object');
    return undefined;
  });
}

/** Every fault with the place of the text that has it. */
function sanitizeTexts(items: unknown[], shape: PropertyShape, path: IssuePath, issues: Issues): unknown[] {
  const { minLength = 0, maxLength = Infinity, pattern } = shape.texts!;
  const matches = pattern === undefined ? null : new RegExp(pattern, 'u');
  return items.slice(0, (shape.maxItems ?? items.length) + 1).map((item, index) => {
    const at = [...path, index];
    if (typeof item !== 'string') {
      issues.add(at, 'must be a string');
      return undefined;
    }
    const length = lengthInCharacters(item);
    if (!isStorable(item)) issues.add(at, CHARACTERS);
    if (length < minLength || length > maxLength) issues.add(at, lengthWords(minLength, maxLength));
    if (matches?.test(item) === false) issues.add(at, `must match the pattern ${pattern}`);
    return item;
  });
}

function sanitizeFree(value: Plain, path: IssuePath, issues: Issues): Untouched {
  const deep = sanitizeDeep(value, path, issues, path.length);
  return new Untouched(deep ? {} : value);
}

/** Looks at every text and key inside; true when it is nested too deep to be looked at. */
function sanitizeDeep(value: unknown, path: IssuePath, issues: Issues, depth: number): boolean {
  if (typeof value === 'string' && !isStorable(value)) issues.add(path, CHARACTERS);
  if (typeof value === 'number' && !Number.isFinite(value))
    issues.add(path, 'must be a number that fits 64 bits');
  if (typeof value !== 'object' || value === null) return false;
  if (depth > DEEPEST) {
    issues.add(path.slice(0, 1), `must not be nested more than ${DEEPEST} levels deep`);
    return true;
  }
  let deep = false;
  for (const [key, inner] of Object.entries(value)) {
    if (!isStorable(key)) issues.add(path, 'must not have keys that contain U+0000 or lone surrogates');
    deep =
      sanitizeDeep(inner, [...path, Array.isArray(value) ? Number(key) : key], issues, depth + 1) || deep;
  }
  return deep;
}

/** Structure where none belongs is refused by its type; its content, however deep, need not travel on. */
function flat(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  return typeof value === 'object' && value !== null ? {} : value;
}

/** Whether PostgreSQL can keep the text: no U+0000, and every surrogate in its pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** Whether sanitize() would find no fault in what keeps the schema: the same rules, without saying which is broken and where. */
export function isClean(sent: object, dto: DtoClass, depth = 0): boolean {
  const shape = shapeOf(dto);
  for (const [name, value] of Object.entries(sent)) {
    const property = shape[name];
    if (typeof value === 'string') {
      if (property?.anyCharacters !== true && !isStorable(value)) return false;
    } else if (typeof value === 'object' && value !== null) {
      if (property?.object && !isClean(value as object, property.object(), depth + 1)) return false;
      if (property?.list && !(value as object[]).every((item) => isClean(item, property.list!(), depth + 2)))
        return false;
      if (property?.texts && !(value as string[]).every(isStorable)) return false;
      if (property?.free && !isSoundDeep(value, depth + 1)) return false;
    }
  }
  return true;
}

function isSoundDeep(value: unknown, depth: number): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return true;
  return (
    depth <= DEEPEST &&
    Object.entries(value).every(([key, inner]) => isStorable(key) && isSoundDeep(inner, depth + 1))
  );
}

function isPlain(value: unknown): value is Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

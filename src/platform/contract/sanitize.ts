// First look at what was sent, before class-transformer and class-validator: unknown names, and characters that cannot be stored. Hands on a copy that holds known names only, so that nothing sent can reach a prototype.
import { closestName } from '#platform/errors/did-you-mean.js';
import type { DtoClass, PropertyShape } from './dto.js';
import { lengthWords, shapeOf, Untouched } from './dto.js';
import type { IssuePath, Issues } from '#platform/errors/issues.js';
import { ExactNumber } from '#platform/values/exact-number.js';
import { lengthInCharacters } from '#platform/values/sizes.js';
import { isStorable } from '#platform/values/storable.js';

const CHARACTERS = 'must not contain U+0000 or lone surrogates';
const DIGITS = 'must not have more digits than a double holds (15 always fit)';

type Plain = Record<string, unknown>;

/** The known properties of `sent`; everything else becomes a fault. */
export function sanitize(sent: object, dto: DtoClass, path: IssuePath, issues: Issues): Plain {
  const shape = shapeOf(dto);
  const known: Plain = {};
  for (const [name, value] of Object.entries(sent)) {
    const property = shape[name];
    if (property) known[name] = sanitizeProperty(value, property, [...path, name], issues);
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
  if (value instanceof ExactNumber) {
    if (!value.isHeld) issues.add(path, DIGITS);
    return value.nearest;
  }
  if (shape.object) return isPlain(value) ? sanitize(value, shape.object(), path, issues) : flat(value);
  if (shape.list) return Array.isArray(value) ? sanitizeList(value, shape, path, issues) : flat(value);
  if (shape.texts) return Array.isArray(value) ? sanitizeTexts(value, shape, path, issues) : flat(value);
  if (shape.anything && Array.isArray(value)) return new Untouched(value);
  if (shape.kept) return new Untouched(value); // as mend.ts left it
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
  const { minLength = 0, maxLength = Infinity, pattern, enum: words } = shape.texts!;
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
    if (words && !words.includes(item) && !issues.isFull) issues.add(at, unknownName(item, words));
    return item;
  });
}

/** Structure where none belongs is refused by its type; its content, however deep, need not travel on. */
function flat(value: unknown): unknown {
  if (Array.isArray(value)) return [];
  return typeof value === 'object' && value !== null ? {} : value;
}

/** Whether sanitize() would find no fault in what keeps the schema: the same rules, without saying which is broken and where. */
export function isClean(sent: object, dto: DtoClass): boolean {
  const shape = shapeOf(dto);
  for (const [name, value] of Object.entries(sent)) {
    const property = shape[name];
    if (property === undefined) return false;
    if (typeof value === 'string') {
      if (!property.anyCharacters && !property.kept && !isStorable(value)) return false;
    } else if (typeof value === 'object' && value !== null) {
      if (property.object && !isClean(value as object, property.object())) return false;
      if (property.list && !(value as object[]).every((item) => isClean(item, property.list!())))
        return false;
      if (property.texts && !(value as string[]).every(isStorable)) return false;
    }
  }
  return true;
}

function isPlain(value: unknown): value is Plain {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber)
  );
}

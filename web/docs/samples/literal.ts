// A JSON value as a literal of a language, laid out as people write it.

/** How a language writes JSON values. */
export interface Notation {
  text: (value: string) => string;
  /** The name of a property. */
  name: (name: string) => string;
  /** Between a name and its value: `: `. */
  colon: string;
  true: string;
  false: string;
  null: string;
  /** What an object with these names begins with: `{`. */
  openObject: (names: string[]) => string;
  closeObject: string;
  /** Inside the braces of an object on one line: a space, or nothing. */
  padding: string;
  /** One step of indentation. */
  step: string;
  trailingComma: boolean;
}

/** A nested object or list without others in it stays on one line up to this many characters, indentation included. */
const LINE_LENGTH = 80;

/**
 * The value as a literal, one property a line. The first line is not indented, the others by `indent` at least.
 * @throws Error when the value is none that JSON knows.
 */
export function literal(value: unknown, notation: Notation, indent = ''): string {
  if (!isContainer(value)) return scalar(value, notation);
  const inner = indent + notation.step;
  const { open, close, entries } = partsOf(value, notation, (nested) =>
    nestedLiteral(nested, notation, inner),
  );
  if (entries.length === 0) return open + close;
  const lines = entries.map((entry) => inner + entry).join(',\n');
  return `${open}\n${lines}${notation.trailingComma ? ',' : ''}\n${indent}${close}`;
}

function nestedLiteral(value: unknown, notation: Notation, indent: string): string {
  if (!isContainer(value) || Object.values(value).some(isContainer)) return literal(value, notation, indent);
  const { open, close, entries } = partsOf(value, notation, (nested) => scalar(nested, notation));
  const padding = Array.isArray(value) || entries.length === 0 ? '' : notation.padding;
  const line = open + padding + entries.join(', ') + padding + close;
  return indent.length + line.length <= LINE_LENGTH ? line : literal(value, notation, indent);
}

function partsOf(
  value: object,
  notation: Notation,
  toText: (nested: unknown) => string,
): { open: string; close: string; entries: string[] } {
  if (Array.isArray(value)) return { open: '[', close: ']', entries: value.map(toText) };
  return {
    open: notation.openObject(Object.keys(value)),
    close: notation.closeObject,
    entries: Object.entries(value).map(
      ([name, nested]) => notation.name(name) + notation.colon + toText(nested),
    ),
  };
}

function isContainer(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function scalar(value: unknown, notation: Notation): string {
  if (value === null) return notation.null;
  if (typeof value === 'string') return notation.text(value);
  if (typeof value === 'boolean') return value ? notation.true : notation.false;
  if (typeof value === 'number' && Number.isFinite(value)) return JSON.stringify(value);
  throw new Error(`a ${typeof value} that JSON cannot hold`);
}

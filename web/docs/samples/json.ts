// JSON as text, for the shell and for languages whose samples send it as a raw string.
import { literal, type Notation } from './literal.js';
import { hex, quoted } from './quoting.js';

const notation: Notation = {
  text: jsonText,
  name: jsonText,
  colon: ': ',
  true: 'true',
  false: 'false',
  null: 'null',
  openObject: () => '{',
  closeObject: '}',
  padding: ' ',
  step: '  ',
  trailingComma: false,
};

/** The value as JSON, readable; every line but the first begins with `indent`. */
export function jsonOf(value: unknown, indent = ''): string {
  return literal(value, notation, indent);
}

function jsonText(text: string): string {
  return quoted(text, { mark: '"', escape: (character) => character.split('').map(escapeUnit).join('') });
}

/** JSON escapes halves of pairs, each by itself. */
function escapeUnit(unit: string): string {
  return `\\u${hex(unit, 4)}`;
}

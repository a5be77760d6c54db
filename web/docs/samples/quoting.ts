// Text between quotation marks, right in every language: what cannot be seen in an editor, or would be changed by one, is escaped.

/** Control and format characters, halves of pairs, and every white space but the space. */
const INVISIBLE = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu;

const SHORT_ESCAPES: Record<string, string> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

export interface Quoting {
  mark: '"' | "'";
  /** Characters that need a backslash, besides the mark and the backslash itself. */
  special?: string;
  /** How an invisible character is written that has no escape of one letter. */
  escape: (character: string) => string;
}

/** The text with its marks. */
export function quoted(text: string, { mark, special = '', escape }: Quoting): string {
  const needsBackslash = [mark, '\\', ...special];
  const characters = [...text].map((character) =>
    needsBackslash.includes(character) ? `\\${character}` : character,
  );
  const visible = characters.join('').replace(INVISIBLE, (found) => SHORT_ESCAPES[found] ?? escape(found));
  return mark + visible + mark;
}

/** Whether the text can stand between any marks without an escape for what cannot be seen. */
export function isVisible(text: string): boolean {
  return text.search(INVISIBLE) < 0;
}

/** The preferred mark, unless the text holds more of these than of the other. */
export function lighterMark(text: string, preferred: Quoting['mark']): Quoting['mark'] {
  const other = preferred === '"' ? "'" : '"';
  return countOf(preferred, text) > countOf(other, text) ? other : preferred;
}

function countOf(mark: string, text: string): number {
  return text.split(mark).length - 1;
}

/** `\u{1f600}`, as JavaScript, Ruby and PHP write any character. */
export function inBraces(character: string): string {
  return `\\u{${hex(character, 1)}}`;
}

/** The character's number in at least so many hexadecimal digits. */
export function hex(character: string, digits: number): string {
  return (character.codePointAt(0) as number).toString(16).padStart(digits, '0');
}

// Numbers as they stand in JSON: which of them a number of this language (a double) holds as they were written.

/** A number that no double holds as it was written, or that JSON would write with an exponent: its text. No field takes one; see kept.ts for metadata. */
export class ExactNumber {
  /** @param text as it was sent, such as `820982911946154508` or `1e308` */
  constructor(readonly text: string) {}

  /** The double next to it. */
  get nearest(): number {
    return Number(this.text);
  }

  /** Whether that is the very number, and only its exponent was against it. */
  get isHeld(): boolean {
    return Number.isFinite(this.nearest) && digitsOf(String(this.nearest)) === digitsOf(this.text);
  }

  toJSON(): string {
    return this.text;
  }
}

/** Any number of so few digits is held, and written again with the same. */
const SURE_DIGITS = 15;
/** From the one on and below the other, numbers are written without an exponent. */
const [SMALLEST, TOO_LARGE] = [1e-6, 1e21];

/** The number that is written there, where a double holds it and JSON writes it without an exponent; else its text. 0 for -0. */
export function toExact(text: string): number | ExactNumber {
  const nearest = Number(text);
  const size = Math.abs(nearest);
  if (size >= SMALLEST && size < TOO_LARGE) {
    const isHeld = mantissaEnd(text) <= SURE_DIGITS || digitsOf(String(nearest)) === digitsOf(text);
    return isHeld ? nearest : new ExactNumber(text);
  }
  return size === 0 && digitsOf(text) === '' ? 0 : new ExactNumber(text);
}

/** The value in one form: the digits from the first to the last that is not 0, and the power of ten behind them. '' for 0. */
function digitsOf(text: string): string {
  const end = mantissaEnd(text);
  const point = text.indexOf('.');
  const digits = text.slice(text.startsWith('-') ? 1 : 0, end).replace('.', '');
  // By hand: /0+$/ would look at a long row of zeros again from each of them.
  let last = digits.length;
  while (last > 0 && digits[last - 1] === '0') last--;
  let first = 0;
  while (first < last && digits[first] === '0') first++;
  if (first === last) return '';
  const power = Number(text.slice(end + 1)) - (point < 0 ? 0 : end - point - 1) + (digits.length - last);
  return `${digits.slice(first, last)}e${power}`;
}

function mantissaEnd(text: string): number {
  const end = text.search(/e/i);
  return end < 0 ? text.length : end;
}

/** The index behind the number that begins here, in a valid text. */
export function endOfNumber(text: string, start: number): number {
  let end = start + 1;
  while (end < text.length && isOfNumber(text.charCodeAt(end))) end++;
  return end;
}

function isOfNumber(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    code === 0x2e ||
    (code | 0x20) === 0x65 ||
    code === 0x2b ||
    code === 0x2d
  );
}

/** The index behind the string that begins here, in a valid text. */
export function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end + 1;
}

function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (text.charCodeAt(before) === 0x5c) before--;
  return (at - before) % 2 === 0;
}

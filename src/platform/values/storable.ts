// Which texts PostgreSQL can keep, and what becomes of those it cannot.

/** Whether PostgreSQL can keep the text: no U+0000, and every surrogate in its pair. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed();
}

/** The text with U+FFFD in the place of U+0000 and of lone surrogates (an emoji that was cut in two leaves one). */
export function toStorable(text: string): string {
  return text.replaceAll('\0', '\uFFFD').toWellFormed();
}

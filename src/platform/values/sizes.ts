// How long a text is, and how large a value, as the contract counts.

/** Code points; a lone surrogate counts as one. */
export function lengthInCharacters(text: string): number {
  let length = text.length;
  for (let i = 0; i < text.length - 1; i++) {
    if (text.codePointAt(i)! > 0xffff) {
      length--;
      i++;
    }
  }
  return length;
}

/** Bytes of UTF-8 that `value` takes as JSON without spaces. */
export function sizeAsJson(value: unknown): number {
  return Buffer.byteLength(JSON.stringify(value) ?? '');
}

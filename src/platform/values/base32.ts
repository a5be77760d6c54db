// A UUID as 26 characters of Crockford's base32 and back, as TypeID writes it: 128 bits behind two that are nothing. Of tables, for there are
// seven in the reply to an order and nine hundred in a list: a library took ten times as long (docs/performance.md). Pure.

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
/** Each ten bits as two characters, and each eight as two hexadecimal digits. */
const PAIRS = Array.from({ length: 1024 }, (_, bits) => `${ALPHABET[bits >> 5]}${ALPHABET[bits & 31]}`);
const BYTES = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
/** What a character stands for, by its code: of hexadecimal in either case, of base32 in lower case. 0 for what is neither. */
const HEX = valuesOf('0123456789abcdef', '0123456789ABCDEF');
const BASE32 = valuesOf(ALPHABET);
/** Where the digits of a UUID stand. */
const DIGITS = [...'01234567-9abc-ef01-3456-89abcdef0123'].flatMap((at, index) => (at === '-' ? [] : index));

/** 128 bits in 26 characters: the first holds only three of them. Lower case only. */
const SUFFIX = /^[0-7][0-9a-hjkmnp-tv-z]{25}$/;
/** Of a version and a variant that there are, or all zeros, or all ones. */
const UUID =
  /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|(?:0{8}-(?:0{4}-){3}0{12})|(?:f{8}-(?:f{4}-){3}f{12}))$/;

/** @param uuid with dashes; another text makes nonsense. */
export function toBase32(uuid: string): string {
  const digit = (at: number) => HEX[uuid.charCodeAt(DIGITS[at] as number)] as number;
  let text = PAIRS[(digit(0) << 4) | digit(1)] as string;
  // Twenty bits are five digits there and four characters here.
  for (let at = 2; at < 32; at += 5) {
    const bits =
      (digit(at) << 16) | (digit(at + 1) << 12) | (digit(at + 2) << 8) | (digit(at + 3) << 4) | digit(at + 4);
    text += `${PAIRS[bits >> 10]}${PAIRS[bits & 1023]}`;
  }
  return text;
}

/** The UUID, in lower case and with dashes; null where `text` is not what toBase32() makes of one. */
export function fromBase32(text: string): string | null {
  if (!SUFFIX.test(text)) return null;
  const bytes: string[] = [];
  // The first two characters hold a byte, and eight of the others five.
  let [held, count] = [0, -2];
  for (let at = 0; at < text.length; at++) {
    held = ((held << 5) | (BASE32[text.charCodeAt(at)] as number)) & 0xfff;
    count += 5;
    if (count < 8) continue;
    count -= 8;
    bytes.push(BYTES[(held >> count) & 0xff] as string);
  }
  const uuid = [
    [0, 4],
    [4, 6],
    [6, 8],
    [8, 10],
    [10, 16],
  ]
    .map(([from, to]) => bytes.slice(from, to).join(''))
    .join('-');
  return UUID.test(uuid) ? uuid : null;
}

function valuesOf(...alphabets: string[]): Uint8Array {
  const values = new Uint8Array(128);
  for (const alphabet of alphabets)
    for (let value = 0; value < alphabet.length; value++) values[alphabet.charCodeAt(value)] = value;
  return values;
}

// Bodies and values in them that callers in many languages send by mistake, and attackers on purpose.

const EMOJI = '😀';
const LIMIT = 64 * 1024;

/** In the place of a value, in JSON text. */
export const jsonValues: readonly string[] = [
  ...['1e999', '-1e999', '1E400', '1e-400', '-0', '-0.0', '5e1', '50.0', '4990.00', '1e12', '1000000000001'],
  ...['9007199254740993', '18446744073709551616', '1'.repeat(400), `0.${'1'.repeat(400)}`, 'NaN', 'Infinity'],
  ...['-Infinity', '0x10', '01', '+1', '1.', '.5', 'undefined', "'x'", 'True', '1_000'],
  ...[
    '"\\u0000"',
    '"a\\u0000b"',
    '"\\ud83d"',
    '"\\ude00"',
    '"\\ud83d\\ud83d"',
    '"\\ude00\\ud83d"',
    '"\\x41"',
  ],
  ...['"\\ufeff"', '"\\u202e"', '"\\u0085"', '"\\u2028"', '"\u0001"', '"\n"', '""', '" "', '"null"', '"1"'],
  ...[`"${'a'.repeat(5000)}"`, `"${EMOJI.repeat(5000)}"`, `"${'\\u0000'.repeat(300)}"`],
  ...['[]', '{}', '[[]]', '[null]', '{"a":1}', '{"__proto__":{"a":1}}', '{"constructor":{"prototype":{}}}'],
  ...[nested('[', ']', 31), nested('[', ']', 40), nested('[', ']', 9000), nested('{"a":', '}', 2000, '1')],
  ...['"\'; drop table merchants; --"', '"${7*7}"', '"%s%n"', '"<script>"', '"../../etc/passwd"', '"$1"'],
];

function nested(open: string, close: string, levels: number, inmost = ''): string {
  return open.repeat(levels) + inmost + close.repeat(levels);
}

/** From the body's text to what is sent instead. `at`: a place in the text. */
export const brokenTexts: readonly ((text: string, at: number) => Buffer)[] = [
  (text, at) => Buffer.from(text.slice(0, at)),
  (text) => Buffer.from(`${text},`),
  (text) => Buffer.from(text + text),
  (text) => Buffer.from(`\ufeff${text}`),
  (text) => Buffer.from(`[${text}]`),
  (text) => Buffer.from(JSON.stringify(text)),
  (text) => Buffer.from(text, 'utf16le'),
  (text, at) => Buffer.from(`${text.slice(0, at)}\0${text.slice(at)}`),
  (text, at) =>
    Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([0xf0, 0x9f]), Buffer.from(text.slice(at))]),
  (text, at) =>
    Buffer.concat([Buffer.from(text.slice(0, at)), Buffer.from([0xff]), Buffer.from(text.slice(at))]),
  // A name twice, with the first and with the second value that counts.
  (text) => Buffer.from(text.replace(/^\{("(?:[^"\\]|\\.)*":)/, '{$1null,$1')),
  (text) => Buffer.from(text.replace(/^\{(("(?:[^"\\]|\\.)*"):[^]*)\}$/, '{$1,$2:{}}')),
  (text) => Buffer.from(text.replace(/\}$/, ',"__proto__":{"amount":1}}').replace(/^\{,/, '{')),
  (text) => Buffer.from(text.replace(/^\{/, '{"x":'.repeat(3000)) + '}'.repeat(2999)),
  (text) => Buffer.from(text + ' '.repeat(Math.max(0, LIMIT - Buffer.byteLength(text)))),
  (text) => Buffer.from(text + ' '.repeat(Math.max(0, LIMIT + 1 - Buffer.byteLength(text)))),
  (text) => Buffer.from(text + ' '.repeat(1024 * 1024)),
  ...['', ' ', '{}', '[]', 'null', '1', '"x"', '{', '[[[', 'a=b&c=d', '{"a":}', '{a:1}', '//'].map(
    (text) => () => Buffer.from(text),
  ),
  () => Buffer.from(nested('[', ']', 20_000)),
  () => Buffer.from(`{${Array.from({ length: 4000 }, (_, index) => `"k${index}":1`).join()}}`),
  () => Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]),
];

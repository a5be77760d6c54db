// JSON that is read as it was sent.
import fc from 'fast-check';
import { parseExactly, repeatsNames } from '#platform/values/exact-json.js';
import { ExactNumber } from '#platform/values/exact-number.js';

/** Every number as it was read, each ExactNumber by its text. */
function read(text: string): unknown {
  return JSON.parse(JSON.stringify(parseExactly(text))) as unknown;
}

describe('a number', () => {
  it.each([
    ['0', 0],
    ['-0', 0],
    ['-0.0', 0],
    ['0e5', 0],
    ['4990', 4990],
    ['4990.0', 4990],
    ['4.99e3', 4990],
    ['4990.000000000000000000', 4990],
    ['9007199254740991', 9007199254740991],
    ['-12.5', -12.5],
    ['0.1', 0.1],
    ['0.000001', 0.000001],
    ['0.30000000000000004', 0.30000000000000004],
    ['820982911946154500', 820982911946154500],
    ['1E2', 100],
    ['100e-2', 1],
  ])('%s is one, wherever it stands', (text, number) => {
    for (const place of [`[${text}]`, `{"a":${text}}`, `{"a" : ${text} ,"b":[ 1, ${text}\n]}`])
      expect(parseExactly(place)).toStrictEqual(JSON.parse(place.replaceAll(text, String(number))));
  });

  it.each([
    '820982911946154508',
    '-820982911946154508',
    '9007199254740993',
    '4990.0000000000004',
    '0.1000000000000000055511151231257827',
    '19.989999999999998',
    '1e21',
    '1e308',
    '-1E+308',
    '1e400',
    '1e-7',
    '0.0000001',
    '-0.0000001',
    '5e-324',
    '1e-400',
    '1e-99999999999999999999',
  ])('%s is kept by its text, wherever it stands', (text) => {
    const exact = new ExactNumber(text);
    expect(parseExactly(`[${text}]`)).toEqual([exact]);
    expect(parseExactly(`[ 1,\n-1 , ${text}]`)).toEqual([1, -1, exact]);
    expect(parseExactly(`{"a":${text}}`)).toEqual({ a: exact });
    expect(parseExactly(`{"a"\t: ${text} ,"b":{"c":[[],{"d": ${text}}]}}`)).toEqual({
      a: exact,
      b: { c: [[], { d: exact }] },
    });
  });
});

it('one of sixty thousand digits is kept as any other', () => {
  for (const text of [`1${'0'.repeat(60_000)}`, `0.${'0'.repeat(60_000)}1`, `${'10'.repeat(30_000)}.0`])
    expect(JSON.stringify(parseExactly(`[${text}]`))).toBe(`["${text}"]`);
  expect(parseExactly(`[1.${'0'.repeat(60_000)}]`)).toEqual([1]);
});

it('all that JavaScript writes is read as JSON.parse reads it, but numbers with an exponent, which are kept by their text', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.constantFrom(undefined, 1), (text, indent) => {
      const written = JSON.stringify([JSON.parse(text)], null, indent);
      const expected = JSON.parse(written, (_, value: unknown) =>
        typeof value === 'number' && String(value).includes('e') ? String(value) : value,
      ) as unknown;
      // JSON.parse with a function drops nothing but `__proto__`'s own place; compared as text.
      expect(JSON.stringify(read(written))).toBe(JSON.stringify(expected));
    }),
  );
});

it('a text that has to be read with care is read as JSON.parse reads it, but for that number', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 3 }), fc.constantFrom(undefined, '\t'), (text, indent) => {
      const plain = JSON.stringify([JSON.parse(text)], null, indent);
      if (/\de[-+]?\d/.test(plain)) return;
      const [value, id] = parseExactly(plain.replace(/\]$/, ', 820982911946154508 ]')) as unknown[];
      expect([value]).toStrictEqual(JSON.parse(plain.replaceAll(/(?<=[\s:,[])-0(?=[\s,\]}])/g, '0')));
      expect(id).toEqual(new ExactNumber('820982911946154508'));
    }),
  );
});

it('a field named __proto__, and ones with escapes, are fields like any other', () => {
  const text = String.raw`{"__proto__":{"a\"b\\":1e400},"constructor":"\"1e400","\ud83d":[true,false,null]}`;
  const parsed = parseExactly(text) as object;
  expect(Object.getPrototypeOf(parsed)).toBe(Object.prototype);
  expect(JSON.stringify(parsed)).toBe(text.replace(':1e400', ':"1e400"'));
});

describe('of an object with a name twice', () => {
  it.each([
    ['{"a":1,"a":2}', true],
    ['{"a":1,"\\u0061":2}', true],
    ['{"a":1,"b":{},"a" : 1}', true],
    ['{"a":1,"b":{"a":2}}', false],
    ['{"b":{"a":1,"a":2}}', false],
    ['{"a":"\\"a\\":1","b":"x\\":"}', false],
    ['{"__proto__":1,"__proto__":2}', true],
    ['{"toString":1}', false],
    ['{}', false],
  ])('%s: %j', (text, repeats) => {
    const parsed = parseExactly(text) as object;
    expect(parsed).toEqual(JSON.parse(text));
    expect(repeatsNames(parsed)).toBe(repeats);
  });

  it('each is known by itself, as deep as it may be', () => {
    const { list } = parseExactly('{"list":[{"a":1},{"a":1,"a":2},{"a":3}]}') as { list: object[] };
    expect(list.map(repeatsNames)).toEqual([false, true, false]);
  });
});

it('thousands of levels are read, plain or with care', () => {
  for (const inner of ['1', '1e400']) {
    const text = `${'[{"a":'.repeat(9000)}${inner}${'}]'.repeat(9000)}`;
    let value = parseExactly(text);
    for (let level = 0; level < 9000; level++) [{ a: value }] = value as [{ a: unknown }];
    expect(value).toEqual(inner === '1' ? 1 : new ExactNumber('1e400'));
  }
});

it.each(['', '{', '{"a":1e}', '[1e400', '01', '{"a":1e400,}', '"\u0001"', 'NaN'])('%j is no JSON', (text) => {
  expect(() => parseExactly(text)).toThrow(SyntaxError);
});

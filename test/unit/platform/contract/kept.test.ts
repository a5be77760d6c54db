// What is kept of fields that decide nothing.
import fc from 'fast-check';
import { keptOf, type KeptAs } from '#platform/contract/kept.js';
import { parseExactly } from '#platform/values/exact-json.js';
import { ExactNumber } from '#platform/values/exact-number.js';
import { Issues } from '#platform/errors/issues.js';
import { isStorable } from '#platform/values/storable.js';

const object: KeptAs = { kind: 'object', maxKeys: 3, maxKeyLength: 9, maxBytes: 60 };
const text: KeptAs = { kind: 'text', maxLength: 5 };

function kept(value: unknown, as: KeptAs): [unknown, [string, string][]] {
  const ignored = new Issues();
  const result = keptOf(value, as, ['f'], ignored);
  return [result, ignored.list.map(({ path, message }) => [path.join('.'), message])];
}

const nested = (levels: number): object => (levels === 1 ? {} : { a: nested(levels - 1) });
const MENDED = 'holds U+0000 or half of a character (a lone surrogate); U+FFFD is kept in its place';

describe('of an object', () => {
  it('all is kept, the very same, where it is within the limits', () => {
    const fits = [
      {},
      { a: 1, b: [null, { c: '😀' }], '😀😀😀😀': true },
      JSON.parse('{"__proto__":1}') as object,
    ];
    for (const value of fits) {
      const [result, told] = kept(value, object);
      expect(result).toBe(value);
      expect(told).toEqual([]);
    }
    expect(kept(null, object)).toEqual([null, []]);
  });

  it.each<[string, unknown, string]>([
    ['an empty list', [], 'be an object'],
    ['a list', [1], 'be an object'],
    ['a text', 'x', 'be an object'],
    ['the empty text', '', 'be an object'],
    ['a number', 0, 'be an object'],
    ['a boolean', false, 'be an object'],
    ['too many keys', { a: 1, b: 1, c: 1, d: 1 }, 'have at most 3 keys'],
    ['too long a key', { abcdefghij: 1 }, 'have keys of at most 9 characters'],
    ['a number that no double holds', new ExactNumber('1e400'), 'be an object'],
    [
      'too much once its numbers are texts',
      { a: parseExactly(`[${'1e308,'.repeat(9)}0]`) },
      'be at most 60 bytes as JSON',
    ],
    ['too much', { a: 'x'.repeat(60) }, 'be at most 60 bytes as JSON'],
    ['too much once it is mended', { a: `${'x'.repeat(50)}\u0000` }, 'be at most 60 bytes as JSON'],
  ])('nothing is kept of %s', (_, value, rule) => {
    expect(kept(value, object)).toEqual([undefined, [['f', `was not kept: it must ${rule}`]]]);
  });

  it('nothing is kept of one that is more than 32 levels deep, or bottomless', () => {
    const as = { ...object, maxBytes: 10_000 };
    expect(kept(nested(32), as)[0]).toEqual(nested(32));
    for (const levels of [33, 5000]) {
      expect(kept(nested(levels), as)).toEqual([
        undefined,
        [['f', 'was not kept: it must not be nested more than 32 levels deep']],
      ]);
    }
  });

  it('texts and keys that cannot be stored are kept with U+FFFD, each told by its place', () => {
    const sent = JSON.parse('{"a":["ok","caf\\ud83d"],"b\\u0000":{"__proto__":"\\u0000"}}') as object;
    const [result, told] = kept(sent, object);
    expect(JSON.stringify(result)).toBe('{"a":["ok","caf\uFFFD"],"b\uFFFD":{"__proto__":"\uFFFD"}}');
    expect(told).toEqual([
      ['f.a.1', MENDED],
      ['f.b\uFFFD', MENDED],
      ['f.b\uFFFD.__proto__', MENDED],
    ]);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('its size is that of what is stored', () => {
    const sent = { a: `${'x'.repeat(49)}\u0000` };
    expect(JSON.stringify(sent).length).toBeGreaterThan(60);
    expect(kept(sent, object)[0]).toEqual({ a: `${'x'.repeat(49)}\uFFFD` });
  });

  it('whatever is kept can be stored, fits, and is the same when it is sent again', () => {
    const as: KeptAs = { kind: 'object', maxKeys: 50, maxKeyLength: 64, maxBytes: 8192 };
    const anything = fc.oneof(
      fc.jsonValue(),
      fc.dictionary(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' })),
    );
    fc.assert(
      fc.property(anything, (value) => {
        const [once, told] = kept(value, as);
        expect(told.length === 0).toBe(once === value);
        if (once === undefined) return;
        expect(isStorable(JSON.stringify(once)) && !JSON.stringify(once).includes('\\u0000')).toBe(true);
        expect(kept(once, as)).toEqual([once, []]);
      }),
    );
  });
});

describe('of a text', () => {
  it.each<[string, unknown, unknown, string[]]>([
    ['all', 'ok 😀', 'ok 😀', []],
    ['the empty one', '', '', []],
    ['null', null, null, []],
    ['the first characters', 'abc😀😀😀', 'abc😀😀', ['is longer than 5 characters; the first 5 are kept']],
    ['U+FFFD in the place of half an emoji', 'ab\ud83d', 'ab\uFFFD', [MENDED]],
    ['nothing that is no text', 7, undefined, ['was not kept: it must be a string']],
    ['nothing that is a list', ['a'], undefined, ['was not kept: it must be a string']],
  ])('is kept: %s', (_, value, result, messages) => {
    expect(kept(value, text)).toEqual([result, messages.map((message) => ['f', message])]);
  });
});

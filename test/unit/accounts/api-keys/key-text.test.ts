// A key's text: a typo never reaches the database.
import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { bearerToken } from '#accounts/api-keys/bearer.js';
import { hashKeyText, isKeyText, makeKeyText, maskedKey } from '#accounts/api-keys/key-text.js';

const BASE62 = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];
const key = fc.noShrink(fc.constantFrom('live' as const, 'test' as const).map(makeKeyText));

describe('the text of a key', () => {
  it('is its mode, thirty random characters and six of checksum', () => {
    expect(makeKeyText('live')).toMatch(/^rc_live_[0-9A-Za-z]{36}$/);
    expect(makeKeyText('test')).toMatch(/^rc_test_[0-9A-Za-z]{36}$/);
  });

  it('ends in the base62 CRC32 of everything before it (a key worked out by another program)', () => {
    // python: zlib.crc32(b"rc_test_" + b"A" * 30) = 2501862265, in base62 with 0-9A-Za-z
    expect(isKeyText(`rc_test_${'A'.repeat(30)}2jJYfB`)).toBe(true);
  });

  it('is accepted as it was made', () => {
    fc.assert(fc.property(key, (text) => isKeyText(text)));
  });

  it('is refused with any one character changed', () => {
    fc.assert(
      fc.property(key, fc.nat(43), fc.constantFrom(...BASE62, '_', '-', ' ', 'ä'), (text, at, character) => {
        fc.pre(text[at] !== character);
        return !isKeyText(text.slice(0, at) + character + text.slice(at + 1));
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused with any two neighbours swapped', () => {
    fc.assert(
      fc.property(key, fc.nat(42), (text, at) => {
        fc.pre(text[at] !== text[at + 1]);
        return !isKeyText(text.slice(0, at) + text[at + 1]! + text[at]! + text.slice(at + 2));
      }),
      { numRuns: 2000 },
    );
  });

  it('is refused with a character missing or added, and anything else is too', () => {
    fc.assert(
      fc.property(key, fc.nat(43), fc.constantFrom(...BASE62), (text, at, character) => {
        return (
          !isKeyText(text.slice(0, at) + text.slice(at + 1)) &&
          !isKeyText(text.slice(0, at) + character + text.slice(at))
        );
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => !isKeyText(text)));
  });

  it('is never made twice', () => {
    expect(new Set(Array.from({ length: 1000 }, () => makeKeyText('live'))).size).toBe(1000);
  });

  it('is kept as its SHA-256 and shown as its last four characters', () => {
    const text = makeKeyText('live');
    expect(hashKeyText(text)).toBe(createHash('sha256').update(text).digest('hex'));
    expect(maskedKey('live', text.slice(-4))).toBe(`rc_live_…${text.slice(-4)}`);
  });
});

describe('the Authorization header', () => {
  it.each(['Bearer abc', 'bearer abc', 'BEARER abc', 'bEaReR   abc', 'Bearer abc '])('takes %j', (header) => {
    expect(bearerToken(header)).toBe('abc');
  });

  it.each([
    undefined,
    '',
    'Bearer',
    'Bearer ',
    'Bearerabc',
    'Basic abc',
    'abc',
    'Bearer a b',
    ' Bearer abc',
    'Bearer a,b',
    'Bearer a, Bearer b',
  ])('finds no token in %j', (header) => {
    expect(bearerToken(header)).toBeNull();
  });
});

// How an email becomes the hash that every client computes: JavaScript's trim and toLowerCase, UTF-8, SHA-256. The hashes here were
// computed elsewhere (Python's hashlib over the UTF-8 bytes of the normalised text).
import fc from 'fast-check';
import { hashEmail, isUsableEmail, normalizeEmail } from '#conversions/recording/email.js';

const MILA = '8b49f76f5d527a5bf9e1fb39ef3a1a897afadb079c373a1f382b8de710120fd6';

describe('an email is trimmed and lower-cased', () => {
  it.each([
    ['as it is', 'mila@example.com', MILA],
    ['in capitals', 'MILA@Example.COM', MILA],
    ['between blanks, tabs and line ends', ' \t\r\nmila@example.com\n\v\f ', MILA],
    ['between no-break, ideographic and thin spaces', '\u00a0\u3000mila@example.com\u2009\u202f', MILA],
    [
      'behind a byte order mark, before line and paragraph separators',
      '\ufeffmila@example.com\u2028\u2029',
      MILA,
    ],
    [
      'with a Turkish İ: i and a combining dot, in no locale',
      'İSTANBUL@example.com',
      '21b3d4ad954ffe193659bcdcff92053ab646244b3898969a09265d00b2af7ba4',
    ],
    [
      'with ß, which stays ß',
      'STRAßE@EXAMPLE.COM',
      '877f20e10f9eeef55d06f5b4e9f609e0345e4cffd43db5cccd905a0a9d848047',
    ],
    [
      'with a capital ẞ',
      'STRAẞE@example.com',
      '877f20e10f9eeef55d06f5b4e9f609e0345e4cffd43db5cccd905a0a9d848047',
    ],
    [
      'with a final sigma',
      'ΣΣ@example.com',
      '5b2bd6e19e4cdc1fd553e0101b960124f7753056065b7c5a144498c7f34e6185',
    ],
    [
      'with a composed é',
      '\u00c9@example.com',
      'f9b88c2435e5e8bfc2e25ff3716f6f22852c715f6cc6402b574a8bb597b68859',
    ],
    [
      'with a combining é, which is not composed and so another one',
      'E\u0301@example.com',
      'df6ea88b1372b36da538b3761eb0117416134a293a131bf058d169e6a0a332f4',
    ],
  ])('%s', (_, email, hash) => {
    expect(hashEmail(email)).toBe(hash);
  });

  it.each(['\u200b', '\u00ad', '\u2060', '\u180e'])(
    'but %j is not white space to JavaScript and stays',
    (mark) => {
      expect(normalizeEmail(`${mark}mila@example.com`)).toBe(`${mark}mila@example.com`);
      expect(hashEmail(`${mark}mila@example.com`)).not.toBe(MILA);
    },
  );

  it('normalising twice is normalising once, and the hash is 64 hex in lower case, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const once = normalizeEmail(text);
        expect(normalizeEmail(once)).toBe(once);
        expect(hashEmail(text)).toMatch(/^[0-9a-f]{64}$/);
      }),
    );
  });
});

describe('an email can be one', () => {
  it.each([
    'a@b',
    ' Mila@Example.com ',
    'o.f+tag@sub.example.co',
    '"odd"@example.com',
    'ä@ü.example',
    'a@b'.padStart(254, 'x'),
  ])('when it is %j', (email) => expect(isUsableEmail(email)).toBe(true));

  it.each([
    '',
    ' ',
    '@',
    'a@',
    '@b',
    'no-at',
    'a@b@c',
    'a b@c',
    'a@b\u00a0c',
    'a@b\nc',
    `${'x'.repeat(253)}@b`,
  ])('not when it is %j', (email) => expect(isUsableEmail(email)).toBe(false));
});

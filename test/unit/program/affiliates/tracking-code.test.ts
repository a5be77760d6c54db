// Tracking codes, and how an affiliate's address and name are kept.
import { normalisedEmail } from '#platform/values/email.js';
import { normalisedFirstName } from '#program/affiliates/affiliate.fields.js';
import { makeTrackingCode, toTrackingCode } from '#program/affiliates/tracking-code.js';

describe('tracking codes', () => {
  it('are ten characters of base32 when we make them, each time others', () => {
    const codes = Array.from({ length: 1000 }, makeTrackingCode);
    for (const code of codes) expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{10}$/);
    expect(new Set(codes).size).toBe(1000);
    expect(new Set(codes.join(''))).toHaveProperty('size', 32);
  });

  it('are kept in lower case', () => {
    expect(toTrackingCode('Mila-Novak_1')).toBe('mila-novak_1');
    expect(toTrackingCode('a'.repeat(64))).toBe('a'.repeat(64));
  });

  it.each(['', 'ab', 'a'.repeat(65), 'a b c', 'abc\n', 'abc\u0000', 'äbc', 'abc/..', 'ſtu', 'K\u212Aabc'])(
    'are never %j',
    (text) => {
      expect(toTrackingCode(text)).toBeNull();
    },
  );
});

describe('affiliates', () => {
  it('are named by their address, trimmed and in lower case', () => {
    expect(normalisedEmail(' Mila.Novak@Example.COM\t')).toBe('mila.novak@example.com');
  });

  it.each([undefined, null, '', '  '])('have no first name when %j was sent', (text) => {
    expect(normalisedFirstName(text)).toBeNull();
  });
});

// Codes of an app are those of RFC 6238, and recovery codes are read as people type them.
import { makeRecoveryCodes, recoveryCodeHash } from '#accounts/two-factor/recovery-code.js';
import { makeTotpSecret, stepOfCode, toldSecret, totpCode } from '#accounts/two-factor/totp.js';

/** The RFC's own, cut to six digits. */
const RFC_SECRET = Buffer.from('12345678901234567890');

it.each([
  [59, '287082'],
  [1111111109, '081804'],
  [1234567890, '005924'],
  [2000000000, '279037'],
])('at %i s the code is %s', (seconds, code) => {
  expect(stepOfCode(RFC_SECRET, code, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

it('a code of the step before or after says which step it is of', () => {
  const at = (seconds: number) => stepOfCode(RFC_SECRET, '287082', new Date(seconds * 1000)); // of step 1
  expect([0, 29, 30, 89, 90].map(at)).toEqual([1, 1, 1, 1, null]);
});

it.each([
  ['123 456', '123456'],
  [' 123456 ', '123456'],
  ['12345', null],
  ['1234567', null],
  ['١٢٣٤٥٦', null],
  ['12345a', null],
])('"%s" is typed: %s', (typed, code) => {
  expect(totpCode(typed)).toBe(code);
});

it('a secret has 160 bits and is another each time', () => {
  expect(makeTotpSecret()).toHaveLength(20);
  expect(makeTotpSecret()).not.toEqual(makeTotpSecret());
  const { secret } = toldSecret(RFC_SECRET, { issuer: 'RefCampaign', label: 'ada@example.com' });
  expect(secret).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
});

it('of recovery codes each has 75 bits: 15 letters of 32', () => {
  const codes = makeRecoveryCodes();
  expect(new Set(codes).size).toBe(10);
  const letters = new Set(Array.from({ length: 20 }, makeRecoveryCodes).flat().join('').replaceAll('-', ''));
  expect(letters.size).toBe(32);
});

it('case, dashes, spaces and letters that look like digits do not matter, anything else does', () => {
  const wanted = recoveryCodeHash('01abc-defgh-jkmnp');
  for (const typed of ['01ABCDEFGHJKMNP', ' 01abc defgh jkmnp', 'o1abc-defgh-jkmnp', 'Olabc-defgh-jkmnp'])
    expect(recoveryCodeHash(typed)).toEqual(wanted);
  expect(recoveryCodeHash('01abc-defgh-jkmnq')).not.toEqual(wanted);
  for (const typed of [
    '',
    '123456',
    '01abc-defgh-jkmn',
    '01abc-defgh-jkmnpp',
    '01abc_defgh_jkmnp',
    'üüüüü-üüüüü-üüüüü',
  ])
    expect(recoveryCodeHash(typed)).toBeNull();
});

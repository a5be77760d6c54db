// What is encrypted with SECRET_KEY comes back under the same key and name alone, and a wrong key is told from damage.
import { inspect } from 'node:util';
import { loadConfig } from '#config.js';
import { SecretBox, SecretKeyMissing } from '#platform/secrets/secret-box.js';

const KEY = Buffer.alloc(32, 1);
const boxWith = (SECRET_KEY?: string) => new SecretBox(loadConfig(SECRET_KEY ? { SECRET_KEY } : {}));
const box = boxWith(KEY.toString('base64'));
const SECRET = Buffer.from('the secret of an app');

it('what was sealed opens for whom it was sealed, however the key is written down', () => {
  const sealed = box.seal(SECRET, 'totp:ada');
  for (const text of [KEY.toString('base64'), KEY.toString('hex'), KEY.toString('base64url')])
    expect(boxWith(text).open(sealed, 'totp:ada')).toEqual(SECRET);
  expect(sealed.includes(SECRET)).toBe(false);
  expect(box.seal(SECRET, 'totp:ada')).not.toEqual(sealed);
});

it('for another person, or another purpose, it does not', () => {
  const sealed = box.seal(SECRET, 'totp:ada');
  for (const owner of ['totp:grace', 'other:ada', ''])
    expect(() => box.open(sealed, owner)).toThrow(/damaged/);
});

it('a byte that was changed anywhere is found', () => {
  const sealed = box.seal(SECRET, 'totp:ada');
  for (let at = 0; at < sealed.length; at++) {
    const changed = Buffer.from(sealed);
    changed[at]! ^= 1;
    expect(() => box.open(changed, 'totp:ada')).toThrow();
  }
  expect(() => box.open(sealed.subarray(0, 20), 'totp:ada')).toThrow(/damaged/);
  expect(() => box.open(Buffer.alloc(0), 'totp:ada')).toThrow(/damaged/);
});

it('another key is told from damage, and so is none', () => {
  const sealed = box.seal(SECRET, 'totp:ada');
  const other = boxWith('ab'.repeat(32));
  expect(() => other.open(sealed, 'totp:ada')).toThrow(new SecretKeyMissing('other'));
  const none = boxWith();
  expect([box.isOn, none.isOn]).toEqual([true, false]);
  for (const use of [
    () => none.open(sealed, 'totp:ada'),
    () => none.seal(SECRET, 'totp:ada'),
    () => none.derive('anything', 32),
  ])
    expect(use).toThrow(new SecretKeyMissing('none'));
});

it('keys for two purposes are two', () => {
  expect(box.derive('one', 32)).not.toEqual(box.derive('other', 32));
  expect(box.derive('one', 32)).toEqual(box.derive('one', 32));
  expect(box.derive('one', 32)).not.toEqual(KEY);
});

it('the key shows itself to nothing that prints', () => {
  const config = loadConfig({ SECRET_KEY: KEY.toString('hex') });
  for (const text of [inspect(config, { depth: 9 }), JSON.stringify(config), inspect(box, { depth: 9 })])
    for (const form of ['hex', 'base64'] as const)
      expect(text).not.toContain(KEY.toString(form).slice(0, 20));
});

it.each(['hunter2', 'ab'.repeat(31), Buffer.alloc(31).toString('base64'), `${'A'.repeat(43)}==`])(
  'what is no key of 32 bytes refuses the start, and is not repeated: %s',
  (SECRET_KEY) => {
    expect(() => loadConfig({ SECRET_KEY })).toThrow(/SECRET_KEY must be 32 bytes as base64 or hex$/);
  },
);

// Passwords: what may be one, and how they are kept.
import { hashPassword, isOutdated, isPassword, passwordIssues } from '#accounts/people/password.js';

it.each([
  ['elevenchars', 'must be at least 12 characters long'],
  ['🔑🔑🔑🔑🔑🔑', 'must be at least 12 characters long'],
  ['Qwerty123456', 'is one of the commonest; take another'],
])('%s is refused: %s', (password, message) => {
  expect(passwordIssues(password, 'password')).toEqual([{ path: ['password'], message }]);
});

it.each(['twelve chars', '            .', 'correct horse battery staple', 'ünïcödé wörds', 'x'.repeat(1000)])(
  '%s may be one: there are no other rules',
  (password) => {
    expect(passwordIssues(password, 'password')).toEqual([]);
  },
);

it('is kept with salt and parameters, and is the one that it was, however its letters are composed', async () => {
  const stored = await hashPassword('Zoë und der Käfer', 'here');
  expect(stored).toMatch(/^\$scrypt\$ln=15,r=8,p=3\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
  expect(await isPassword('Zoë und der Käfer'.normalize('NFD'), stored, 'here')).toBe(true);
  expect(await isPassword('zoë und der käfer', stored, 'here')).toBe(false);
  expect(isOutdated(stored)).toBe(false);
  expect(isOutdated(stored.replace('ln=15', 'ln=14'))).toBe(true);
});

it('nothing is the password of who has none', async () => {
  expect(await isPassword('', null, 'here')).toBe(false);
});

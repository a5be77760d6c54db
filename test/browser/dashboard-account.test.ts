// What is a person's own: name, language, time zone, password, and the browsers in which they are signed in.
import { addSession, PASSWORD } from '../support/people.js';
import { useDashboard } from './support/dashboard.js';

const dashboard = useDashboard();
const FRESH = 'seven quiet lighthouses in fog';

it('name, language and time zone are changed, and everything is in them at once', async () => {
  const { owner } = await dashboard.shop();
  const page = await dashboard.open(owner);
  await page.goto(dashboard.at('/account'));
  await page.getByLabel('Name').fill('Grace Hopper');
  await page.getByLabel('Time zone').selectOption('Africa/Dakar');
  await page.locator('form').getByLabel('Language').selectOption('fr');
  await page.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Enregistré.').waitFor();
  await page.getByRole('button', { name: 'Compte : Grace Hopper' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('fr');
  await page.getByText('Firefox sous Linux', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Commandes' }).click();
  await page.getByText('Heure de Africa/Dakar').waitFor();
});

it('a wrong password of now is said beside its field; a right one ends all other sessions', async () => {
  const { owner } = await dashboard.shop();
  const elsewhere = { cookie: await addSession(dashboard.app.rows, owner.id) };
  const page = await dashboard.open(owner);
  await page.goto(dashboard.at('/account'));
  await page.getByLabel('Password now').fill('not this one');
  await page.getByLabel('New password').fill(FRESH);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('The password now is another one.').waitFor();
  await page.getByLabel('Password now').fill(PASSWORD);
  await page.getByRole('button', { name: 'Change password' }).click();
  await page.getByText('Changed. You are signed out everywhere else.').waitFor();
  expect(await page.getByLabel('New password').inputValue()).toBe('');
  await dashboard.app.api.expect('getMe', 401, { as: elsewhere });
  await dashboard.app.api.expect('signIn', 200, { body: { email: owner.email, password: FRESH } });
});

it('a session in another browser is ended from here, this one is told apart', async () => {
  const { owner } = await dashboard.shop();
  const elsewhere = { cookie: await addSession(dashboard.app.rows, owner.id) };
  const page = await dashboard.open(owner);
  await page.goto(dashboard.at('/account'));
  await page.getByText('This browser').waitFor();
  expect(await page.getByRole('button', { name: 'Sign out there: Firefox on Linux' }).count()).toBe(1);
  await page.getByRole('button', { name: 'Sign out there: Firefox on Linux' }).click();
  await page.getByText('Signed out there.').waitFor();
  await page.getByRole('button', { name: 'Sign out there: Firefox on Linux' }).waitFor({ state: 'detached' });
  await dashboard.app.api.expect('getMe', 401, { as: elsewhere });
  await dashboard.app.api.expect('getMe', 200, { as: owner.session });
});

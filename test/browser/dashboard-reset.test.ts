// A password that was forgotten: the link that lets choose another, and asking for one.
import { OPERATOR } from '#accounts/audit-log/actor.js';
import { PasswordResetsService } from '#accounts/password-resets/password-resets.service.js';
import { useDashboard } from './support/dashboard.js';

const dashboard = useDashboard();
const LONGER = 'seven quiet lighthouses in fog';

/** Where the link for a new password leads, without this installation's address. */
async function linkFor(email: string): Promise<string> {
  const resets = dashboard.app.service.app.get(PasswordResetsService, { strict: false });
  const { link } = (await resets.makeLink(email, OPERATOR))!;
  return new URL(link).pathname.replace(/^.*\/dashboard/, '') + new URL(link).hash;
}

it('a link lets choose a new password, once; one signs in with it, and is signed out everywhere else', async () => {
  const { owner } = await dashboard.shop('Northwind Coffee');
  const elsewhere = await dashboard.open(owner);
  await elsewhere.goto(dashboard.at('/'));
  await elsewhere.getByText('Northwind Coffee', { exact: true }).waitFor();
  const link = await linkFor(owner.email);
  const page = await dashboard.open(null);
  await page.goto(dashboard.at(link));
  await page.getByLabel('New password').fill('short');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByText('At least 12 characters.', { exact: true }).waitFor();
  await page.getByLabel('New password').fill(LONGER);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await page.getByRole('heading', { name: 'The password is set.' }).waitFor();
  await page.getByRole('link', { name: 'To the sign-in' }).click();
  expect(page.url()).not.toContain('rst_');
  await page.getByLabel('Email').first().fill(owner.email);
  await page.getByLabel('Password', { exact: true }).fill(LONGER);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByText('Northwind Coffee', { exact: true }).waitFor();
  await elsewhere.goto(dashboard.at('/orders'));
  await elsewhere.getByRole('heading', { name: 'Sign in' }).waitFor();
  const again = await dashboard.open(null);
  await again.goto(dashboard.at(link));
  await again.getByLabel('New password').fill(LONGER);
  await again.getByRole('button', { name: 'Set the password' }).click();
  await again.getByRole('heading', { name: 'This link does not work' }).waitFor();
});

it('an address without a link says what belongs there', async () => {
  const page = await dashboard.open(null);
  await page.goto(dashboard.at('/reset'));
  await page.getByRole('heading', { name: 'This address is for links to a new password' }).waitFor();
});

it('who has forgotten the password is told who makes a link, where no mail is sent', async () => {
  const page = await dashboard.open(null);
  await page.goto(dashboard.at('/'));
  await page.getByText('Forgotten your password?').click();
  await page.getByLabel('Email').last().fill('somebody@example.com');
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.getByText('This installation sends no mail.').waitFor();
});

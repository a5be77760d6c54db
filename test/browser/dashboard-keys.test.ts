// API keys: made for one thing with no more than it needs, shown once, revoked.
import type { Page } from 'playwright-core';
import { PASSWORD } from '../support/people.js';
import { switchOn } from '../support/two-factor.js';
import { until } from '../support/until.js';
import { seriousFaults, widthBeyondScreen } from './support/axe.js';
import { useDashboard } from './support/dashboard.js';

const dashboard = useDashboard();
const LONG_AGO = new Date(Date.now() - 3_600_000);

async function makeKey(page: Page, name: string) {
  await page.getByRole('button', { name: 'Make a key' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'A new key, Test' });
  await dialog.getByLabel('What is it for?').fill(name);
  return dialog;
}

it('is made with what a checkout needs, shown once, copied, and works; revoked it does not', async () => {
  const { owner } = await dashboard.shop();
  const page = await dashboard.open(owner, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(dashboard.at('/keys'));
  const dialog = await makeKey(page, 'Checkout');
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  const shown = page.getByRole('dialog', { name: 'Copy the key now' });
  const key = await shown.locator('code').innerText();
  expect(key).toMatch(/^rc_test_\w+$/);
  await shown.getByRole('button', { name: 'Copy' }).click();
  await shown.getByText('Copied').waitFor();
  await expect(page.evaluate('navigator.clipboard.readText()')).resolves.toBe(key);
  await shown.getByRole('button', { name: 'I have it' }).last().click();
  await page.getByText('never used').first().waitFor();
  expect(await page.locator('body').innerText()).not.toContain(key);
  const { api, make } = dashboard.app;
  await api.expect('recordPostback', 201, { as: key, body: make.order() });
  await api.expect('listPayouts', 200, { as: key });
  await page.getByRole('button', { name: 'Revoke Checkout' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Revoke', exact: true }).click();
  await page.getByText(/^Revoked /).waitFor();
  await until(async () => (await api.call('listPayouts', { as: key })).status === 401);
});

it('may do no more than was ticked, and nothing is no choice', async () => {
  const { owner } = await dashboard.shop();
  const page = await dashboard.open(owner);
  await page.goto(dashboard.at('/keys'));
  const dialog = await makeKey(page, 'Reports');
  await dialog.getByRole('checkbox', { name: /^Record/ }).uncheck();
  await dialog.getByRole('checkbox', { name: /^Read/ }).uncheck();
  await dialog.getByText('Choose one at least.').waitFor();
  expect(await dialog.getByRole('button', { name: 'Make a key' }).isDisabled()).toBe(true);
  await dialog.getByRole('checkbox', { name: /^Read/ }).check();
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  const key = await page.getByRole('dialog', { name: 'Copy the key now' }).locator('code').innerText();
  const { api, make } = dashboard.app;
  await api.expect('listConversions', 200, { as: key });
  await api.expect('recordPostback', 403, { as: key, body: make.order() });
});

it('of somebody who signed in long ago is made after saying who they are; what was typed stays', async () => {
  const { owner } = await dashboard.shop('Old Shop', { at: LONG_AGO });
  const page = await dashboard.open(owner);
  await page.goto(dashboard.at('/keys'));
  const dialog = await makeKey(page, 'Typed before');
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  const again = page.getByRole('dialog', { name: 'Is it still you?' });
  await again.getByLabel('Password', { exact: true }).fill('not this one');
  await again.getByRole('button', { name: 'Continue' }).click();
  await again.getByText('This is not the password of your account.').waitFor();
  await again.getByRole('button', { name: 'Cancel' }).last().click();
  await dialog.getByText('Say first that it is you: nothing was changed.').waitFor();
  expect(await dialog.getByLabel('What is it for?').inputValue()).toBe('Typed before');
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  await again.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await again.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('dialog', { name: 'Copy the key now' }).waitFor();
});

it('are not in the menu of who may not make them', async () => {
  const { owner } = await dashboard.shop('Shop of a manager', { role: 'MANAGER' });
  const page = await dashboard.open(owner);
  await page.goto(dashboard.at());
  await page.getByRole('link', { name: 'Orders' }).waitFor();
  expect(await page.getByRole('link', { name: 'API keys' }).count()).toBe(0);
  await page.goto(dashboard.at('/keys'));
  await page.getByText('Your role here is Manager.').waitFor();
  expect(await page.getByRole('button', { name: 'Make a key' }).count()).toBe(0);
});

it.each([
  ['en', 'light'],
  ['fr', 'dark'],
] as const)(
  'are for everybody: in %s, %s, on a small phone axe finds nothing serious',
  async (language, colorScheme) => {
    const { owner } = await dashboard.shop();
    await dashboard.app.api.expect('updateMe', 200, { as: owner.session, body: { language } });
    await switchOn(dashboard.app.api, owner.session, new Date());
    await dashboard.app.rows.query('update person_sessions set confirmed_at = $2 where person_id = $1', [
      owner.id,
      LONG_AGO,
    ]);
    const viewport = { width: 320, height: 640 };
    const page = await dashboard.open(owner, { viewport, colorScheme, bypassCSP: true });
    await page.goto(dashboard.at('/keys'));
    await page.locator('main li').first().waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await widthBeyondScreen(page)).toBeLessThanOrEqual(0);
    await page.locator('main button').first().click();
    await page.getByRole('dialog').waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    await page.keyboard.type('Checkout');
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('[autocomplete=current-password]').waitFor();
    expect(await widthBeyondScreen(page)).toBeLessThanOrEqual(0);
    expect(await seriousFaults(page)).toEqual([]);
  },
);

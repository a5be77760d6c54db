// Passkeys by clicking, with the authenticator that Chromium brings for tests: added, signed in by, asked for, removed.
import type { Page } from 'playwright-core';
import { seriousFaults, widthBeyondScreen } from './support/axe.js';
import { useDashboard } from './support/dashboard.js';

const dashboard = useDashboard('localhost');
const SMALL_PHONE = { width: 320, height: 640 };

/** A device with a finger on it. @returns the same, as a function that takes the finger away or puts it back */
async function plugIn(page: Page): Promise<(isThere: boolean) => Promise<void>> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
    },
  });
  return async (isUserVerified) => {
    await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified });
  };
}

async function addOne(page: Page, name: string): Promise<void> {
  await page.goto(dashboard.at('/account'));
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name', { exact: true }).last().fill(name);
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText(`${name} signs you in from now on.`).waitFor();
}

it('one is added, signs in by itself, says who one is, and is removed', async () => {
  const { owner } = await dashboard.shop();
  const page = await dashboard.open(owner);
  const finger = await plugIn(page);
  await addOne(page, 'Laptop');
  await page.getByText('not used yet').waitFor();

  await page.getByRole('button', { name: /^Account:/ }).click();
  await page.getByRole('button', { name: 'Sign out', exact: true }).click();
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click();
  await page.getByRole('button', { name: /^Account:/ }).waitFor();
  await page.goto(dashboard.at('/account'));
  await page.getByText(/last used/).waitFor();

  const long = new Date(Date.now() - 3_600_000);
  await dashboard.app.rows.query('update person_sessions set confirmed_at = $2 where person_id = $1', [
    owner.id,
    long,
  ]);
  await page.getByRole('button', { name: 'Remove Laptop' }).click();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await finger(false);
  await page.getByRole('button', { name: 'By a passkey instead' }).click();
  await page.getByText('The browser gave no passkey').waitFor();
  await finger(true);
  await page.getByRole('button', { name: 'By a passkey instead' }).click();
  await page.getByText('Removed. You are signed out everywhere else.').waitFor();
  await page.getByRole('button', { name: 'Remove Laptop' }).waitFor({ state: 'detached' });
});

it('a device that has one already is told, and makes no second', async () => {
  const { owner } = await dashboard.shop();
  const page = await dashboard.open(owner);
  await plugIn(page);
  await addOne(page, 'Laptop');
  await page.getByRole('button', { name: 'Add a passkey' }).click();
  await page.getByLabel('Name', { exact: true }).last().fill('Again');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('There is a passkey of yours in this device').waitFor();
  expect(await page.getByLabel('Name', { exact: true }).last().inputValue()).toBe('Again');
});

it('at an address of digits none is offered, at a host name it is', async () => {
  const stranger = await dashboard.open(null);
  const button = stranger.getByRole('button', { name: 'Sign in with a passkey' });
  await stranger.goto(dashboard.at('/account').replace('localhost', '127.0.0.1'));
  await stranger.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
  expect(await button.count()).toBe(0);
  await stranger.goto(dashboard.at('/account'));
  await button.waitFor();
});

it.each(['en', 'fr'] as const)('axe finds nothing serious in it on a small phone: %s', async (language) => {
  const { owner } = await dashboard.shop();
  const page = await dashboard.open(owner, { viewport: SMALL_PHONE, bypassCSP: true });
  await plugIn(page);
  await addOne(page, 'A laptop with a rather long name that has to be broken somewhere');
  await dashboard.app.api.expect('updateMe', 200, { as: owner.session, body: { language } });
  await page.reload();
  await page.locator('li strong').first().waitFor();
  const faults = await seriousFaults(page);
  await page.getByRole('button', { name: language === 'en' ? 'Add a passkey' : 'Ajouter une clé' }).click();
  await page.getByRole('dialog').waitFor();
  faults.push(...(await seriousFaults(page)));
  expect([faults, (await widthBeyondScreen(page)) > 0]).toEqual([[], false]);
});

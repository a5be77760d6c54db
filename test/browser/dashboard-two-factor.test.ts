// Two-factor sign-in by clicking: set up, asked for, done without the phone, switched off.
import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { PASSWORD, type TestPerson } from '../support/people.js';
import { codeAt, STEP_MS, switchOn } from '../support/two-factor.js';
import { seriousFaults, widthBeyondScreen } from './support/axe.js';
import { useDashboard } from './support/dashboard.js';

const dashboard = useDashboard();
const SMALL_PHONE = { width: 320, height: 640 };

/** As if it had been switched on a while ago: the code of now is still good. */
async function withApp(owner: TestPerson) {
  const app = await switchOn(dashboard.app.api, owner.session, new Date());
  await dashboard.app.rows.query('update two_factor set last_step = last_step - 9 where person_id = $1', [
    owner.id,
  ]);
  return app;
}

async function signInWith(page: Page, email: string): Promise<void> {
  await page.goto(dashboard.at('/account'));
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

it('an app is set up with the secret that is shown, and the recovery codes are kept', async () => {
  const { owner } = await dashboard.shop();
  const page = await dashboard.open(owner);
  await page.goto(dashboard.at('/account'));
  await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
  await page.getByRole('img', { name: 'QR code of the secret' }).waitFor();
  const secret = await page.getByRole('dialog').locator('pre').innerText();
  await page.getByLabel('Code of the app').fill('12 34 5');
  await page.getByRole('button', { name: 'Switch on' }).click();
  await page.getByText('This code is wrong').waitFor();
  await page.getByLabel('Code of the app').fill(codeAt(secret, new Date()));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Recovery codes' }).waitFor();
  const codes = (await page.getByRole('dialog').locator('pre').innerText()).split('\n');
  const downloading = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const file = await readFile(await (await downloading).path(), 'utf8');
  expect(codes).toHaveLength(10);
  for (const code of [...codes, owner.email]) expect(file).toContain(code);
  await page.getByRole('button', { name: 'I have kept them' }).last().click();
  await page.getByText('Two-factor sign-in is on. You are signed out everywhere else.').waitFor();
  await page.getByText('10 recovery codes left').waitFor();
  const body = { email: owner.email, password: PASSWORD };
  await dashboard.app.api.expect('signIn', 401, { body });
  await dashboard.app.api.expect('signIn', 200, { body: { ...body, code: codes[0]! } });
});

it('signing in asks for the code in a second step, and what was typed stays', async () => {
  const { owner } = await dashboard.shop();
  const { secret } = await withApp(owner);
  const page = await dashboard.open(null);
  await signInWith(page, owner.email);
  const field = page.getByLabel('Code of the app');
  await field.waitFor();
  expect(await page.evaluate('document.activeElement.autocomplete')).toBe('one-time-code');
  await page.getByRole('button', { name: 'Back' }).click();
  expect(await page.getByLabel('Email').inputValue()).toBe(owner.email);
  expect(await page.getByLabel('Password', { exact: true }).inputValue()).toBe(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await field.fill('000000');
  await page.keyboard.press('Enter');
  await page.getByText('This code is wrong').waitFor();
  await field.fill(codeAt(secret, new Date(Date.now() + STEP_MS)));
  await page.keyboard.press('Enter');
  await page.getByText('This browser').waitFor();
});

it('without the phone a recovery code lets in, and a wrong one is called one', async () => {
  const { owner } = await dashboard.shop();
  const { recoveryCodes } = await withApp(owner);
  const page = await dashboard.open(null);
  await signInWith(page, owner.email);
  await page.getByRole('button', { name: 'Use a recovery code instead' }).click();
  await page.getByLabel('Recovery code').fill('not-a-code');
  await page.keyboard.press('Enter');
  await page.getByText('This recovery code is wrong, or was used before. Take another one.').waitFor();
  await page.getByLabel('Recovery code').fill(recoveryCodes[0]!.toUpperCase());
  await page.keyboard.press('Enter');
  await page.getByText('9 recovery codes left').waitFor();
});

it('new recovery codes are made once somebody has said that the old ones may go', async () => {
  const { owner } = await dashboard.shop();
  const { recoveryCodes } = await withApp(owner);
  const page = await dashboard.open(owner);
  await page.goto(dashboard.at('/account'));
  await page.getByRole('button', { name: 'New recovery codes …' }).click();
  const asked = page.getByRole('dialog', { name: 'Make new recovery codes?' });
  await asked.getByText('Those that you have kept are no longer good').waitFor();
  await page.keyboard.press('Escape');
  const body = { email: owner.email, password: PASSWORD, code: recoveryCodes[0]! };
  await dashboard.app.api.expect('signIn', 200, { body });
  await page.getByRole('button', { name: 'New recovery codes …' }).click();
  await asked.getByRole('button', { name: 'Make new codes' }).click();
  await page.getByRole('dialog', { name: 'Recovery codes' }).waitFor();
  await dashboard.app.api.expect('signIn', 401, { body: { ...body, code: recoveryCodes[1]! } });
});

it('whoever is asked who they are may answer with a code; then it is switched off', async () => {
  const { owner } = await dashboard.shop();
  const { secret } = await withApp(owner);
  const long = new Date(Date.now() - 3_600_000);
  await dashboard.app.rows.query('update person_sessions set confirmed_at = $2 where person_id = $1', [
    owner.id,
    long,
  ]);
  const page = await dashboard.open(owner);
  await page.goto(dashboard.at('/account'));
  await page.getByRole('button', { name: 'Switch off …' }).click();
  await page.getByRole('button', { name: 'Switch off', exact: true }).click();
  await page.getByRole('button', { name: 'By a code of the app instead' }).click();
  await page.getByLabel('Code of the app').fill(codeAt(secret, new Date()));
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByText('Two-factor sign-in is off. You are signed out everywhere else.').waitFor();
  await page.getByRole('button', { name: 'Set up an authenticator app' }).waitFor();
  await dashboard.app.api.expect('signIn', 200, { body: { email: owner.email, password: PASSWORD } });
});

it('where the installation is known by an IP address, the account says why there are no passkeys', async () => {
  const { owner } = await dashboard.shop();
  const page = await dashboard.open(owner);
  await page.goto(dashboard.at('/account'));
  await page.getByText('This installation is known by an IP address').waitFor();
  expect(await page.getByRole('button', { name: 'Add a passkey' }).count()).toBe(0);
});

it.each([
  ['English, dark', 'en', { colorScheme: 'dark' }, /Set up an auth/, 'Sign in'],
  ['French, light', 'fr', { colorScheme: 'light' }, /Configurer une/, 'Se connecter'],
] satisfies [string, 'en' | 'fr', BrowserContextOptions, RegExp, string][])(
  'axe finds nothing serious in any of it on a small phone: %s',
  async (_, language, options, setUp, signIn) => {
    const { owner } = await dashboard.shop(undefined, {});
    await dashboard.app.api.expect('updateMe', 200, { as: owner.session, body: { language } });
    const how = { ...options, locale: language, viewport: SMALL_PHONE, bypassCSP: true };
    const page = await dashboard.open(owner, how);
    const faults: string[] = [];
    const look = async (at: Page) => {
      faults.push(...(await seriousFaults(at)));
      expect(await widthBeyondScreen(at)).toBeLessThanOrEqual(0);
    };
    await page.goto(dashboard.at('/account'));
    await page.getByRole('button', { name: setUp }).click();
    await page.getByRole('img').waitFor();
    await look(page);
    const secret = await page.getByRole('dialog').locator('pre').innerText();
    await page.locator('[autocomplete=one-time-code]').fill(codeAt(secret, new Date()));
    await page.keyboard.press('Enter');
    await page.getByRole('dialog').locator('pre', { hasText: '\n' }).waitFor();
    await look(page);
    const stranger = await dashboard.open(null, how);
    await stranger.goto(dashboard.at());
    await stranger.locator('[type=email]').fill(owner.email);
    await stranger.locator('[autocomplete=current-password]').fill(PASSWORD);
    await stranger.getByRole('button', { name: signIn, exact: true }).click();
    await stranger.locator('[autocomplete=one-time-code]').waitFor();
    await look(stranger);
    expect(faults).toEqual([]);
  },
);

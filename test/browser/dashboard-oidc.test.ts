// Signing in by the provider, through its own page: with an invitation, again, the first time with a password, and to say who one is.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { freePort } from '../support/free-port.js';
import { unique } from '../support/makers.js';
import { PASSWORD, type TestPerson } from '../support/people.js';
import { SignInProvider } from '../support/sign-in-provider.js';
import { codeAt, STEP_MS, switchOn } from '../support/two-factor.js';
import { seriousFaults, widthBeyondScreen } from './support/axe.js';
import { useDashboard } from './support/dashboard.js';

let provider: SignInProvider;
const dashboard = useDashboard('127.0.0.1', async () => {
  // The provider leads back to PUBLIC_URL: it has to be where the service is.
  const port = await freePort();
  const PUBLIC_URL = `http://127.0.0.1:${port}`;
  provider = await SignInProvider.start([PUBLIC_URL]);
  return { ...provider.environment, OIDC_NAME: 'Example ID', PORT: String(port), PUBLIC_URL };
});
afterAll(() => provider.close());
afterEach(() => provider.behave());

const SMALL_PHONE = { width: 320, height: 640 };
const continueWith = (page: Page) =>
  page.getByRole('button', { name: /^(Continue with|Continuer avec) Example ID$/ });

/** Somebody at the provider. @returns what they type there */
function known(email: string): string {
  const login = `sub-${unique()}`;
  provider.people.set(login, { email, email_verified: true, name: 'Grace Hopper' });
  return login;
}

async function signInThere(page: Page, login: string): Promise<void> {
  await page.locator('[name=login]').fill(login);
  await page.locator('[name=password]').fill('anything');
  await page.locator('[type=submit]').click();
}

async function longAgo({ id }: Pick<TestPerson, 'id'>): Promise<void> {
  await dashboard.app.rows.query(
    `update person_sessions set confirmed_at = now() - interval '1 hour' where person_id = $1`,
    [id],
  );
}

it('a link of invitation is accepted without a password; afterwards one comes in at the page that was asked for', async () => {
  const merchant = await dashboard.app.make.merchant('Northwind Coffee');
  await dashboard.app.make.link(merchant.test);
  const login = known(`${unique()}@example.com`);
  const page = await dashboard.open(null);
  await page.goto(dashboard.at(await dashboard.invite(merchant.id)));
  await continueWith(page).click();
  await signInThere(page, login);
  await page.getByRole('heading', { name: 'Waiting for your first order' }).waitFor();
  expect(page.url()).not.toMatch(/oidc|inv_|code=/);
  const kept = await page.evaluate<string>(
    'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, history.state])',
  );
  expect(kept).not.toMatch(/inv_|rc_oidc/);
  await page.context().clearCookies({ name: 'rc_session' });
  await page.goto(dashboard.at('/account?mode=test'));
  await continueWith(page).click(); // the provider remembers
  await page.getByText('It is your only way in. Set a password first.').waitFor();
  await page.getByText('You have no password here').waitFor();
  expect(new URL(page.url()).search).toContain('mode=test');
});

it('the first time, an account with a password is asked for it, and for the code; a wrong one is told', async () => {
  const { owner } = await dashboard.shop();
  const { secret } = await switchOn(dashboard.app.api, owner.session, new Date());
  const page = await dashboard.open(null);
  await page.goto(dashboard.at('/orders'));
  await continueWith(page).click();
  await signInThere(page, known(owner.email));
  await page.getByRole('heading', { name: 'Your password, this once' }).waitFor();
  await page.getByText('Came with the wrong account? Sign out of Example ID in this browser').waitFor();
  await page.getByRole('link', { name: 'Begin again' }).waitFor();
  await page.getByLabel('Password', { exact: true }).fill('not my password');
  await page.keyboard.press('Enter');
  await page.getByText('This is not the password of your account.').waitFor();
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByLabel('Code of the app').fill('000000');
  await page.keyboard.press('Enter');
  await page.getByText('This code is wrong').waitFor();
  await page.getByLabel('Code of the app').fill(codeAt(secret, new Date(Date.now() + STEP_MS)));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Orders', exact: true }).waitFor();
  expect(new URL(page.url()).pathname).toBe('/dashboard/orders');
});

it('who has no password says in a window of the provider who they are, and what was typed stays and is sent', async () => {
  const { merchant } = await dashboard.shop();
  const ada = await dashboard.app.make.person(merchant.id);
  const login = known(ada.email);
  const page = await dashboard.open(ada);
  await page.goto(dashboard.at('/account'));
  await page.getByRole('button', { name: 'Link with Example ID' }).click();
  await signInThere(page, login);
  await page.getByText('Linked', { exact: true }).waitFor();
  await longAgo(ada);
  await page.goto(dashboard.at('/keys'));
  await page.getByRole('button', { name: 'Make a key' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What is it for?').fill('Checkout');
  await dialog.getByRole('button', { name: 'Make a key' }).click();
  await page.getByRole('heading', { name: 'Is it still you?' }).waitFor();
  expect(await page.getByLabel('Password', { exact: true }).count()).toBe(0);
  const opening = page.waitForEvent('popup');
  await continueWith(page).click();
  const beside = await opening;
  await page.getByText('Go on in the window of Example ID.').waitFor();
  const closed = beside.waitForEvent('close');
  await signInThere(beside, login);
  await closed;
  await page
    .getByText(/rc_(test|live)_\w+/)
    .first()
    .waitFor();
});

it('whoever goes away there is told, and where the provider is away, too; the dashboard is not', async () => {
  const page = await dashboard.open(null);
  await page.goto(dashboard.at('/orders'));
  await continueWith(page).click();
  await page.getByRole('link', { name: /cancel/i }).click();
  await page.getByText('You went away from there before it was finished.').waitFor();
  await page.getByRole('link', { name: 'Begin again' }).click();
  await continueWith(page).waitFor();
  const body = JSON.stringify({
    success: false,
    error: { code: 'SERVICE_UNAVAILABLE', reason: 'PROVIDER_AWAY', details: [] },
  });
  await page.route('**/oidc/start', (route) =>
    route.fulfill({ status: 503, contentType: 'application/json', body }),
  );
  await continueWith(page).click();
  await page.getByText('The way there is away at the moment.').waitFor();
  expect(await page.getByText('No connection to the service.').isVisible()).toBe(false);
});

it('an address that somebody made up leads to no other site, and says nothing of its own', async () => {
  const { owner } = await dashboard.shop();
  const page = await dashboard.open(owner);
  for (const hash of [
    'for=sign-in&to=//evil.example',
    'for=link&to=https://evil.example',
    'failed=<b>Call 555</b>',
  ]) {
    await page.goto(dashboard.at(`/oidc#${hash}`));
    await page.getByRole('heading', { name: 'That did not work' }).waitFor();
    expect(await page.getByText('555').count()).toBe(0);
    await page.getByRole('link', { name: 'Begin again' }).click();
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
    await page.goto('about:blank');
  }
});

it.each([
  ['English, dark', 'en', { colorScheme: 'dark' }],
  ['French, light', 'fr', { colorScheme: 'light' }],
] satisfies [string, 'en' | 'fr', BrowserContextOptions][])(
  'axe finds nothing serious in any of it on a small phone: %s',
  async (_, language, options) => {
    const { owner } = await dashboard.shop();
    await dashboard.app.api.expect('updateMe', 200, { as: owner.session, body: { language } });
    const how = { ...options, locale: language, viewport: SMALL_PHONE, bypassCSP: true };
    const faults: string[] = [];
    const look = async (at: Page) => {
      faults.push(...(await seriousFaults(at)));
      expect(await widthBeyondScreen(at)).toBeLessThanOrEqual(0);
    };
    const stranger = await dashboard.open(null, how);
    await stranger.goto(dashboard.at());
    await continueWith(stranger).waitFor();
    await look(stranger);
    await continueWith(stranger).click();
    await signInThere(stranger, known(owner.email));
    await stranger.locator('[autocomplete=current-password]').waitFor();
    await look(stranger);
    await stranger.locator('[autocomplete=current-password]').fill(PASSWORD);
    await stranger.keyboard.press('Enter');
    await stranger.waitForURL((url) => !url.pathname.endsWith('/oidc'));
    await stranger.goto(dashboard.at('/account'));
    await stranger.getByRole('button', { name: /^(Unlink|Délier) …$/ }).click();
    await look(stranger);
    await stranger.goto(dashboard.at('/oidc#failed=REFUSED'));
    await stranger.getByRole('heading').first().waitFor();
    await look(stranger);
    expect(faults).toEqual([]);
  },
);

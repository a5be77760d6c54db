// Where the keyboard is: on what was opened, back where one was, and never lost with what is gone.
import type { Page } from 'playwright-core';
import { addSession } from '../support/people.js';
import { until } from '../support/until.js';
import { codeAt } from '../support/two-factor.js';
import { useDashboard, type Shop } from './support/dashboard.js';

const dashboard = useDashboard();

/** What has the focus: its element, and the words of it. */
const focused = (page: Page) =>
  page.evaluate<string>(
    `document.activeElement.localName + ': ' + (document.activeElement.labels?.[0]?.innerText ?? document.activeElement.innerText)`,
  );

async function open(shop: Shop, path: string): Promise<Page> {
  const page = await dashboard.open(shop.owner);
  await page.goto(dashboard.at(path));
  return page;
}

async function record(shop: Shop, externalId: string): Promise<void> {
  const body = dashboard.app.make.order({ externalId });
  await dashboard.app.api.expect('recordPostback', 201, { as: shop.merchant.test, body });
}

describe('what is shown this once', () => {
  const ways: [
    what: string,
    path: string,
    ask: (page: Page) => Promise<void>,
    heading: string,
    done: string,
  ][] = [
    ['a key', '/keys', askForKey, 'Copy the key now', 'I have it'],
    ['the recovery codes', '/account', askForCodes, 'Recovery codes', 'I have kept them'],
    ['a link of invitation', '/members', askForLink, 'Copy the link now', 'I have it'],
  ];

  it.each(ways)(
    '%s stays, whatever key is pressed twice; its own button closes it',
    async (_, path, ask, heading, done) => {
      const page = await open(await dashboard.shop(), path);
      await ask(page);
      const dialog = page.getByRole('dialog', { name: heading });
      await dialog.waitFor();
      expect(await focused(page)).toBe(`h2: ${heading}`);
      for (const key of ['Enter', 'Space', 'Escape', 'Escape', 'Escape']) await page.keyboard.press(key);
      await dialog.getByRole('button', { name: 'Copy' }).waitFor();
      await dialog.getByRole('button', { name: done }).click();
      await dialog.waitFor({ state: 'detached' });
      expect(await focused(page)).not.toMatch(/^body/);
    },
  );

  async function askForKey(page: Page) {
    await page.getByRole('button', { name: 'Make a key' }).click();
    expect(await focused(page)).toBe('input: What is it for?');
    await page.keyboard.type('Checkout');
    await page.keyboard.press('Enter');
  }

  async function askForCodes(page: Page) {
    await page.getByRole('button', { name: 'Set up an authenticator app' }).click();
    const secret = await page.getByRole('dialog').locator('pre').innerText();
    await page.getByLabel('Code of the app').fill(codeAt(secret, new Date()));
    await page.keyboard.press('Enter');
  }

  async function askForLink(page: Page) {
    await page.getByRole('button', { name: 'Invite somebody' }).click();
    await page.keyboard.type('new@example.com');
    await page.keyboard.press('Enter');
  }
});

describe('what had the focus is gone, and the focus goes on nearby', () => {
  it('after the recovery codes, whose button is another one now: to the heading of their part', async () => {
    const page = await open(await dashboard.shop(), '/account');
    await page.getByRole('button', { name: 'Set up an authenticator app' }).press('Enter');
    const secret = await page.getByRole('dialog').locator('pre').innerText();
    await page.getByLabel('Code of the app').fill(codeAt(secret, new Date()));
    await page.keyboard.press('Enter');
    await page.getByText('10 recovery codes left').waitFor();
    await page.getByRole('button', { name: 'I have kept them' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toBe('h2: Two-factor sign-in');
  });

  it('after a key is revoked: to its entry', async () => {
    const page = await open(await dashboard.shop(), '/keys');
    const entry = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: /^Revoke/ }) });
    await entry.getByRole('button').press('Enter');
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).press('Enter');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await focused(page)).toMatch(/^li: [^]*Revoked /);
  });

  it('after another browser is signed out: to the heading above those that are left', async () => {
    const shop = await dashboard.shop();
    await addSession(dashboard.app.rows, shop.owner.id);
    const page = await open(shop, '/account');
    const end = page.getByRole('button', { name: 'Sign out there: Firefox on Linux' });
    await end.press('Enter');
    await end.waitFor({ state: 'detached' });
    await until(async () => (await focused(page)) === 'h2: Where you are signed in');
  });

  it('after what is new is shown: to the heading of the list', async () => {
    const shop = await dashboard.shop();
    await record(shop, 'first');
    const page = await open(shop, '/orders');
    await page.getByRole('link', { name: 'first' }).waitFor();
    await record(shop, 'second');
    await page.getByRole('button', { name: 'Show 1 new order' }).press('Enter');
    await page.getByRole('link', { name: 'second' }).waitFor();
    await until(async () => (await focused(page)) === 'h1: Orders');
  });
});

it('a search in Why? leaves the focus in its field, to ask for the next', async () => {
  const page = await open(await dashboard.shop(), '/why');
  const field = page.getByLabel('Order id, visit, click, code, email or customer id');
  for (const asked of ['one-thing', 'another']) {
    await field.fill(asked);
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`q=${asked}`));
    await page.getByRole('region', { name: 'The answer' }).waitFor();
    expect(await focused(page)).toMatch(/^input: Order id/);
  }
  await page.goBack();
  await page.waitForURL(/q=one-thing/);
  expect(await field.inputValue()).toBe('one-thing');
});

it('going back from an order leads to its row, in sight', async () => {
  const shop = await dashboard.shop();
  const conversions = Array.from({ length: 40 }, (_, n) =>
    dashboard.app.make.order({ externalId: `row-${n}` }),
  );
  await dashboard.app.api.expect('recordBatch', 200, { as: shop.merchant.test, body: { conversions } });
  const page = await open(shop, '/orders');
  await page.getByRole('link', { name: 'row-39' }).waitFor();
  await page.getByRole('link', { name: 'row-39' }).focus();
  for (let step = 0; step < 30; step++) await page.keyboard.press('Tab');
  const row = await focused(page);
  expect(row).toMatch(/^a: row-\d+$/);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: `Order ${row.slice(3)}` }).waitFor();
  await page.goBack();
  await until(async () => (await focused(page)) === row);
  const isInSight =
    '(() => { const { top, bottom } = document.activeElement.getBoundingClientRect(); return top >= 0 && bottom <= innerHeight; })()';
  expect(await page.evaluate(isInSight)).toBe(true);
});

it('a row that has the focus stays, however far somebody scrolls', async () => {
  const shop = await dashboard.shop();
  const conversions = Array.from({ length: 100 }, (_, n) =>
    dashboard.app.make.order({ externalId: `far-${n}` }),
  );
  await dashboard.app.api.expect('recordBatch', 200, { as: shop.merchant.test, body: { conversions } });
  const page = await open(shop, '/orders');
  await page.getByRole('link', { name: 'far-99' }).focus();
  for (let step = 0; step < 6; step++) {
    await page.mouse.wheel(0, 600);
    await page.evaluate('new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))');
  }
  expect(await page.evaluate<number>('scrollY')).toBeGreaterThan(2000);
  expect(await focused(page)).toBe('a: far-99');
});

it('who comes back from the provider with nothing done begins at the words about it', async () => {
  const page = await dashboard.open(null);
  await page.goto(dashboard.at('/oidc#for=sign-in&failed=CANCELLED&to=/account'));
  await page.getByRole('heading', { name: 'That did not work' }).waitFor();
  expect(await focused(page)).toBe('h1: That did not work');
});

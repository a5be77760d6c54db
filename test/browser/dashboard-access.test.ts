// The dashboard for everybody: read aloud, by keyboard alone, on a small phone, without motion, in both languages and in light and dark.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { PASSWORD } from '../support/people.js';
import { seriousFaults, widthBeyondScreen } from './support/axe.js';
import { useDashboard, type Shop } from './support/dashboard.js';

const dashboard = useDashboard();
const SMALL_PHONE = { width: 320, height: 640 };
let shop: Shop;
let orders: { credited: string; uncredited: string };

beforeAll(async () => {
  const { api, make } = dashboard.app;
  shop = await dashboard.shop('Northwind Coffee');
  const idOf = async (fields: Parameters<typeof make.order>[0]) => {
    const reply = await api.expect('recordPostback', 201, {
      as: shop.merchant.test,
      body: make.order(fields),
    });
    return reply.body.data.conversionId as string;
  };
  orders = {
    credited: await idOf({
      externalId: 'access-1',
      affiliateCode: shop.link.code,
      metadata: { cart: 'web-1' },
    }),
    uncredited: await idOf({ externalId: 'access-2', sessionId: 'nowhere-to-be-found' }),
  };
  await api.expect('updateMerchant', 200, { as: shop.owner.session, body: { name: 'Northwind Tea' } });
  const body = { externalId: 'access-1', amount: 100, reason: 'Returned' };
  await api.expect('refundConversion', 200, { as: shop.merchant.test, body });
});

/** Each screen, and what is on it when it is there. */
const screens = (): [path: string, ready: string][] => [
  ['?mode=test', '[role=row] a'],
  ['?mode=live', 'h2'],
  ['/orders?mode=test', '[role=row] a'],
  ['/orders?mode=test&externalId=nothing', 'h2'],
  [`/orders/${orders.credited}?mode=test`, 'ol li'],
  [`/orders/${orders.uncredited}?mode=test`, 'ol li'],
  ['/account', 'li strong'],
  ['/browser-script', 'main code'],
  ['/settings', 'main code'],
  ['/members', 'main li strong'],
  ['/audit-log', 'main li strong'],
  ['/why?kind=code&q=nothing-with-this-code', '[data-found]'],
  ['/keys', 'main li strong'],
  ['/nothing', 'h1'],
];

async function faultsOf(page: Page, path: string, ready: string): Promise<string[]> {
  await page.goto(dashboard.at(path));
  await page.locator(ready).first().waitFor();
  const wide = (await widthBeyondScreen(page)) > 0 ? ['too wide'] : [];
  return [...(await seriousFaults(page)), ...wide].map((fault) => `${path}: ${fault}`);
}

describe.each([
  ['English, light, on a wide screen', 'en', {}],
  ['English, dark, on a small phone', 'en', { colorScheme: 'dark', viewport: SMALL_PHONE }],
  ['French, light, on a small phone', 'fr', { viewport: SMALL_PHONE }],
  ['French, dark, on a wide screen', 'fr', { colorScheme: 'dark' }],
] satisfies [string, 'en' | 'fr', BrowserContextOptions][])('in %s', (_, language, options) => {
  it('axe finds nothing serious on any screen, and none is wider than what shows it', async () => {
    await dashboard.app.api.expect('updateMe', 200, { as: shop.owner.session, body: { language } });
    const page = await dashboard.open(shop.owner, { ...options, bypassCSP: true });
    const faults = [];
    for (const [path, ready] of screens()) faults.push(...(await faultsOf(page, path, ready)));
    expect(faults).toEqual([]);
  }, 300_000);

  it('nor before somebody is signed in, nor in what opens', async () => {
    const nobody = await dashboard.open(null, { ...options, bypassCSP: true, locale: language });
    const faults = await faultsOf(nobody, '', 'form');
    faults.push(...(await faultsOf(nobody, await dashboard.invite(shop.merchant.id), 'form')));
    const page = await dashboard.open(shop.owner, { ...options, bypassCSP: true });
    await page.goto(dashboard.at(`/orders/${orders.uncredited}`));
    await page.getByRole('button', { name: / …$/ }).first().click();
    await page.getByRole('dialog').waitFor();
    faults.push(...(await seriousFaults(page)));
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: /: Ada Lovelace$/ }).click();
    faults.push(...(await seriousFaults(page)));
    for (const which of ['main header button', 'main li button']) {
      await page.goto(dashboard.at('/members'));
      await page.locator(which).first().click();
      await page.getByRole('dialog').waitFor();
      faults.push(...(await seriousFaults(page)));
    }
    expect(faults).toEqual([]);
  }, 300_000);
});

describe('by keyboard alone', () => {
  /** Tab until the focus is on what has this name. */
  async function tabTo(page: Page, name: RegExp): Promise<void> {
    for (let stop = 0; stop < 60; stop++) {
      await page.keyboard.press('Tab');
      const at = await page.evaluate<string>(
        `(() => { const one = document.activeElement; return (one.ariaLabel ?? '') + ' ' + (one.labels?.[0]?.innerText ?? one.innerText ?? ''); })()`,
      );
      if (name.test(at)) return;
    }
    throw new Error(`Tab never came to ${name.source}`);
  }

  it('somebody signs in, opens an order, refunds it and is back where they were', async () => {
    const own = await dashboard.shop();
    const body = dashboard.app.make.order({ externalId: 'by-keyboard' });
    await dashboard.app.api.expect('recordPostback', 201, { as: own.merchant.test, body });
    const page = await dashboard.open(null);
    await page.goto(dashboard.at('/orders'));
    await page.getByLabel('Email').waitFor();
    await tabTo(page, /^ ?Email/);
    await page.keyboard.type(own.owner.email);
    await tabTo(page, /^ ?Password/);
    await page.keyboard.type(PASSWORD);
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'by-keyboard' }).waitFor();
    await tabTo(page, /by-keyboard/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Order by-keyboard' }).waitFor();
    // The new screen's heading is where reading goes on.
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    await tabTo(page, /Refund …/);
    await page.keyboard.press('Enter');
    await tabTo(page, /^ ?Reason/);
    await page.keyboard.type('by keyboard');
    await page.keyboard.press('Enter');
    await page.getByText('€49.90 refunded.').waitFor();
    await page.getByRole('button', { name: 'Refund …' }).waitFor({ state: 'detached' });
    expect(await page.evaluate('document.activeElement.innerText')).toBe('€49.90 refunded.');
  });

  it('the first stop skips to the content; a menu opens, closes by Escape and gives the focus back', async () => {
    const page = await dashboard.open(shop.owner);
    await dashboard.app.api.expect('updateMe', 200, { as: shop.owner.session, body: { language: 'en' } });
    await page.goto(dashboard.at('/account'));
    await page.getByText('This browser').waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.getByRole('button', { name: /^Account:/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Sign out', exact: true }).waitFor();
    await page.keyboard.press('Escape');
    expect(await page.evaluate('document.activeElement.innerText')).toContain('Account: Ada Lovelace');
  });
});

it('who wants no motion gets none', async () => {
  const page = await dashboard.open(shop.owner, { reducedMotion: 'reduce' });
  await page.goto(dashboard.at('?mode=live'));
  await page.locator('h2').waitFor();
  const moving = await page.evaluate(
    'document.getAnimations().filter((one) => one.effect.getComputedTiming().duration > 0).length',
  );
  expect(moving).toBe(0);
});

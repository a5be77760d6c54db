// What comes in between: a session that ends, a database that goes away, two people at one browser, texts made to break pages.
import type { Page } from 'playwright-core';
import { PASSWORD } from '../support/people.js';
import { useDashboard, type Shop } from './support/dashboard.js';

const dashboard = useDashboard();

async function orderOf(shop: Shop, fields: { externalId?: string; metadata?: Record<string, unknown> } = {}) {
  const body = dashboard.app.make.order({ affiliateCode: shop.link.code, ...fields });
  const reply = await dashboard.app.api.expect('recordPostback', 201, { as: shop.merchant.test, body });
  return reply.body.data.conversionId as string;
}

/** The window of a refund, with a reason typed. */
async function typeRefund(page: Page, shop: Shop) {
  await page.goto(dashboard.at(`/orders/${await orderOf(shop)}`));
  await page.getByRole('button', { name: 'Refund …' }).click();
  const dialog = page.getByRole('dialog', { name: 'Refund this order' });
  await dialog.getByLabel('Reason').fill('typed before it happened');
  return dialog;
}

const endSessions = (shop: Shop) =>
  dashboard.app.rows.query('delete from person_sessions where person_id = $1', [shop.owner.id]);

describe('a session that ends in the middle of work', () => {
  it('is begun again over the page; what was typed is there, and what was sent is sent again', async () => {
    const shop = await dashboard.shop();
    const page = await dashboard.open(shop.owner);
    const dialog = await typeRefund(page, shop);
    await endSessions(shop);
    await dialog.getByRole('button', { name: /^Refund €/ }).click();
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    expect(await again.getByLabel('Email').inputValue()).toBe(shop.owner.email);
    await again.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('€49.90 refunded.').waitFor();
    await page.getByText('Reason: \u2068typed before it happened\u2069').waitFor();
  });

  it('whoever does not come back sees nothing any more', async () => {
    const shop = await dashboard.shop('Secret Shop');
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders'));
    await page.getByText('No orders yet').waitFor();
    await endSessions(shop);
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await again.getByRole('button', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('Secret Shop');
  });

  it('is said by a bar to who is typing: no key goes astray, and nothing that is closed loses the work', async () => {
    const shop = await dashboard.shop();
    const page = await dashboard.open(shop.owner);
    const dialog = await typeRefund(page, shop);
    await endSessions(shop);
    await page.getByText('Your session has ended. What you typed is kept.').waitFor();
    await page.keyboard.type(', and after');
    const typed = () => dialog.getByLabel('Reason').inputValue();
    expect(await typed()).toBe('typed before it happened, and after');
    await page.keyboard.press('Enter');
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await again.waitFor();
    for (const key of ['Enter', 'Space', 'Escape']) await page.keyboard.press(key);
    await dialog.getByText('You are not signed in any more.').waitFor();
    expect(await again.count()).toBe(0);
    expect(await typed()).toBe('typed before it happened, and after');
    await dialog.getByRole('button', { name: /^Refund €/ }).click();
    await again.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('€49.90 refunded.').waitFor();
    expect(await page.getByText('Your session has ended.').count()).toBe(0);
  });

  it('that comes by itself begins at its heading; put aside, a bar leads back to it', async () => {
    const shop = await dashboard.shop();
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders'));
    await page.getByText('No orders yet').waitFor();
    await endSessions(shop);
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await again.waitFor();
    expect(await page.evaluate('document.activeElement.innerText')).toBe('Your session has ended');
    await page.keyboard.press('Escape');
    await again.waitFor({ state: 'detached' });
    await page.getByText('No orders yet').waitFor();
    await page.getByRole('button', { name: 'Sign in again' }).click();
    await again.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await orderOf(shop, { externalId: 'it-goes-on' });
    await page.getByRole('link', { name: 'it-goes-on' }).waitFor();
  });

  it('that the page itself finds when it is looked at again takes nothing away that is being typed', async () => {
    const shop = await dashboard.shop();
    const page = await dashboard.open(shop.owner);
    await page.clock.install();
    await page.goto(dashboard.at('/account'));
    await page.getByLabel('Name').fill('Typed before');
    await endSessions(shop);
    await page.clock.fastForward(120_000);
    await page.evaluate(`dispatchEvent(new Event('visibilitychange'))`);
    await page.getByText('Your session has ended. What you typed is kept.').waitFor();
    expect(await page.getByLabel('Name').inputValue()).toBe('Typed before');
  });

  it('somebody else who signs in there does not go on where the first one was', async () => {
    const [shop, other] = [await dashboard.shop('First Shop'), await dashboard.shop('Other Shop')];
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders'));
    await page.getByText('No orders yet').waitFor();
    await endSessions(shop);
    const again = page.getByRole('dialog', { name: 'Your session has ended' });
    await again.getByLabel('Email').fill(other.owner.email);
    await again.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await again.getByRole('button', { name: 'Sign in' }).click();
    await page.getByText('Other Shop', { exact: true }).waitFor();
    expect(await page.locator('body').innerText()).not.toContain('First Shop');
  });
});

describe('a database that goes away', () => {
  it('is said, everything stays as it is, and it goes on by itself', async () => {
    const shop = await dashboard.shop();
    await orderOf(shop, { externalId: 'before' });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders'));
    await page.getByRole('link', { name: 'before' }).waitFor();
    const bar = page.getByText('No connection to the service.');
    await dashboard.app.gate.shut();
    try {
      await bar.waitFor({ timeout: 60_000 });
      await page.getByRole('link', { name: 'before' }).waitFor();
    } finally {
      await dashboard.app.gate.open();
    }
    await bar.waitFor({ state: 'detached', timeout: 60_000 });
    await orderOf(shop, { externalId: 'after' });
    await page.getByRole('button', { name: 'Show 1 new order' }).click();
    await page.getByRole('link', { name: 'after' }).waitFor();
  });

  it('keeps what was typed, and takes it once when it is back', async () => {
    const shop = await dashboard.shop();
    const page = await dashboard.open(shop.owner);
    const dialog = await typeRefund(page, shop);
    const refund = dialog.getByRole('button', { name: /^Refund €/ });
    await dashboard.app.gate.shut();
    try {
      await refund.click();
      await dialog.getByRole('alert').waitFor({ timeout: 60_000 });
    } finally {
      await dashboard.app.gate.open();
    }
    await page.getByText('No connection to the service.').waitFor({ state: 'detached', timeout: 60_000 });
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('typed before it happened');
    await refund.click();
    await page.getByText('€49.90 refunded.').waitFor();
  });

  it('at the first look is waited for, without a fault on the screen', async () => {
    const shop = await dashboard.shop('Waiting Shop');
    const page = await dashboard.open(shop.owner);
    await dashboard.app.gate.shut();
    try {
      await page.goto(dashboard.at());
      await page.getByText('No connection to the service.').waitFor({ timeout: 60_000 });
    } finally {
      await dashboard.app.gate.open();
    }
    await page.getByText('Waiting Shop', { exact: true }).waitFor({ timeout: 60_000 });
  });
});

describe('texts made to break pages', () => {
  const HOSTILE = [
    `<img src=x onerror="alert(1)"><script>alert(2)</script>`,
    `"><svg/onload=alert(3)>' {{7*7}} \${7*7}`,
    'שלום \u202e gnp.exe مرحبا',
    '👩‍👩‍👧‍👦 ﷽ Z͑ͫ̓a̴l̷g̸o \u0000'.replace('\u0000', ''),
    `javascript:alert(4)//${'a'.repeat(200)}`,
  ];

  it.each(HOSTILE.map((text) => [text]))('%s is shown as the text that it is', async (text) => {
    const shop = await dashboard.shop(text.slice(0, 90), { name: text.slice(0, 90) });
    const id = await orderOf(shop, { externalId: text, metadata: { [text.slice(0, 60)]: text } });
    const body = { externalId: text, amount: 100, reason: text };
    await dashboard.app.api.expect('refundConversion', 200, { as: shop.merchant.test, body });
    const page = await dashboard.open(shop.owner);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.message());
      void dialog.dismiss();
    });
    await page.goto(dashboard.at('/orders'));
    await page.getByRole('link', { name: text }).waitFor();
    await page.goto(dashboard.at(`/orders?externalId=${encodeURIComponent(text)}`));
    await page.getByRole('link', { name: text }).click();
    await page.waitForURL(new RegExp(id));
    await page.getByText(`Reason: \u2068${text}\u2069`).waitFor();
    expect(await page.locator('main img, main script, main svg[onload]').count()).toBe(0);
    expect(
      await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth'),
    ).toBeLessThanOrEqual(0);
    expect(asked).toEqual([]);
  });
});

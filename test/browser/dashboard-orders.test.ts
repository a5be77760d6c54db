// Orders as people watch them: the first one, new ones, filters in the address, a long list, the file, and one order's whole story.
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { components } from '#generated/schema.js';
import { unique } from '../support/makers.js';
import { readCsv } from '../support/read-csv.js';
import { useDashboard, type Shop } from './support/dashboard.js';

type Body = components['schemas']['RecordPostbackBody'];

const dashboard = useDashboard();

async function record(shop: Shop, fields: Partial<Body> = {}): Promise<string> {
  const { api, make } = dashboard.app;
  const order = make.order(fields);
  const { body } = await api.expect('recordPostback', 201, { as: shop.merchant.test, body: order });
  return body.data.conversionId as string;
}

const rows = (page: Page) => page.getByRole('row').filter({ has: page.getByRole('cell') });

describe('the first order', () => {
  it('is waited for with the call to paste, and appears by itself', async () => {
    const shop = await dashboard.shop();
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at());
    const call = await page.getByLabel('The call that reports an order').locator('code').innerText();
    expect(call).toContain('http://127.0.0.1:3000/api/v1/conversions/postback');
    expect(call).toContain(`"affiliateCode":"${shop.link.code}"`);
    const body = JSON.parse(/-d '(.*)'$/m.exec(call)?.[1] as string) as Body;
    await dashboard.app.api.expect('recordPostback', 201, { as: shop.merchant.test, body });
    await page.getByText(`Your first order is here: \u2068${body.externalId}\u2069`).waitFor();
    await page.getByRole('link', { name: 'See why it was credited' }).click();
    await page.getByText('A code needs no click: it decides.').waitFor();
  });

  it('in live mode nobody is asked to invent one', async () => {
    const shop = await dashboard.shop();
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('?mode=live'));
    await page.getByText('This is live data').waitFor();
    expect(await page.getByLabel('The call that reports an order').count()).toBe(0);
    await page.getByText('Live data: real orders.').waitFor();
  });
});

describe('the list', () => {
  it('shows what is new behind a button, and moves no row by itself', async () => {
    const shop = await dashboard.shop();
    await record(shop, { externalId: 'first' });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders'));
    await rows(page).first().waitFor();
    for (const externalId of ['second', 'third']) await record(shop, { externalId });
    const button = page.getByRole('button', { name: 'Show 2 new orders' });
    await button.waitFor();
    expect(await rows(page).count()).toBe(1);
    await button.click();
    await page.getByRole('link', { name: 'third' }).waitFor();
    expect(await rows(page).count()).toBe(3);
    expect(await rows(page).first().innerText()).toContain('third');
  });

  it('mends a row where it stands when its order is refunded', async () => {
    const shop = await dashboard.shop();
    await record(shop, { externalId: 'given-back' });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders'));
    await rows(page).first().waitFor();
    const body = { externalId: 'given-back' };
    await dashboard.app.api.expect('refundConversion', 200, { as: shop.merchant.test, body });
    await page.getByText('Refunded', { exact: true }).waitFor();
  });

  it('of hundreds has only the rows in sight in the page, and goes on to the last', async () => {
    const shop = await dashboard.shop();
    const { api, make } = dashboard.app;
    for (let batch = 0; batch < 2; batch++) {
      const conversions = Array.from({ length: 100 }, (_, n) =>
        make.order({ externalId: `many-${batch}-${n}` }),
      );
      await api.expect('recordBatch', 200, { as: shop.merchant.test, body: { conversions } });
    }
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders'));
    await rows(page).first().waitFor();
    const end = page.getByText('200 orders', { exact: true });
    for (let step = 0; step < 40 && !(await end.isVisible()); step++) {
      await page.mouse.wheel(0, 3000);
      await page.evaluate(
        'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))',
      );
    }
    await end.waitFor();
    expect(await rows(page).count()).toBeLessThan(60);
    expect(await page.getByRole('table').getAttribute('aria-rowcount')).toBe('201');
  });

  it('is never that of the other mode', async () => {
    const shop = await dashboard.shop();
    await record(shop, { externalId: 'only-a-test' });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders'));
    await page.getByRole('link', { name: 'only-a-test' }).waitFor();
    await page.getByRole('radio', { name: 'Live' }).check();
    await page.getByText('No orders yet').waitFor();
    expect(page.url()).toContain('mode=live');
  });
});

describe('the sums', () => {
  it('are those of the filter, each currency by itself, and follow what comes', async () => {
    const shop = await dashboard.shop();
    await record(shop, { affiliateCode: shop.link.code, amount: 4990 });
    await record(shop, { amount: 1200, currency: 'JPY' });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders'));
    const sums = page.getByRole('region', { name: 'Sums' });
    await sums.getByText('50% credited').waitFor();
    for (const text of ['€49.90', 'JP¥1,200', '€4.99']) await sums.getByText(text).waitFor();
    await page.getByLabel('Credited', { exact: true }).selectOption('ATTRIBUTED');
    await sums.getByText('100% credited').waitFor();
    await record(shop, { affiliateCode: shop.link.code, amount: 1010 });
    await sums.getByText('€60.00').waitFor();
  });

  it('of today are on the overview', async () => {
    const shop = await dashboard.shop();
    await record(shop, { amount: 100 });
    await record(shop, { amount: 100, isSynthetic: true });
    await record(shop, { amount: 5000, occurredAt: new Date(Date.now() - 3 * 86_400_000).toISOString() });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at());
    const sums = page.getByRole('region', { name: 'Sums' });
    await sums.getByText('€1.00').waitFor();
    await sums.getByText('1 test order not counted.').waitFor();
  });
});

describe('filters', () => {
  it('stand in the address, and Back takes them away', async () => {
    const shop = await dashboard.shop();
    await record(shop, { externalId: 'credited', affiliateCode: shop.link.code });
    await record(shop, { externalId: 'uncredited' });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders'));
    await page.getByRole('link', { name: 'uncredited' }).waitFor();
    await page.getByLabel('Credited', { exact: true }).selectOption('ATTRIBUTED');
    await page.getByRole('link', { name: 'uncredited' }).waitFor({ state: 'detached' });
    expect(page.url()).toContain('status=ATTRIBUTED');
    await page.getByLabel('Affiliate').selectOption(shop.link.affiliateId);
    await page.getByLabel('Campaign').selectOption(shop.link.campaignId);
    await page.getByRole('link', { name: 'credited' }).waitFor();
    await page.reload();
    await page.getByRole('link', { name: 'credited' }).waitFor();
    expect(await page.getByLabel('Affiliate').inputValue()).toBe(shop.link.affiliateId);
    for (let back = 0; back < 3; back++) await page.goBack();
    await page.getByRole('link', { name: 'uncredited' }).waitFor();
  });

  it('find an affiliate beyond the hundred of the list by the whole email', async () => {
    const shop = await dashboard.shop();
    const { api, rows } = dashboard.app;
    await record(shop, { externalId: 'of-the-first', affiliateCode: shop.link.code });
    await record(shop, { externalId: 'of-nobody' });
    const path = { affiliateId: shop.link.affiliateId };
    const { email } = (await api.expect('getAffiliate', 200, { as: shop.merchant.test, path })).body.data;
    // Newer ones, so that the list has no place for it.
    await rows.query(
      `insert into affiliates (merchant_id, mode, id, email, status, created_at, updated_at)
       select $1, 'test', ('ffffffff-0000-7000-8000-' || lpad(i::text, 12, '0'))::uuid, 'other-' || i || '@example.com',
         'ACTIVE', now(), now() from generate_series(1, 100) i`,
      [shop.merchant.id],
    );
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders'));
    const whole = page.getByLabel('Affiliate by email');
    await whole.fill('nobody@example.com');
    await whole.press('Enter');
    await page.getByText('No affiliate has this email.').waitFor();
    await whole.fill(email.toUpperCase());
    await whole.press('Enter');
    await page.getByRole('link', { name: 'of-nobody' }).waitFor({ state: 'detached' });
    await page.getByRole('link', { name: 'of-the-first' }).waitFor();
    expect(page.url()).toContain(`affiliateId=${shop.link.affiliateId}`);
    const chosen = page.getByLabel('Affiliate', { exact: true }).locator('option:checked');
    expect(await chosen.textContent()).toBe(email);
  });

  it('find an order by its id and by the day it was on, as the person’s time zone has it', async () => {
    const shop = await dashboard.shop();
    // In Paris it is the next day already.
    await record(shop, { externalId: 'at-night', occurredAt: '2026-11-20T23:30:00Z' });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders?from=2026-11-21&to=2026-11-21'));
    await page.getByRole('link', { name: 'at-night' }).waitFor();
    await page.getByText('Times in Europe/Paris').waitFor();
    await page.goto(dashboard.at('/orders?from=2026-11-20&to=2026-11-20'));
    await page.getByText('No order fits these filters').waitFor();
    await page.getByRole('button', { name: 'Clear filters' }).last().click();
    await page.getByLabel('Order id').fill('at-night');
    await page.keyboard.press('Enter');
    await page.waitForURL(/externalId=at-night/);
    await page.getByRole('link', { name: 'at-night' }).waitFor();
    await page.getByLabel('Order id').fill('at-day');
    await page.getByRole('button', { name: 'Find' }).click();
    await page.getByText('No order fits these filters').waitFor();
  });

  it('are those of the file, too', async () => {
    const shop = await dashboard.shop();
    await record(shop, { externalId: 'in-the-file', affiliateCode: shop.link.code });
    await record(shop, { externalId: 'not-in-it' });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders?status=ATTRIBUTED'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('orders-test.csv');
    const [head, ...lines] = readCsv(readFileSync(await download.path(), 'utf8'));
    const at = head?.indexOf('externalId') as number;
    expect(lines.map((line) => line[at])).toEqual(['in-the-file']);
  });
});

describe('one order', () => {
  it('tells what was tried, what was found, whether it held, and the arithmetic, in the reader’s language', async () => {
    const shop = await dashboard.shop();
    const { sessionId } = await dashboard.app.make.click(shop.link);
    const id = await record(shop, { sessionId, amount: 4990 });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at(`/orders/${id}`));
    await page
      .getByText(/In this visit .* link was clicked last, on .* It counts, so it decides\./)
      .waitFor();
    await page.getByText('10 % of €49.90 is €4.99.').waitFor();
    await page.getByText('The order was recorded.').waitFor();
    await page.getByRole('button', { name: /^Account:/ }).click();
    await page.getByLabel('Language').selectOption('fr');
    await page
      .getByText(/Dans cette visite, le dernier clic fut sur le lien de .* il décide|donc il décide/)
      .waitFor();
    await page.getByText(/10 % de 49,90.€ font 4,99.€\./).waitFor();
    await page.reload();
    await page.getByRole('heading', { name: 'Pourquoi' }).waitFor();
  });

  it('that nobody got is tried again with what a person knows', async () => {
    const shop = await dashboard.shop();
    const id = await record(shop, { sessionId: `nowhere-${unique()}` });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at(`/orders/${id}`));
    await page.getByText('No visit with this id is known').waitFor();
    await page.getByRole('button', { name: 'Try again with evidence …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Who brought this order?' });
    expect(await dialog.getByRole('button', { name: 'Try' }).isDisabled()).toBe(true);
    await dialog.getByLabel('Affiliate’s code').fill('no-such-code');
    await dialog.getByRole('button', { name: 'Try' }).click();
    await dialog.getByText('With this, nobody is found either.').waitFor();
    await dialog.getByLabel('Affiliate’s code').fill(shop.link.code);
    await dialog.getByRole('button', { name: 'Try' }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.getByText('An affiliate was found.', { exact: true }).waitFor();
    await page.getByText('An affiliate was found for it.').waitFor();
    expect(await page.getByRole('button', { name: 'Try again with evidence …' }).count()).toBe(0);
  });

  it('is refunded in part, with a reason, and says what is left of it and of the commission', async () => {
    const shop = await dashboard.shop();
    const id = await record(shop, { affiliateCode: shop.link.code, amount: 4990 });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at(`/orders/${id}`));
    await page.getByRole('button', { name: 'Refund …' }).click();
    const dialog = page.getByRole('dialog', { name: 'Refund this order' });
    await dialog.getByLabel('Amount in EUR').fill('60');
    await dialog.getByLabel('Reason').fill('One item returned');
    await dialog.getByRole('button', { name: 'Refund €60.00' }).click();
    await dialog.getByText('That is more than is left of the order.').waitFor();
    expect(await dialog.getByLabel('Reason').inputValue()).toBe('One item returned');
    await dialog.getByLabel('Amount in EUR').fill('14,90');
    await dialog.getByRole('button', { name: 'Refund €14.90' }).click();
    await page.getByText('€14.90 refunded.').waitFor();
    await page.getByText('Reason: \u2068One item returned\u2069').waitFor();
    await page.getByText('After refunds and corrections it is worth €3.50 now.').waitFor();
    await page.getByText('€35.00', { exact: true }).waitFor();
  });

  it('leads back to the list as it was filtered', async () => {
    const shop = await dashboard.shop();
    await record(shop, { externalId: 'of-nobody' });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at('/orders?status=UNATTRIBUTED'));
    await page.getByRole('link', { name: 'of-nobody' }).click();
    await page.getByRole('link', { name: 'All orders' }).click();
    await page.waitForURL(/status=UNATTRIBUTED/);
    expect(await page.getByLabel('Credited', { exact: true }).inputValue()).toBe('UNATTRIBUTED');
  });

  it('that nobody got says, once it was refunded in part, why it cannot be tried again', async () => {
    const shop = await dashboard.shop();
    const id = await record(shop, { externalId: 'given-back-in-part' });
    const body = { externalId: 'given-back-in-part', amount: 100 };
    await dashboard.app.api.expect('refundConversion', 200, { as: shop.merchant.test, body });
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at(`/orders/${id}`));
    await page.getByText('Refunded, also in part, it is credited to nobody any more').waitFor();
    expect(await page.getByRole('button', { name: /Try again/ }).count()).toBe(0);
    await page.getByRole('button', { name: 'Refund …' }).waitFor();
  });

  it('is looked at only, by who may only look', async () => {
    const shop = await dashboard.shop('Viewed Shop', { role: 'VIEWER' });
    const id = await record(shop);
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at(`/orders/${id}`));
    await page.getByText('Nothing to go by was sent with this order').waitFor();
    expect(await page.getByRole('button', { name: /Refund|Try again/ }).count()).toBe(0);
  });

  it('of another merchant is not there', async () => {
    const [shop, other] = [await dashboard.shop(), await dashboard.shop()];
    const id = await record(other);
    const page = await dashboard.open(shop.owner);
    await page.goto(dashboard.at(`/orders/${id}`));
    await page.getByText('There is no such order here.').waitFor();
  });

  it('is copied as a call, with no key in it', async () => {
    const shop = await dashboard.shop();
    const id = await record(shop);
    const page = await dashboard.open(shop.owner, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.goto(dashboard.at(`/orders/${id}`));
    await page.getByRole('button', { name: 'Copy' }).click();
    await page.getByText('Copied').waitFor();
    const copied = await page.evaluate<string>('navigator.clipboard.readText()');
    expect(copied).toBe(
      `curl -sS 'http://127.0.0.1:3000/api/v1/conversions/${id}' \\\n  -H "Authorization: Bearer $REFCAMPAIGN_KEY"`,
    );
  });
});

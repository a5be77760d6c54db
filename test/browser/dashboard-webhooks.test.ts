// Webhooks as a merchant's developer sets them up: an endpoint is added, tried against a real receiver, watched, and looked after.
import type { Page } from 'playwright-core';
import { Webhook } from 'standardwebhooks';
import { PASSWORD } from '../support/people.js';
import { useReceivers } from '../support/receiver.js';
import { until } from '../support/until.js';
import { seriousFaults, widthBeyondScreen } from './support/axe.js';
import { useDashboard, type Shop } from './support/dashboard.js';

const dashboard = useDashboard('127.0.0.1', () => ({ WEBHOOK_ALLOW: '127.0.0.1' }));
const LONG_AGO = new Date(Date.now() - 3_600_000);
const HOSTILE = '<img src=x onerror="window.hacked=true">';
const receiver = useReceivers();

async function record({ merchant }: Shop, externalId: string): Promise<string> {
  const body = dashboard.app.make.order({ externalId });
  const reply = await dashboard.app.api.expect('recordPostback', 201, { as: merchant.test, body });
  return reply.body.data.conversionId as string;
}

/** Somebody at a screen of webhooks. */
async function open(
  { owner }: Shop,
  path = '',
  options?: Parameters<typeof dashboard.open>[1],
): Promise<Page> {
  const page = await dashboard.open(owner, options);
  await page.goto(dashboard.at(`/webhooks${path}`));
  return page;
}

const log = (page: Page) => page.getByRole('list', { name: 'Log' }).getByRole('listitem');

async function add(page: Page, name: string, url: string): Promise<string> {
  await page.getByRole('button', { name: 'Add endpoint' }).click();
  const dialog = page.getByRole('dialog', { name: 'A new endpoint, Test' });
  await dialog.getByLabel('What is it for?').fill(name);
  await dialog.getByLabel('URL').fill('https://192.168.0.1/hooks');
  await dialog.getByRole('button', { name: 'Add endpoint' }).click();
  await dialog.getByText('Nothing is sent to this host', { exact: false }).waitFor();
  await dialog.getByLabel('URL').fill(url);
  await dialog.getByRole('button', { name: 'Add endpoint' }).click();
  return page.getByRole('dialog', { name: 'Copy the secret now' }).locator('code').first().innerText();
}

it('an endpoint is added and tried, an order is told, sent again, and whatever strangers write is text', async () => {
  const shop = await dashboard.shop();
  let status = 500;
  const server = await receiver((response) =>
    response.writeHead(status, { 'x-note': HOSTILE, 'content-type': 'text/html' }).end(HOSTILE),
  );
  const page = await open(shop);
  await page.getByText('Nobody is told yet').waitFor();
  const secret = await add(page, `Shop ${HOSTILE}`, server.url);
  const shown = page.getByRole('dialog', { name: 'Copy the secret now' });
  const [guide = '', anchor] = (await shown.getByRole('link').getAttribute('href'))?.split('#') ?? [];
  const read = await page.request.get(new URL(guide, page.url()).href);
  expect(await read.text()).toContain(`id="${anchor}"`);
  await shown.getByRole('button', { name: 'Send test' }).click();
  await shown.getByText('Your server failed while it worked on it.').waitFor();
  await shown.getByText(HOSTILE, { exact: true }).waitFor();
  await shown.getByText(`x-note: ${HOSTILE}`, { exact: false }).waitFor();
  const [test] = server.received;
  new Webhook(secret).verify(test!.body.toString(), test!.headers as Record<string, string>);
  status = 200;
  await shown.getByRole('button', { name: 'Send test' }).click();
  await shown.getByText('Your server took it: 200.').waitFor();
  await shown.getByRole('button', { name: 'I have it' }).click();
  await page.getByRole('heading', { name: `Shop ${HOSTILE}` }).waitFor();
  expect(await page.locator('body').innerText()).not.toContain(secret);
  await log(page).filter({ hasText: 'Failed' }).waitFor();
  const conversionId = await record(shop, 'order-told');
  await page.getByRole('button', { name: 'Show 1 new delivery' }).click();
  await log(page).filter({ hasText: 'Delivered' }).getByRole('link', { name: 'conversion.created' }).click();
  await page.getByRole('link', { name: 'Order order-told' }).click();
  await page.waitForURL(new RegExp(`/orders/${conversionId}`));
  await page.goBack();
  await page.getByRole('button', { name: 'Resend' }).click();
  await page.getByText('Sent again').first().waitFor();
  await page.getByText('Your server answered 2xx.').waitFor();
  const told = server.received.filter(({ body }) => body.includes('order-told'));
  expect(told).toHaveLength(2);
  expect(told[1]!.body.equals(told[0]!.body)).toBe(true);
  expect(await page.evaluate('window.hacked')).toBeUndefined();
});

it('an endpoint is changed, paused, given a new secret, and deleted; what is refused meanwhile says why', async () => {
  const shop = await dashboard.shop();
  const server = await receiver();
  const { endpointId } = await dashboard.app.make.endpoint(shop.merchant.test, {
    name: 'Books',
    url: server.url,
  });
  const page = await open(shop, `/${endpointId}`);
  await page.getByRole('button', { name: 'Change …' }).click();
  const change = page.getByRole('dialog', { name: 'Change Books' });
  await change.getByRole('radio', { name: /^What you choose/ }).check();
  await change.getByText('Choose one event at least.').waitFor();
  await change.getByRole('checkbox', { name: /^conversion.created/ }).check();
  await change.getByRole('button', { name: 'Save' }).click();
  await page.getByText('Saved.').waitFor();
  const { api } = dashboard.app;
  const path = { endpointId };
  const now = (await api.expect('getEndpoint', 200, { as: shop.merchant.test, path })).body.data;
  expect(now).toMatchObject({ name: 'Books', events: ['conversion.created'], payload: 'FULL' });
  await record(shop, 'order-kept');
  await log(page).filter({ hasText: 'Delivered' }).waitFor();
  await page.getByRole('button', { name: 'Pause' }).click();
  await page.getByText('Paused: nothing is sent, all is kept.').waitFor();
  await log(page).getByRole('link').click();
  await page.getByRole('button', { name: 'Resend' }).click();
  await page.getByText('The endpoint is paused or disabled: nothing was sent.', { exact: false }).waitFor();
  await page.getByRole('link', { name: 'All deliveries of this event' }).click();
  await page.waitForURL(/eventId=evt_/);
  await log(page).filter({ hasText: 'conversion.created' }).waitFor();
  await page.getByRole('combobox', { name: 'State' }).selectOption('Failed');
  await page.getByText('No delivery fits these filters').waitFor();
  expect(page.url()).toContain('state=FAILED');
  await page.goBack();
  await log(page).filter({ hasText: 'conversion.created' }).waitFor();
  await page.getByRole('button', { name: 'Resume …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Resume' }).click();
  await page.getByText('Resumed.', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'New secret …' }).click();
  await page.getByLabel('How long the old one signs too').selectOption('2 days');
  await page.getByRole('button', { name: 'Make a new secret' }).click();
  await page.getByRole('button', { name: 'I have it' }).click();
  await page.getByText(/^Two secrets sign until/).waitFor();
  await page.getByRole('button', { name: 'Use the new one now' }).click();
  await page.getByText('Such verifiers find the signature of the new secret now', { exact: false }).waitFor();
  await page.getByRole('button', { name: 'New secret …' }).click();
  await page.getByText('A further one can be made at once only', { exact: false }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel' }).last().click();
  await page.getByRole('button', { name: 'Delete …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('Nobody is told yet').waitFor();
});

it('a pause ends with what one wants of it; what failed since a time is sent again, what waits is skipped', async () => {
  const shop = await dashboard.shop();
  const server = await receiver();
  const { api, make, rows } = dashboard.app;
  const as = shop.merchant.test;
  const { endpointId } = await make.endpoint(as, { name: 'Books', url: server.url });
  const path = { endpointId };
  await api.expect('updateEndpoint', 200, { as, path, body: { status: 'PAUSED' } });
  await record(shop, 'order-one');
  await record(shop, 'order-two');
  const deliveries = async () => (await api.expect('listDeliveries', 200, { as, path, query: {} })).body.data;
  await until(async () => (await deliveries()).length === 2);
  const page = await open(shop, `/${endpointId}`);
  await page.getByRole('button', { name: 'Resume …' }).click();
  const resume = page.getByRole('dialog', { name: 'Resume Books' });
  await resume.getByRole('radio', { name: /^Send what happened from a time on/ }).check();
  await resume.getByLabel('From', { exact: true }).waitFor();
  await resume.getByRole('radio', { name: /^Skip all of it/ }).check();
  await resume.getByRole('button', { name: 'Resume' }).click();
  await page.getByText('2 deliveries skipped. Resumed.').waitFor();
  await log(page).filter({ hasText: 'Skipped' }).first().waitFor();
  expect(server.received).toEqual([]);
  // As after twelve tries, three days later.
  await rows.query(`update webhook_deliveries set state = 'FAILED', attempts = 12 where state = 'SKIPPED'`);
  await page.getByRole('button', { name: 'Send again …' }).click();
  const again = page.getByRole('dialog', { name: 'Send again to Books' });
  await again.getByLabel('Since', { exact: true }).fill('2999-01-01T00:00');
  await again.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('There was nothing to send again.').waitFor();
  await page.getByRole('button', { name: 'Send again …' }).click();
  await again.getByRole('button', { name: 'Send again' }).click();
  await page.getByText('2 events are on the way again.').waitFor();
  await until(() => server.received.length === 2);
  await page.getByRole('button', { name: 'Skip what waits …' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Skip', exact: true }).click();
  await page.getByText('0 deliveries skipped.').waitFor();
});

it('by keyboard alone, after saying who one is: chosen events, a secret that no key closes, a test', async () => {
  const shop = await dashboard.shop('Shop without a mouse', { at: LONG_AGO });
  const server = await receiver();
  const page = await open(shop);
  await page.getByRole('button', { name: 'Add endpoint' }).focus();
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await press('Enter');
  await page.keyboard.type('Typed');
  await press('Tab');
  await page.keyboard.type(server.url);
  await press('Tab', 'ArrowDown', 'Tab', 'Space', 'Enter');
  const again = page.getByRole('dialog', { name: 'Is it still you?' });
  await again.waitFor();
  await page.keyboard.type(PASSWORD);
  await press('Enter');
  const shown = page.getByRole('dialog', { name: 'Copy the secret now' });
  await shown.waitFor();
  await press('Escape', 'Escape');
  await shown.getByRole('button', { name: 'Send test' }).press('Enter');
  await shown.getByText('Your server took it: 200.').waitFor();
  await shown.getByRole('button', { name: 'I have it' }).press('Enter');
  await page.getByRole('heading', { name: 'Typed' }).waitFor();
  await page.locator('main dd').getByText('conversion.created', { exact: true }).waitFor();
  const { data } = (await dashboard.app.api.expect('listEndpoints', 200, { as: shop.merchant.test })).body;
  expect(data.map(({ events }) => events)).toEqual([['conversion.created']]);
});

it('who may not manage sees all of it, and no button', async () => {
  const shop = await dashboard.shop('Shop of a viewer', { role: 'VIEWER' });
  const server = await receiver((response) => response.writeHead(302, { location: '/elsewhere' }).end());
  await dashboard.app.make.endpoint(shop.merchant.test, { name: 'Seen', url: server.url });
  await record(shop, 'order-seen');
  await until(async () => {
    const { data } = (await dashboard.app.api.expect('listEndpoints', 200, { as: shop.merchant.test })).body;
    return (data[0]?.failures ?? 0) > 0;
  });
  const page = await open(shop);
  await page
    .getByText('Sees everything, changes nothing. Owners, administrators and managers', { exact: false })
    .waitFor();
  await page.getByText('Failing', { exact: true }).waitFor();
  await page.getByText(/Nothing but failures since .*: \d+ tr(y|ies)\./).waitFor();
  await page.getByRole('link', { name: 'Seen' }).click();
  await log(page).getByRole('link', { name: 'conversion.created' }).click();
  await page.getByText('Your server sends on to another address, which is never followed.').waitFor();
  await page.goBack();
  await log(page).first().waitFor();
  const buttons = await page.locator('main').getByRole('button').allInnerTexts();
  expect(buttons).toEqual(['Find']);
});

it.each([
  ['en', 'light'],
  ['fr', 'dark'],
] as const)(
  'are for everybody: in %s, %s, on a small phone axe finds nothing serious',
  async (language, colorScheme) => {
    const shop = await dashboard.shop();
    const { api, make } = dashboard.app;
    await api.expect('updateMe', 200, { as: shop.owner.session, body: { language } });
    const server = await receiver((response) => response.writeHead(503).end('away '.repeat(100)));
    const { endpointId } = await make.endpoint(shop.merchant.test, {
      name: 'N'.repeat(100),
      url: `${server.url}${'long'.repeat(60)}`,
      campaignIds: [shop.link.campaignId],
    });
    const path = { endpointId };
    await api.expect('rotateEndpointSecret', 200, { as: shop.merchant.test, path, body: {} });
    const viewport = { width: 320, height: 640 };
    const page = await open(shop, '', { viewport, colorScheme, bypassCSP: true });
    const isGood = async () => {
      expect(await widthBeyondScreen(page)).toBeLessThanOrEqual(0);
      expect(await seriousFaults(page)).toEqual([]);
    };
    await page.locator('main li').first().waitFor();
    await isGood();
    await page.locator('main header button').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio').nth(1).check();
    await dialog.locator('summary').click();
    await dialog.getByRole('radio').nth(3).check();
    await dialog
      .getByText(shop.link.campaignId)
      .or(dialog.getByText(/^Campaign /))
      .first()
      .waitFor();
    await isGood();
    await page.goto(dashboard.at(`/webhooks/${endpointId}`));
    await page.getByRole('button', { name: /^(Send test|Envoyer un test)$/ }).click();
    await page.locator('main details pre').first().waitFor();
    await page.getByRole('link', { name: 'webhook.test' }).waitFor();
    await isGood();
    await page.getByRole('button', { name: /^(Send again|Renvoyer) …$/ }).click();
    await page.getByRole('dialog').waitFor();
    await isGood();
    await page.keyboard.press('Escape');
    await page.getByRole('link', { name: 'webhook.test' }).click();
    await page.waitForURL(/\/deliveries\/whd_/);
    await page.locator('main details pre').first().waitFor();
    await isGood();
  },
);

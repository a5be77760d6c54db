// "My affiliate says this sale was theirs": one thing that is known in, everything that is known of it out.
import type { components } from '#generated/schema.js';
import { unique } from '../support/makers.js';
import { seriousFaults, widthBeyondScreen } from './support/axe.js';
import { useDashboard, type Shop } from './support/dashboard.js';

type Body = components['schemas']['RecordPostbackBody'];

const dashboard = useDashboard();

async function record(shop: Shop, fields: Partial<Body>): Promise<Body> {
  const body = dashboard.app.make.order(fields);
  await dashboard.app.api.expect('recordPostback', 201, { as: shop.merchant.test, body });
  return body;
}

async function ask(shop: Shop, text: string, kind?: string) {
  const page = await dashboard.open(shop.owner);
  await page.goto(dashboard.at('/why'));
  await page.getByLabel('Order id, visit, click, code, email or customer id').fill(text);
  if (kind !== undefined) await page.getByLabel('It is').selectOption(kind);
  await page.getByRole('button', { name: 'Find out' }).click();
  await page.getByRole('region', { name: 'The answer' }).waitFor();
  return page;
}

it('an order that nobody got: the likely cause first, and what was tried in order of time', async () => {
  const shop = await dashboard.shop();
  const sessionId = `nowhere-${unique()}`;
  const { externalId } = await record(shop, { sessionId });
  const page = await ask(shop, externalId);
  await page.getByRole('heading', { name: 'In this visit no affiliate’s link was clicked.' }).waitFor();
  await page.getByText('The order was reported.').waitFor();
  await page.getByText('It was credited to nobody.').waitFor();
  await page.getByRole('listitem').filter({ hasText: 'The order was reported.' }).getByRole('link').click();
  await page.getByRole('heading', { name: `Order ${externalId}` }).waitFor();
});

it('an order that earned: nothing is missing, and each click has its place', async () => {
  const shop = await dashboard.shop();
  const { sessionId } = await dashboard.app.make.click(shop.link);
  const { externalId } = await record(shop, { sessionId });
  const page = await ask(shop, externalId);
  await page.getByRole('heading', { name: 'Nothing is missing' }).waitFor();
  await page.getByText(/link was clicked\./).waitFor();
  await page.getByText(/^It was credited to /).waitFor();
  await page.getByText('€4.99').waitFor();
});

it('what no order is called may be a code or a customer’s id, one click away', async () => {
  const shop = await dashboard.shop();
  await record(shop, { affiliateCode: shop.link.code });
  const page = await ask(shop, shop.link.code);
  await page.getByText('was taken for an order id. Is it something else?').waitFor();
  await page.getByRole('link', { name: 'An affiliate’s code' }).click();
  await page.waitForURL(/kind=code/);
  await page.getByText('The order was reported.').waitFor();
  expect(await page.getByLabel('It is').inputValue()).toBe('code');
  expect(await page.getByText('Is it something else?').count()).toBe(0);
});

it('an email is hashed here: neither the address nor any call holds it', async () => {
  const shop = await dashboard.shop();
  const email = `jo-${unique()}@example.org`;
  await record(shop, { customerEmail: email });
  const page = await dashboard.open(shop.owner);
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  await page.goto(dashboard.at('/why'));
  await page
    .getByLabel('Order id, visit, click, code, email or customer id')
    .fill(`  ${email.toUpperCase()} `);
  await page.getByText('An email is hashed in this browser').waitFor();
  await page.keyboard.press('Enter');
  await page.getByText('The order was reported.').waitFor();
  expect(page.url()).toMatch(/kind=email&q=[0-9a-f]{64}/);
  expect(decodeURIComponent([page.url(), ...sent].join(' ')).toLowerCase()).not.toContain(email);
});

it('a code finds what came with it; what is known to nobody is said, not refused; a link shows the same', async () => {
  const shop = await dashboard.shop();
  await record(shop, { affiliateCode: shop.link.code });
  const page = await ask(shop, shop.link.code, 'code');
  await page.getByText('The order was reported.').waitFor();
  await page.reload();
  await page.getByText('The order was reported.').waitFor();
  const nothing = await ask(shop, 'no-such-order');
  await nothing.getByRole('heading', { name: 'No such order was ever reported here.' }).waitFor();
});

it('is for everybody: in French on a small phone axe finds nothing serious', async () => {
  const shop = await dashboard.shop();
  const { externalId } = await record(shop, { sessionId: `nowhere-${unique()}` });
  await dashboard.app.api.expect('updateMe', 200, { as: shop.owner.session, body: { language: 'fr' } });
  const page = await dashboard.open(shop.owner, {
    viewport: { width: 320, height: 640 },
    colorScheme: 'dark',
    bypassCSP: true,
  });
  await page.goto(dashboard.at(`/why?kind=order&q=${externalId}`));
  await page.getByText('La commande a été signalée.').waitFor();
  expect(await seriousFaults(page)).toEqual([]);
  expect(await widthBeyondScreen(page)).toBeLessThanOrEqual(0);
});

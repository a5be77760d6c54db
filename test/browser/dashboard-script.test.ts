// The set-up of the browser script checks itself: the real script on a real page turns it green, by itself.
import type { Page } from 'playwright-core';
import { useDashboard } from './support/dashboard.js';
import { pageWith, scriptTag, USER_AGENT } from './support/shop.js';
import { startSite, type Site } from './support/site.js';

const dashboard = useDashboard();
/** The shop's only page; nothing is in it before a merchant has put the line there. */
let head = '';
let site: Site;

beforeAll(async () => {
  site = await startSite((_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(pageWith(head));
  });
});
afterAll(() => site.close());
beforeEach(() => {
  head = '';
});

/** The line that the screen shows, with the address that this test's service really has. */
async function lineOn(page: Page): Promise<string> {
  const shown = await page
    .getByRole('figure', { name: 'The line for your pages' })
    .locator('code')
    .innerText();
  const [, token = ''] = /data-site-token="(rcst_\w+)"/.exec(shown) ?? [];
  expect(shown).toBe(scriptTag('http://127.0.0.1:3000', token));
  return scriptTag(dashboard.app.api.baseUrl, token);
}

async function openShop(page: Page, address: string): Promise<Page> {
  const opened = page.context().waitForEvent('page');
  await page.getByLabel('Address').fill(address);
  await page.getByLabel('Address').press('Enter');
  const shop = await opened;
  await shop.waitForLoadState();
  return shop;
}

async function openScreen(person: Parameters<typeof dashboard.open>[0]): Promise<Page> {
  // A browser without a head counts as a robot, whose click is none.
  const page = await dashboard.open(person, { userAgent: USER_AGENT });
  await page.goto(dashboard.at('/browser-script?mode=test'));
  return page;
}

it('stays grey without the line, says what to look at, and turns green when the shop’s page has it', async () => {
  const { owner } = await dashboard.shop();
  const page = await openScreen(owner);
  head = await lineOn(page);
  await page.getByText('Waiting for the script …').waitFor();
  await page.getByText('It stays grey?').click();
  await page.getByText('it allows http://127.0.0.1:3000 in script-src and connect-src').waitFor();
  const shop = await openShop(page, site.url);
  expect(await shop.evaluate('opener')).toBeNull();
  await page.bringToFront();
  await page.getByText('The script runs').waitFor();
  await page.getByText(site.url, { exact: true }).waitFor();
  await page.getByText('No session of a link yet.').waitFor();
  expect(await page.getByText('It stays grey?').count()).toBe(0);
});

it('one of the links shows that its session is kept, in this very check', async () => {
  const { owner, merchant } = await dashboard.shop();
  const link = await dashboard.app.make.link(merchant.test, { landingUrl: site.url });
  const page = await openScreen(owner);
  head = await lineOn(page);
  const shop = await openShop(page, `${dashboard.app.api.baseUrl}/r/${link.code}`);
  await page.bringToFront();
  await page.getByText('The session of your link was kept').waitFor();
  const session = await page.getByRole('listitem').locator('code').innerText();
  expect(await shop.evaluate('RefCampaign.getSessionId()')).toBe(session);
});

it('what is no address opens nothing, and is said beside the field', async () => {
  const { owner } = await dashboard.shop();
  const page = await openScreen(owner);
  for (const typed of ['javascript:alert(1)', 'my shop', '']) {
    await page.getByLabel('Address').fill(typed);
    await page.getByRole('button', { name: 'Open in a new tab' }).click();
    await page.getByText('This is no address of a web page.').waitFor();
  }
  expect(page.context().pages()).toHaveLength(1);
});

it('is not for who may not manage, who is told so; the guide’s places that it leads to are there', async () => {
  const { owner } = await dashboard.shop('Shop of a viewer', { role: 'VIEWER' });
  const page = await openScreen(owner);
  await page.getByText('Setting up the script is for who manages campaigns and affiliates').waitFor();
  expect(await page.getByRole('link', { name: 'Browser script' }).count()).toBe(0);
  const { owner: reader } = await dashboard.shop();
  for (const language of ['en', 'fr'] as const) {
    await dashboard.app.api.expect('updateMe', 200, { as: reader.session, body: { language } });
    const screen = await openScreen(reader);
    await screen.locator('summary').last().click();
    const opened = screen.context().waitForEvent('page');
    await screen.locator('details a').click();
    const guide = await opened;
    await guide.waitForLoadState();
    expect(await guide.locator(':target').count()).toBe(1);
    const places = '[...document.querySelectorAll("main a[target]")]';
    expect(await screen.evaluate(`${places}.every((one) => one.rel === "noopener")`)).toBe(true);
  }
});

// The calls of the official @refcampaign/sdk 3.x towards the server, written out as it makes them: they work unchanged, from a page of
// another host.
import type { Page } from 'playwright-core';
import { useBrowser } from './support/browser.js';
import { until } from './support/ready.js';
import { USER_AGENT, pageWith, startShop, type Shop } from './support/shop.js';

const browser = useBrowser();
let shop: Shop;
let page: Page;
let consoleErrors: string[];

beforeAll(async () => {
  shop = await startShop();
  shop.pages.set('/plain', { html: pageWith('') });
});
afterAll(() => shop.close());
beforeEach(async () => {
  ({ page, consoleErrors } = await browser.open({ userAgent: USER_AGENT }));
  await page.goto(`${shop.site.url}/plain`);
});
afterEach(() => expect(consoleErrors).toEqual([]));

/** The status that the page reads. */
const statusOf = (path: string, options: string) =>
  page.evaluate(`fetch('${shop.serviceUrl}${path}', ${options}).then((reply) => reply.status)`);

const seen = async () => (await shop.installation()).firstSeenAt !== null;

it.each([
  ['text', (body: string) => `{ method: 'POST', body: ${body}, keepalive: true }`],
  [
    'text, with the type said',
    (body: string) => `{ method: 'POST', body: ${body}, headers: { 'Content-Type': 'text/plain' } }`,
  ],
  ['bytes without a type', (body: string) => `{ method: 'POST', body: new TextEncoder().encode(${body}) }`],
  [
    'JSON, after asking',
    (body: string) => `{ method: 'POST', body: ${body}, headers: { 'Content-Type': 'application/json' } }`,
  ],
  ['no body at all', () => "{ method: 'POST' }"],
])('installed as %s: 204, so that it is not sent again', async (_, optionsOf) => {
  const body = `JSON.stringify({ siteToken: '${shop.siteToken}' })`;
  expect(await statusOf('/api/sdk/installed', optionsOf(body))).toBe(204);
});

it('session-captured by a beacon, and it is written down', async () => {
  const body = {
    siteToken: shop.siteToken,
    testId: 'beacon-1',
    sessionId: 'session_of_beacon',
    source: 'url',
  };
  const sent = `navigator.sendBeacon('${shop.serviceUrl}/api/sdk/session-captured', JSON.stringify(${JSON.stringify(body)}))`;
  expect(await page.evaluate(sent)).toBe(true);
  await until(async () => (await shop.installation('beacon-1')).lastSession !== null);
  expect((await shop.installation('beacon-1')).lastSession).toMatchObject({ sessionId: 'session_of_beacon' });
  expect(await seen()).toBe(true);
});

it('a beacon without a body does no harm', async () => {
  const answered = page.waitForResponse(/api\/sdk\/installed/);
  await page.evaluate(`navigator.sendBeacon('${shop.serviceUrl}/api/sdk/installed')`);
  expect((await answered).status()).toBe(204);
});

it('identify with sessionId and emailHash, and the order is attributed by it', async () => {
  await page.goto(shop.linkUrl);
  await until(() => page.evaluate('typeof window.RefCampaign?.getSessionId === "function"'));
  const session = await page.evaluate<string>('RefCampaign.getSessionId()');
  const hash = '1f1b8f2e5a0d4c7b9e6f3a2d1c0b9a8f7e6d5c4b3a29181706f5e4d3c2b1a090';
  const body = JSON.stringify({ sessionId: session, emailHash: hash });
  const options = `{ method: 'POST', headers: { 'Content-Type': 'application/json' }, body: '${body}' }`;
  expect(await statusOf('/api/track/identify', options)).toBe(200);
  const order = await page.evaluate(`fetch('/buy?customerEmailHash=${hash}').then((reply) => reply.json())`);
  expect(order).toMatchObject({ status: 'ATTRIBUTED' });
});

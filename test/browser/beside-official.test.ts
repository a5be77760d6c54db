// Our browser script beside the official one: a visitor comes from a page that has one to a page that has the other, and back.
import type { Page } from 'playwright-core';
import { sessionsIn } from '#tracking/clicks/session-cookie.js';
import { useBrowser } from './support/browser.js';
import { officialScript } from './support/official-script.js';
import { ready, sessionOf } from './support/ready.js';
import { USER_AGENT, pageWith, scriptTag, startShop, type Shop } from './support/shop.js';

const browser = useBrowser();
let shop: Shop;
/** Two hosts of one shop, and their domain. Names under localhost lead to this machine in every browser. */
const DOMAIN = 'shop.localhost';
let hosts: { a: string; b: string };

beforeAll(async () => {
  shop = await startShop();
  hosts = { a: `http://a.${DOMAIN}:${shop.site.port}`, b: `http://b.${DOMAIN}:${shop.site.port}` };
  shop.pages.set('/official', { html: pageWith(`<script>${officialScript()}</script>`) });
  shop.pages.set('/official-domain', { html: pageWith(`<script>${officialScript(DOMAIN)}</script>`) });
  shop.pages.set('/ours', { html: pageWith(scriptTag(shop.serviceUrl, shop.siteToken)) });
});
afterAll(() => shop.close());

const byLink = (session: string | null) => (session === null ? '' : `?rcsid=${session}`);

/** What our script says is the session, on its page of this host. */
async function ours(page: Page, host: string, session: string | null = null): Promise<string | null> {
  await page.goto(`${host}/ours${byLink(session)}`);
  await ready(page);
  return sessionOf(page);
}

/** What the official one sends with an order. */
async function theirs(page: Page, address: string, session: string | null = null): Promise<string | null> {
  await page.goto(address + byLink(session));
  return page.evaluate('official.checkout()');
}

/** A visitor whose browser keeps no cookie that a script writes, and shows none. */
async function withoutCookies(): Promise<Page> {
  const { context, open } = await browser.visitor();
  await context.addInitScript(
    "Object.defineProperty(Document.prototype, 'cookie', { get: () => '', set: () => undefined })",
  );
  return (await open()).page;
}

const withCookies = async () => (await browser.open()).page;

describe('from one script to the other and back, the last link counts', () => {
  it.each([
    ['with cookies', withCookies],
    ['without', withoutCookies],
  ])('on one host, %s', async (_, visitor) => {
    const page = await visitor();
    const official = `${hosts.a}/official`;
    expect(await theirs(page, official, 'session_one')).toBe('session_one');
    expect(await ours(page, hosts.a)).toBe('session_one');
    expect(await ours(page, hosts.a, 'session_two')).toBe('session_two');
    expect(await theirs(page, official)).toBe('session_two');
    expect(await theirs(page, official, 'session_three')).toBe('session_three');
    expect(await ours(page, hosts.a)).toBe('session_three');
    expect(await ours(page, hosts.a, 'session_four')).toBe('session_four');
    expect(await theirs(page, official)).toBe('session_four');
  });

  it('on sibling hosts that share a cookie, whoever wrote first', async () => {
    const page = await withCookies();
    const official = `${hosts.b}/official-domain`;
    expect(await ours(page, hosts.a, 'session_one')).toBe('session_one'); // for host a alone
    expect(await theirs(page, official, 'session_two')).toBe('session_two'); // for both
    expect(await ours(page, hosts.a)).toBe('session_two');
    expect(await ours(page, hosts.a, 'session_three')).toBe('session_three');
    expect(await theirs(page, official)).toBe('session_three');
    expect(await ours(page, hosts.b)).toBe('session_three');
    expect(await theirs(page, `${hosts.b}/official`, 'session_four')).toBe('session_four'); // for host b alone
    expect(await ours(page, hosts.b)).toBe('session_four');
    expect(await ours(page, hosts.b, 'session_five')).toBe('session_five');
    for (const host of [hosts.a, hosts.b]) {
      expect(await theirs(page, `${host}/official`)).toBe('session_five');
      expect(await ours(page, host)).toBe('session_five');
    }
  });

  it('on sibling hosts without cookies nothing is shared, and each host keeps its own', async () => {
    const page = await withoutCookies();
    expect(await ours(page, hosts.a, 'session_one')).toBe('session_one');
    expect(await theirs(page, `${hosts.b}/official`)).toBeNull();
    expect(await theirs(page, `${hosts.b}/official`, 'session_two')).toBe('session_two');
    expect(await ours(page, hosts.a)).toBe('session_one');
    expect(await ours(page, hosts.b)).toBe('session_two');
    expect(await theirs(page, `${hosts.a}/official`)).toBe('session_one');
  });

  it('a host that shares nothing with its siblings gives them no cookie', async () => {
    const page = await withCookies();
    await ours(page, hosts.a, 'session_one');
    expect(await page.context().cookies(hosts.b)).toEqual([]);
  });
});

it('of two cookies the page takes the last, as the redirect does; the order is that affiliate’s', async () => {
  const { page } = await browser.open({ userAgent: USER_AGENT });
  const sessionBy = async (code: string): Promise<string> => {
    const reply = await fetch(`${shop.serviceUrl}/r/${code}`, {
      redirect: 'manual',
      headers: { 'user-agent': USER_AGENT },
    });
    return new URL(reply.headers.get('location')!).searchParams.get('rcsid')!;
  };
  const [first, second] = [await sessionBy(shop.otherLink.code), await sessionBy(shop.link.code)];
  await theirs(page, `${hosts.a}/official`, first); // the customer of before, with a cookie for this host
  await theirs(page, `${hosts.b}/official-domain`, second);
  const arrived = page.waitForRequest(/\/ours$/);
  expect(await ours(page, hosts.a)).toBe(second);
  const { cookie } = await (await arrived).allHeaders();
  expect(sessionsIn(cookie)).toEqual([second, first]);
  const bought = "fetch('/buy?sessionId=' + RefCampaign.getSessionId()).then((reply) => reply.json())";
  expect(await page.evaluate(bought)).toMatchObject({
    status: 'ATTRIBUTED',
    attribution: { attempts: [{ affiliateId: shop.link.affiliateId, result: 'MATCHED' }] },
  });
});

describe('what our script kept once, `id.end`', () => {
  const DAY_SECONDS = 86_400;
  const inDays = (days: number) => Math.floor(Date.now() / 1000) + days * DAY_SECONDS;
  const stored = (page: Page) => page.evaluate<string | null>("localStorage.getItem('_rc_sid')");

  /** Somebody whose local storage on host a says so, from before. */
  async function returning(visitor: () => Promise<Page>, text: string): Promise<Page> {
    const page = await visitor();
    await page.goto(`${hosts.a}/official`);
    await page.evaluate(`localStorage.setItem('_rc_sid', ${JSON.stringify(text)})`);
    return page;
  }

  it('made the official script refuse the order', async () => {
    const page = await returning(withoutCookies, `session_of_before.${inDays(10)}`);
    await expect(page.evaluate('official.checkout()')).rejects.toThrow('Invalid sessionId format');
  });

  it.each(['session_of_before', '12345678'])(
    'still is the session, ends when it would have, and no order fails by it any more: %s',
    async (id) => {
      const end = inDays(10);
      const page = await returning(withoutCookies, `${id}.${end}`);
      expect(await ours(page, hosts.a)).toBe(id);
      const timestamp = (end - 90 * DAY_SECONDS) * 1000;
      expect(await stored(page)).toBe(JSON.stringify({ sessionId: id, timestamp }));
      expect(await theirs(page, `${hosts.a}/official`)).toBe(id);
    },
  );

  it('is renewed beside a cookie, too', async () => {
    const page = await returning(withCookies, `session_of_before.${inDays(10)}`);
    await page.evaluate("document.cookie = '_rc_sid=session_of_before; Path=/'");
    expect(await ours(page, hosts.a)).toBe('session_of_before');
    expect(await theirs(page, `${hosts.a}/official`)).toBe('session_of_before');
  });

  it('is gone when it is over, and no order fails by it', async () => {
    const page = await returning(withoutCookies, `session_of_before.${inDays(-1)}`);
    expect(await ours(page, hosts.a)).toBeNull();
    expect(await stored(page)).toBeNull();
    expect(await theirs(page, `${hosts.a}/official`)).toBeNull();
  });
});

// The browser script on a merchant's pages, in a real browser: from the link to the order that is attributed.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { useBrowser } from './support/browser.js';
import { ready, sessionOf, until } from './support/ready.js';
import { USER_AGENT, pageWith, scriptTag, startShop, type Shop } from './support/shop.js';

const browser = useBrowser();
const named: BrowserContextOptions = { userAgent: USER_AGENT };
let shop: Shop;

beforeAll(async () => {
  shop = await startShop();
});
afterAll(() => shop.close());

const SESSION = 'session_of_this_very_test';
const landing = (path = '/', session = SESSION) => `${shop.site.url}${path}?rcsid=${session}&cid=clk_1`;

async function arrive(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await ready(page);
}

/** Buys on the page, with this evidence; the shop's server reports the order. */
function buy(page: Page, evidence: string): Promise<{ status: string; commissionAmount: number | null }> {
  return page.evaluate(`fetch('/buy?' + new URLSearchParams(${evidence})).then((reply) => reply.json())`);
}

interface Kept {
  sessionId: string;
  timestamp: number;
}

const storeIn = (page: Page, value: string) =>
  page.evaluate(`localStorage.setItem('_rc_sid', ${JSON.stringify(value)})`);

const cookiesOf = async (page: Page) =>
  (await page.context().cookies(shop.site.url)).filter(({ name }) => name === '_rc_sid');

describe('from the link to the order', () => {
  it('link, redirect, landing page, next page, purchase: attributed, and the address bar is clean', async () => {
    const { page, consoleErrors } = await browser.open(named);
    await arrive(page, `${shop.linkUrl}?utm_source=blog`);
    const session = await sessionOf(page);
    expect(session).toMatch(/^rcs_/);
    const { hash, searchParams } = new URL(page.url());
    expect([...searchParams.keys()].sort()).toEqual(['colour', 'empty', 'utm_source']);
    expect([searchParams.get('colour'), hash]).toEqual(['red wine', '#top']);
    await arrive(page, `${shop.site.url}/next`);
    expect(await sessionOf(page)).toBe(session);
    expect(await buy(page, '{ sessionId: RefCampaign.getSessionId() }')).toMatchObject({
      status: 'ATTRIBUTED',
      commissionAmount: 499,
    });
    expect(consoleErrors).toEqual([]);
  });

  it('a visitor who came by no link has no session, and the order is nobody’s', async () => {
    const { page } = await browser.open(named);
    await arrive(page, shop.site.url);
    expect(await sessionOf(page)).toBeNull();
    expect(await page.evaluate("RefCampaign.identify('mila@example.com')")).toBe(false);
    expect(await buy(page, "{ sessionId: '' }")).toMatchObject({ status: 'UNATTRIBUTED' });
  });

  it('identified on one device, bought on another: attributed by the email’s hash', async () => {
    const phone = await browser.open(named);
    await arrive(phone.page, shop.linkUrl);
    const sent: string[] = [];
    phone.page.on('request', (request) => sent.push(request.postData() ?? ''));
    expect(await phone.page.evaluate("RefCampaign.identify('  Jo.Ñandú@Example.COM ')")).toBe(true);
    expect(sent.join()).toMatch(/"emailHash":"[0-9a-f]{64}"/);
    expect(sent.join()).not.toMatch(/example/i);
    const desk = await browser.open(named);
    await arrive(desk.page, shop.site.url);
    expect(await buy(desk.page, "{ customerEmail: 'jo.ñandú@example.com' }")).toMatchObject({
      status: 'ATTRIBUTED',
      commissionAmount: 499,
    });
  });
});

describe('the session is kept', () => {
  it('for 90 days, in a cookie and in local storage', async () => {
    const { page } = await browser.open();
    await arrive(page, landing());
    const [cookie] = await cookiesOf(page);
    expect(cookie).toMatchObject({
      value: SESSION,
      domain: 'localhost',
      path: '/',
      sameSite: 'Lax',
      secure: false,
    });
    expect((cookie!.expires - Date.now() / 1000) / 86_400).toBeCloseTo(90, 2);
    const { sessionId, timestamp } = await page.evaluate<Kept>("JSON.parse(localStorage.getItem('_rc_sid'))");
    expect(sessionId).toBe(SESSION);
    expect((timestamp - Date.now()) / 86_400_000).toBeCloseTo(0, 2);
  });

  it('a visitor who comes back without a parameter has it from the cookie', async () => {
    const { page } = await browser.open();
    await arrive(page, landing());
    await page.evaluate('localStorage.clear()');
    await arrive(page, `${shop.site.url}/next`);
    expect(await sessionOf(page)).toBe(SESSION);
  });

  it('with the cookie deleted it comes from local storage, and the cookie is back for what is left of the time', async () => {
    const { page } = await browser.open();
    await arrive(page, landing());
    await page.context().clearCookies();
    await storeIn(page, JSON.stringify({ sessionId: SESSION, timestamp: Date.now() - 80 * 86_400_000 }));
    await arrive(page, `${shop.site.url}/next`);
    expect(await sessionOf(page)).toBe(SESSION);
    const [cookie] = await cookiesOf(page);
    expect((cookie!.expires - Date.now() / 1000) / 86_400).toBeCloseTo(10, 2);
  });

  it.each([
    `${SESSION}.1`,
    SESSION,
    `${SESSION}.soon`,
    'short.99999999999',
    '',
    'null',
    '7',
    '{"id":1}',
    `{"sessionId":"${SESSION}"}`,
    `{"sessionId":"${SESSION}","timestamp":null}`,
    `{"sessionId":"${SESSION}","timestamp":"soon"}`,
    `{"sessionId":"${SESSION}","timestamp":1}`,
    `{"sessionId":"${SESSION}","timestamp":${Date.now() - 90 * 86_400_000}}`,
    '{"sessionId":"short","timestamp":99999999999999}',
    '{"sessionId":1234567890,"timestamp":99999999999999}',
    `{"sessionId":["${SESSION}"],"timestamp":99999999999999}`,
  ])('what is over or no session in local storage is none: %s', async (value) => {
    const { page } = await browser.open();
    await page.goto(shop.site.url);
    await storeIn(page, value);
    await arrive(page, `${shop.site.url}/next`);
    expect(await sessionOf(page)).toBeNull();
    expect(await cookiesOf(page)).toEqual([]);
  });

  it('a new link’s session takes the place of the old one', async () => {
    const { page } = await browser.open();
    await arrive(page, landing());
    await arrive(page, landing('/next', 'another_session'));
    await arrive(page, shop.site.url);
    expect(await sessionOf(page)).toBe('another_session');
  });
});

describe('the address', () => {
  it.each([
    ['_rcid before rcsid', '?rcsid=second_choice&_rcid=first_choice', 'first_choice', ''],
    ['the first of several', '?rcsid=first_choice&rcsid=second_choice', 'first_choice', ''],
    ['rcsid where _rcid cannot be one', '?_rcid=short&rcsid=second_choice', 'second_choice', ''],
    ['nothing that cannot be a session', '?rcsid=%3Cscript%3E&x=1', null, '?x=1'],
    ['nothing that means nobody', '?_rcid=undefined&rcsid=Anonymous', null, ''],
    ['the first that can be a session', '?rcsid=short&rcsid=second_choice', 'second_choice', ''],
    ['cid of the page’s own, beside what cannot be a session', '?rcsid=short&cid=42', null, '?cid=42'],
    ['names that are written in code', '?%72csid=first_choice&c%69d=clk_1&x=1', 'first_choice', '?x=1'],
    ['no name that begins with a question mark', '??rcsid=first_choice', null, '??rcsid=first_choice'],
    [
      'all others letter by letter',
      '?a=red%20wine&rcsid=first_choice&b=1+1&cid=clk_1&empty=&=&c=%zz&rc_test=t&d$&=$$&rctest=t&rcsidx=1',
      'first_choice',
      '?a=red%20wine&b=1+1&empty=&=&c=%zz&d$&=$$&rcsidx=1',
    ],
    ['cid of somebody else’s, with no session beside it', '?cid=42', null, '?cid=42'],
  ])('is read and cleaned: %s', async (_, search, session, left) => {
    const { page } = await browser.open();
    await arrive(page, `${shop.site.url}/${search}#part?rcsid=x`);
    expect(await sessionOf(page)).toBe(session);
    expect(await page.evaluate('location.search + location.hash')).toBe(`${left}#part?rcsid=x`);
  });

  it('keeps the page’s own state of history, and adds nothing to it', async () => {
    shop.pages.set('/state', {
      html: pageWith(
        `<script>history.replaceState({ scroll: 42 }, '')</script>${scriptTag(shop.serviceUrl, shop.siteToken)}`,
      ),
    });
    const { page } = await browser.open();
    await arrive(page, landing('/state'));
    expect(await page.evaluate('[history.state, history.length, location.search]')).toEqual([
      { scroll: 42 },
      2,
      '',
    ]);
  });
});

describe('the page', () => {
  it('may ask before the script is there', async () => {
    shop.pages.set('/queue', {
      html: pageWith(`<script>
        (window.RefCampaign = window.RefCampaign || []).push(() => { throw new Error('of the page') });
        window.RefCampaign.push((rc) => { window.early = rc.getSessionId() });
      </script>${scriptTag(shop.serviceUrl, shop.siteToken)}`),
    });
    const { page, consoleErrors } = await browser.open();
    await arrive(page, landing('/queue'));
    await page.evaluate('RefCampaign.push((rc) => { window.late = rc.getSessionId() })');
    expect(await page.evaluate('[early, late]')).toEqual([SESSION, SESSION]);
    expect(consoleErrors).toEqual([expect.stringContaining('of the page')]);
  });

  it('may have the script twice', async () => {
    const tag = scriptTag(shop.serviceUrl, shop.siteToken).replace(' async', '');
    const remember = '<script>window.first = window.RefCampaign</script>';
    shop.pages.set('/twice', { html: pageWith(`${tag}${remember}${tag}`) });
    const { page } = await browser.open();
    await arrive(page, landing('/twice'));
    expect(await page.evaluate('first === RefCampaign && Object.isFrozen(first)')).toBe(true);
    expect(await sessionOf(page)).toBe(SESSION);
  });

  it('may have an element whose id is RefCampaign', async () => {
    shop.pages.set('/named', {
      html: pageWith(`<style id="RefCampaign"></style>${scriptTag(shop.serviceUrl, shop.siteToken)}`),
    });
    const { page } = await browser.open();
    await arrive(page, landing('/named'));
    expect(await page.evaluate('typeof RefCampaign.getSessionId')).toBe('function');
    expect(await sessionOf(page)).toBe(SESSION);
  });

  it('may load it as a module, beside other people’s sdk.js: nothing is sent but to the service', async () => {
    const asModule = scriptTag(shop.serviceUrl, shop.siteToken).replace('async', 'type="module"');
    const decoy = `<script src="${shop.site.url}/en_US/sdk.js"></script>`;
    const served = { html: '', headers: { 'content-type': 'text/javascript' } };
    shop.pages.set('/en_US/sdk.js', served).set('/module', { html: pageWith(decoy + asModule) });
    const { page } = await browser.open();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await arrive(page, landing('/module'));
    expect(await page.evaluate("RefCampaign.identify('mila@example.com')")).toBe(true);
    expect(sent.sort()).toEqual([
      `${shop.serviceUrl}/api/sdk/installed`,
      `${shop.serviceUrl}/api/track/identify`,
    ]);
  });

  it('may load it as a module without its token, beside other people’s sdk.js: nothing is sent anywhere', async () => {
    const withoutToken = `<script type="module" src="${shop.serviceUrl}/sdk.js"></script>`;
    const decoy = `<script src="${shop.site.url}/en_US/sdk.js"></script>`;
    const served = { html: '', headers: { 'content-type': 'text/javascript' } };
    shop.pages.set('/en_US/sdk.js', served).set('/anonymous', { html: pageWith(decoy + withoutToken) });
    const { page } = await browser.open();
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(request.url());
    });
    await arrive(page, landing('/anonymous'));
    expect(await sessionOf(page)).toBe(SESSION);
    expect(await page.evaluate("RefCampaign.identify('mila@example.com')")).toBe(false);
    expect(sent).toEqual([]);
  });

  it('may have a question mark before another /sdk.js in the address of the script', async () => {
    const tag = scriptTag(shop.serviceUrl, shop.siteToken).replace('/sdk.js"', '/sdk.js?of=/x/sdk.js"');
    shop.pages.set('/queried', { html: pageWith(tag) });
    const { page } = await browser.open();
    await arrive(page, landing('/queried'));
    expect(await page.evaluate("RefCampaign.identify('mila@example.com')")).toBe(true);
  });

  it('may have a strict content security policy', async () => {
    const { serviceUrl, siteToken } = shop;
    shop.pages.set('/strict', {
      html: pageWith(scriptTag(serviceUrl, siteToken)),
      headers: {
        'content-security-policy': `default-src 'none'; img-src data:; script-src ${serviceUrl}; connect-src ${serviceUrl}; require-trusted-types-for 'script'`,
      },
    });
    const { page, consoleErrors } = await browser.open();
    await arrive(page, landing('/strict'));
    expect(await page.evaluate("RefCampaign.identify('mila@example.com')")).toBe(true);
    expect(consoleErrors).toEqual([]);
  });

  it('may be isolated from other origins', async () => {
    shop.pages.set('/isolated', {
      html: pageWith(scriptTag(shop.serviceUrl, shop.siteToken)),
      headers: {
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
      },
    });
    const { page } = await browser.open();
    await arrive(page, landing('/isolated'));
    expect(await page.evaluate('crossOriginIsolated')).toBe(true);
    expect(await sessionOf(page)).toBe(SESSION);
  });

  it.each([undefined, null, 42, '', '   '])(
    'may identify nonsense (%p): false, and nothing is sent',
    async (email) => {
      const { page } = await browser.open();
      await arrive(page, landing());
      const sent: string[] = [];
      page.on('request', (request) => sent.push(request.url()));
      expect(await page.evaluate(`RefCampaign.identify(${JSON.stringify(email)})`)).toBe(false);
      expect(sent).toEqual([]);
    },
  );

  it('has no crypto outside a secure context: identify is false', async () => {
    const { context, open } = await browser.visitor();
    await context.addInitScript("Object.defineProperty(crypto, 'subtle', { value: undefined })");
    const { page } = await open();
    await arrive(page, landing());
    expect(await page.evaluate("RefCampaign.identify('mila@example.com')")).toBe(false);
  });

  it('where storage is blocked, nothing is thrown, and the session of the address holds for the page', async () => {
    shop.pages.set('/blocked', {
      html: pageWith(scriptTag(shop.serviceUrl, shop.siteToken)),
      headers: { 'content-security-policy': 'sandbox allow-scripts' },
    });
    const { page } = await browser.open();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(new URL(request.url()).pathname));
    await arrive(page, landing('/blocked'));
    expect(
      await page.evaluate('(() => { try { return document.cookie } catch { return "blocked" } })()'),
    ).toBe('blocked');
    expect(await sessionOf(page)).toBe(SESSION);
    await arrive(page, `${shop.site.url}/blocked`);
    expect(await sessionOf(page)).toBeNull();
    expect(sent).not.toContain('/api/sdk/installed');
  });

  it('may have the script from elsewhere, without our address: nothing is sent anywhere', async () => {
    const inline = await (await fetch(`${shop.serviceUrl}/sdk.js`)).text();
    shop.pages.set('/inline', {
      html: pageWith(`<script data-site-token="${shop.siteToken}">${inline}</script>`),
    });
    const { page } = await browser.open();
    const sent: string[] = [];
    page.on('request', (request) => sent.push(new URL(request.url()).pathname));
    await arrive(page, landing('/inline'));
    expect(await sessionOf(page)).toBe(SESSION);
    expect(await page.evaluate("RefCampaign.identify('mila@example.com')")).toBe(false);
    expect(sent).toEqual(['/inline']);
  });
});

describe('reports', () => {
  const reportsOf = (page: Page) => {
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/sdk/')) sent.push(new URL(request.url()).pathname);
    });
    return sent;
  };

  it('that it runs, once for a visitor and not with each page', async () => {
    const { page } = await browser.open();
    const sent = reportsOf(page);
    for (const path of ['/', '/next', '/']) {
      await arrive(page, shop.site.url + path);
      await page.waitForLoadState('networkidle');
    }
    expect(sent).toEqual(['/api/sdk/installed']);
    expect((await shop.installation()).firstSeenAt).not.toBeNull();
  });

  it('again with the next page, when it did not get through', async () => {
    const { context, open } = await browser.visitor();
    const { page } = await open();
    const sent = reportsOf(page);
    await context.route('**/api/sdk/installed', (route) => route.abort());
    await arrive(page, shop.site.url);
    await until(() => page.evaluate("localStorage.getItem('_rc_installed') === null"));
    await context.unroute('**/api/sdk/installed');
    await arrive(page, `${shop.site.url}/next`);
    await until(() => sent.length === 2);
  });

  it.each([
    ['rctest', '?rctest=check-1', 'check-1'],
    ['rc_test', '?rc_test=check-2', 'check-2'],
    ['both: rctest counts', '?rc_test=none&rctest=check-3', 'check-3'],
  ])('the session of a test, when the link was opened with %s', async (_, query, testId) => {
    const { page } = await browser.open(named);
    const reported = page.waitForResponse(/session-captured/);
    await arrive(page, shop.linkUrl + query);
    expect((await reported).status()).toBe(204);
    const { lastSession } = await shop.installation(testId);
    expect(lastSession).toMatchObject({ testId, sessionId: await sessionOf(page) });
    expect(page.url()).not.toMatch(/rc_?test/);
  });
});

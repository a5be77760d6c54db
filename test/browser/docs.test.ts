// The documentation as its readers have it: in a browser, with and without JavaScript, by keyboard, on a phone, read aloud, in French.
import type { Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { seriousFaults, widthBeyondScreen } from './support/axe.js';
import { useBrowser } from './support/browser.js';

const browser = useBrowser();
let app: TestApp;
let keys: { live: string; test: string };

beforeAll(async () => {
  app = await startApp();
  const merchant = await app.make.merchant();
  keys = {
    live: await app.make.key(merchant.id, 'live'),
    test: await app.make.key(merchant.id, 'test'),
  };
});
afterAll(() => app.close());

const at = (path: string) => app.api.baseUrl + path;
/** What does nothing until its script has come; examples are picked without one. */
const WAITING_FOR_SCRIPT = 'button:visible, form:visible, select:visible:not(.picker > select)';
const PHONE = { viewport: { width: 390, height: 844 } };
const SMALL_PHONE = { viewport: { width: 320, height: 640 } };

/** Every page of the site, as its own list names them. */
async function allPages(): Promise<string[]> {
  const { text } = await app.api.expect('getLlmsText', 200);
  const names = [...text.matchAll(/\/docs\/([a-z-]+)\.md\)/g)].map(([, name]) => `/docs/${name}`);
  return ['/docs', ...names];
}

describe('read aloud and on any screen', () => {
  it('a planted fault is seen', async () => {
    const { context } = await browser.visitor({ bypassCSP: true });
    const page = await context.newPage();
    await page.goto(at('/docs/ping'));
    await page.evaluate(
      "document.querySelector('main').insertAdjacentHTML('beforeend', '<button></button>')",
    );
    expect(await seriousFaults(page)).toEqual(['button-name: <button></button>']);
  });

  it('axe finds nothing serious on any page, and none is wider than a phone', async () => {
    const faults: Record<string, unknown> = {};
    const left = await allPages();
    const looks = async () => {
      const { context } = await browser.visitor({ ...PHONE, bypassCSP: true });
      const page = await context.newPage();
      for (let path = left.pop(); path !== undefined; path = left.pop()) {
        await page.goto(at(path));
        const found = [
          ...(await seriousFaults(page)),
          ...((await widthBeyondScreen(page)) > 0 ? ['too wide'] : []),
        ];
        if (found.length > 0) faults[path] = found;
      }
    };
    await Promise.all([looks(), looks()]); // all the pages, one for each core at a time
    expect(faults).toEqual({});
  }, 600_000);

  it.each(['/docs/record-postback', '/docs/fr/record-postback', '/docs/fr', '/docs/fr/receive-webhooks'])(
    '%s is not wider than a small phone',
    async (path) => {
      const { page } = await browser.open(SMALL_PHONE);
      await page.goto(at(path));
      expect(await widthBeyondScreen(page)).toBeLessThanOrEqual(0);
    },
  );

  it.each(['light', 'dark'] as const)(
    'axe finds nothing serious in %s, in French, with all that folds open',
    async (scheme) => {
      const { context } = await browser.visitor({ colorScheme: scheme, bypassCSP: true });
      const page = await context.newPage();
      for (const name of ['/record-postback', '', '/errors', '/reference', '/event-conversion-refunded']) {
        const path = `/docs/fr${name}`;
        await page.goto(at(path));
        await page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))");
        expect(await seriousFaults(page)).toEqual([]);
      }
      await page.keyboard.press('/');
      await page.getByRole('combobox', { name: /Search|Rechercher/ }).fill('remboursement');
      await page.locator('dialog [role="option"]').first().waitFor();
      expect(await seriousFaults(page)).toEqual([]);
    },
    300_000,
  );
});

describe('with JavaScript blocked', () => {
  it('the whole page is there to read, and nothing that cannot work is shown', async () => {
    const { page, consoleErrors } = await browser.open({ javaScriptEnabled: false });
    await page.goto(at('/docs/record-postback'));
    await page.getByText('TypeScript definitions').last().click();
    const text = await page.locator('main').innerText();
    for (const said of [
      'Record a conversion',
      'externalId',
      'Authorization: Bearer',
      'curl -sS',
      'interface RecordPostbackBody',
    ]) {
      expect(text).toContain(said);
    }
    expect(await page.locator(WAITING_FOR_SCRIPT).count()).toBe(0);
    await page.getByText('Python', { exact: true }).first().click();
    expect(await page.locator('.samples .panel:visible').first().innerText()).toContain('import requests');
    await page.locator('#response-409 > summary').click();
    expect(await page.locator('#response-409').innerText()).toContain('The same order with another amount');
    await page.locator('.statuses label', { hasText: '409' }).click();
    expect(await page.locator('.statuses').innerText()).toContain('ALREADY_EXISTS');
    await page.locator('.picker > select').first().selectOption({ label: 'A test order with a live key' });
    expect(await page.locator('.samples .panel:visible').first().innerText()).toMatch(
      /^Python[\s\S]*import requests[\s\S]*smoke-test-1/,
    );
    expect(consoleErrors).toEqual([]);
  });

  it('an event is there to read: what is sent, and its key', async () => {
    const { page, consoleErrors } = await browser.open({ javaScriptEnabled: false });
    await page.goto(at('/docs/event-conversion-refunded'));
    await page.getByText('TypeScript definitions').last().click();
    const text = await page.locator('main').innerText();
    for (const said of [
      'Money was given back',
      '"refundedAmount": 1000',
      '{details.refundId}',
      'interface ConversionEvent',
    ])
      expect(text).toContain(said);
    expect(await page.locator(WAITING_FOR_SCRIPT).count()).toBe(0);
    expect(consoleErrors).toEqual([]);
  });

  it('the menu opens on a phone', async () => {
    const { page } = await browser.open({ ...PHONE, javaScriptEnabled: false });
    await page.goto(at('/docs/record-postback'));
    expect(await page.locator('#menu').isVisible()).toBe(false);
    await page.getByRole('link', { name: 'Menu' }).click();
    await page.getByRole('link', { name: 'Getting started' }).first().click();
    expect(page.url()).toBe(at('/docs/getting-started'));
  });
});

describe('by keyboard', () => {
  it('the first stop skips to the content, and a slash searches', async () => {
    const { page } = await browser.open();
    await page.goto(at('/docs/record-postback'));
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to content');
    await page.keyboard.press('Enter');
    expect(await page.evaluate('document.activeElement.id')).toBe('content');
    await page.keyboard.press('/');
    await page.keyboard.type('alreadyRefunded');
    await page.locator('dialog [role="option"]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/docs\/refund/);
  });

  it('the language of samples is chosen with arrows, and kept on the next page', async () => {
    const { page } = await browser.open();
    await page.goto(at('/docs/record-postback'));
    await page.getByRole('radio', { name: 'cURL' }).first().focus();
    for (const next of ['TypeScript', 'JavaScript', 'Python']) {
      await page.keyboard.press('ArrowRight');
      expect(await page.getByRole('radio', { name: next }).first().isChecked()).toBe(true);
    }
    expect(await page.locator('.samples .panel:visible').first().innerText()).toContain('import requests');
    await page.goto(at('/docs/refund-conversion'));
    expect(await page.getByRole('radio', { name: 'Python' }).first().isChecked()).toBe(true);
  });

  it('Escape closes the search and the menu', async () => {
    const { page } = await browser.open(PHONE);
    await page.goto(at('/docs/record-postback'));
    await page.getByRole('link', { name: 'Menu' }).click();
    expect(await page.locator('#menu').isVisible()).toBe(true);
    await page.keyboard.press('Escape');
    expect(await page.locator('#menu').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
  });
});

describe('searching', () => {
  it.each([
    ['/docs/errors', 'RATE_LIMIT_EXCEEDED', /\/docs\//],
    ['/docs/errors', 'postbak', /record-postback|postback/],
    ['/docs', 'listConversions', /\/docs\/list-conversions$/],
    ['/docs', 'exportConversions', /\/docs\/export-conversions$/],
    ['/docs', 'WWW-Authenticate', /#response-401$/],
    ['/docs', 'conversion.refunded', /\/docs\/event-conversion-refunded$/],
    ['/docs/fr/errors', 'idempotence', /\/docs\/fr\//],
  ])('on %s for "%s" finds the place', async (path, query, place) => {
    const { page, consoleErrors } = await browser.open();
    await page.goto(at(path));
    await page.getByRole('button', { name: /Search|Rechercher/ }).click();
    await page.getByRole('combobox', { name: /Search|Rechercher/ }).fill(query);
    expect(await page.locator('dialog [role="option"]').first().getAttribute('href')).toMatch(place);
    expect(consoleErrors).toEqual([]);
  });

  it('shows hits by kind with their words marked, the first chosen; arrows choose others, and one Escape closes', async () => {
    const { page, consoleErrors } = await browser.open();
    await page.goto(at('/docs'));
    await page.keyboard.press('/');
    const field = page.getByRole('combobox', { name: 'Search' });
    await field.fill('refund');
    const chosen = page.getByRole('dialog').getByRole('option', { selected: true });
    await page.getByRole('group', { name: 'Guides' }).getByRole('option').first().waitFor();
    for (const kind of ['Operations and events', 'Fields', 'Errors'])
      expect(await page.getByRole('group', { name: kind }).getByRole('option').count()).toBeGreaterThan(0);
    const first = page.getByRole('dialog').getByRole('option').first();
    expect(await chosen.getAttribute('id')).toBe(await first.getAttribute('id'));
    expect(await field.getAttribute('aria-activedescendant')).toBe(await first.getAttribute('id'));
    expect(await first.locator('mark').first().innerText()).toMatch(/refund/i);
    expect(await page.locator('dialog .method.post').first().innerText()).toBe('POST');
    await page.keyboard.press('ArrowDown');
    expect(await chosen.getAttribute('id')).toBe('search-hit-2');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('INPUT');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').isVisible()).toBe(false);
    expect(consoleErrors).toEqual([]);
  });

  it('leads to the field itself, and offers what was searched for before until it is cleared', async () => {
    const { page } = await browser.open();
    await page.goto(at('/docs'));
    await page.keyboard.press('/');
    await page.keyboard.type('coupon');
    await page
      .getByRole('option', { name: /affiliateCode/ })
      .first()
      .click();
    await page.waitForURL(/\/docs\/record-postback#body-affiliateCode$/);
    expect(await page.locator('#body-affiliateCode').isVisible()).toBe(true);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('combobox', { name: 'Search' }).fill('');
    await page.getByRole('button', { name: 'coupon' }).click();
    await page.getByRole('dialog').getByRole('option').first().waitFor();
    await page.getByRole('combobox', { name: 'Search' }).fill('');
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await page.getByText('Recent searches').isVisible()).toBe(false);
    expect(await page.evaluate('localStorage.length')).toBe(0);
  });

  it('says when nothing is found', async () => {
    const { page } = await browser.open();
    await page.goto(at('/docs'));
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('combobox', { name: /Search|Rechercher/ }).fill('qqqxyzzy');
    await page.getByText('Nothing found.').waitFor();
  });
});

describe('light and dark', () => {
  it('follow the system until the reader chooses, and the choice stays', async () => {
    const { page } = await browser.open({ colorScheme: 'dark' });
    const back = () => page.evaluate('getComputedStyle(document.body).backgroundColor');
    await page.goto(at('/docs'));
    expect(await back()).toBe('rgb(18, 20, 27)');
    await page.getByLabel('Theme').selectOption('light');
    expect(await back()).toBe('rgb(255, 255, 255)');
    await page.goto(at('/docs/errors'));
    expect(await back()).toBe('rgb(255, 255, 255)');
    expect(await page.getByLabel('Theme').inputValue()).toBe('light');
  });
});

describe('copying', () => {
  const clipboard = (page: Page) => page.evaluate<string>('navigator.clipboard.readText()');

  it('a sample, and the page as Markdown', async () => {
    const { context } = await browser.visitor({ permissions: ['clipboard-read', 'clipboard-write'] });
    const page = await context.newPage();
    await page.goto(at('/docs/record-postback'));
    const sample = page.locator('.samples .code').first();
    await sample.hover();
    await sample.getByRole('button', { name: 'Copy' }).click();
    await sample.getByText('Copied').waitFor();
    expect(await clipboard(page)).toMatch(/^curl -sS[\s\S]*conversions\/postback/);
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    // The page's own button: the sample's may still say so.
    await page.locator('.copy-markdown', { hasText: 'Copied' }).first().waitFor();
    const { text } = await app.api.call('getDocsPage', { path: { page: 'record-postback.md' } });
    await expect(clipboard(page)).resolves.toBe(text);
  });
});

describe('the other language', () => {
  it('is one click away, on the same page, and back', async () => {
    const { page } = await browser.open();
    await page.goto(at('/docs/refunds'));
    await page.getByRole('link', { name: 'Français' }).click();
    expect(page.url()).toBe(at('/docs/fr/refunds'));
    expect(await page.locator('html').getAttribute('lang')).toBe('fr');
    await page.getByRole('link', { name: 'English' }).click();
    expect(page.url()).toBe(at('/docs/refunds'));
  });
});

describe('trying it', () => {
  async function panel(path: string) {
    const { page } = await browser.open();
    const sent: { url: string; body: string | null }[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname.startsWith('/api/')) {
        sent.push({ url: request.url(), body: request.postData() });
      }
    });
    await page.goto(at(path));
    const form = page.locator('.try form');
    return {
      page,
      form,
      sent,
      key: form.getByLabel('API key'),
      dryRun: form.getByLabel('Dry run'),
      send: async () => {
        await form.getByRole('button', { name: 'Send' }).click();
        await form.locator('.status').filter({ hasText: /\S/, hasNotText: 'Sending' }).waitFor();
        return `${await form.locator('.status').innerText()}\n${await form.locator('.reply').innerText()}`;
      },
    };
  }

  it('a test key records an order with a name of its own; sent again it is the same order, on a new page another', async () => {
    const { page, key, dryRun, sent, send } = await panel('/docs/record-postback');
    await key.fill(keys.test);
    expect(await dryRun.isChecked()).toBe(false);
    expect(await send()).toContain('Response 201');
    expect(await send()).toContain('Response 200');
    await page.reload();
    await key.fill(keys.test);
    expect(await send()).toContain('Response 201');
    const names = sent.map(({ body }) => (JSON.parse(body as string) as { externalId: string }).externalId);
    expect(new Set(names).size).toBe(2);
    for (const name of names) expect(name).toMatch(/^order-10001-[a-z2-9]{6}$/);
  });

  it('a live key is a dry run until the box is unticked, and stores nothing', async () => {
    const { key, dryRun, sent, send } = await panel('/docs/record-postback');
    await key.fill(keys.live);
    expect(await dryRun.isChecked()).toBe(true);
    expect(await send()).toContain('"dryRun": true');
    expect(sent[0]?.url).toContain('dryRun=true');
    await dryRun.uncheck();
    expect(await send()).toContain('Response 201');
    expect(sent[1]?.url).not.toContain('dryRun');
  });

  it('what has no dry run asks before a live key changes anything', async () => {
    const { key, form, sent, send } = await panel('/docs/refund-conversion');
    await key.fill(keys.live);
    expect(await send()).toContain('Tick the box first');
    expect(sent).toEqual([]);
    await form.getByLabel('This is a live key').check();
    expect(await send()).toContain('Response 404');
    await key.fill(keys.test);
    expect(await form.getByLabel('This is a live key').isVisible()).toBe(false);
    expect(await send()).toContain('Response 404');
  });

  it('the key is kept nowhere: not in storage, cookies or the address, and a reload forgets it', async () => {
    const { page, key, send } = await panel('/docs/ping');
    await key.fill(keys.test);
    expect(await send()).toContain('Response 200');
    const kept = await page.evaluate(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href, history.state])',
    );
    expect(kept).not.toContain(keys.test);
    await page.reload();
    expect(await key.inputValue()).toBe('');
    await page.goBack();
    await page.goForward();
    expect(await key.inputValue()).toBe('');
  });

  it('a live key that came without a word, as by autofill, is seen when the call is sent', async () => {
    const { page, sent, send } = await panel('/docs/record-postback');
    await page.evaluate(
      `document.querySelector('.try input[name=key]').value = ${JSON.stringify(keys.live)}`,
    );
    expect(await send()).toContain('"dryRun": true');
    expect(sent[0]?.url).toContain('dryRun=true');
  });

  it('who leaves the page and comes back by the way back finds no key and no reply', async () => {
    const { page, form, key, send } = await panel('/docs/ping');
    await key.fill(keys.test);
    expect(await send()).toContain('Response 200');
    await page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true }))");
    expect(await key.inputValue()).toBe('');
    expect(await form.locator('.reply').innerText()).toBe('');
  });

  it.each([
    ['a key that no header can hold', 'rc_test_…', 'This is no API key'],
    ['an id that would be a step in the path', '..', 'Fill in first: conversionId'],
  ])('%s is not sent', async (_, value, said) => {
    const { key, form, sent, send } = await panel('/docs/get-conversion');
    const isKey = value.startsWith('rc_');
    await key.fill(isKey ? value : keys.test);
    if (!isKey) await form.locator('input[data-in=path]').fill(value);
    expect(await send()).toContain(said);
    expect(sent).toEqual([]);
  });

  it('a whole header pasted as key is read as the key', async () => {
    const { key, dryRun, send } = await panel('/docs/record-postback');
    await key.fill(`Bearer ${keys.test}`);
    expect(await dryRun.isChecked()).toBe(false);
    expect(await send()).toContain('Response 201');
  });

  it('a body that is no JSON is not sent, and says where it breaks', async () => {
    const { key, form, sent, send } = await panel('/docs/record-postback');
    await key.fill(keys.test);
    await form.locator('textarea').fill('{"amount": 1,}');
    expect(await send()).toContain('The body is not JSON');
    expect(sent).toEqual([]);
  });

  it('parameters are put where they belong', async () => {
    const { key, form, sent, send } = await panel('/docs/get-conversion');
    await key.fill(keys.test);
    await form.locator('input[data-in=path]').fill('a/b c');
    expect(await send()).toContain('Response 404');
    expect(sent[0]?.url).toMatch(/\/conversions\/a%2Fb%20c$/);
    const list = await panel('/docs/list-conversions');
    await list.key.fill(keys.test);
    await list.form.locator('input[name=limit]').fill('1');
    expect(await list.send()).toContain('Response 200');
    expect(list.sent[0]?.url).toMatch(/\/conversions\?limit=1$/);
  });
});

describe('what is folded', () => {
  it.each([
    '/docs/record-postback#response-409',
    '/docs/record-postback#response-fields',
    '/docs/record-postback#response-attribution.attempts.value',
  ])('opens for a link to it: %s', async (path) => {
    const { page } = await browser.open();
    await page.goto(at(path));
    const place = page.locator(`[id="${new URL(at(path)).hash.slice(1)}"]`);
    await place.waitFor({ state: 'visible' });
    expect(await page.locator('details:not([open])').and(place).count()).toBe(0);
  });

  it('opens for a link on the page itself, each time', async () => {
    const { page } = await browser.open();
    await page.goto(at('/docs/record-postback'));
    const folded = page.locator('details:has(#attribution)');
    for (let time = 1; time <= 2; time++) {
      await page.getByRole('link', { name: 'Attribution' }).first().click();
      expect(await folded.getAttribute('open')).toBe('');
      await folded.locator('summary').click();
    }
  });
});

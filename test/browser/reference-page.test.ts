// The page of an operation in a browser: how long it is, what stays in view, and that request and response are picked together.
import { startApp, type TestApp } from '../support/app.js';
import { useBrowser } from './support/browser.js';

const browser = useBrowser();
let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const DESK = { viewport: { width: 1440, height: 900 } };

async function opened(path: string, options = DESK) {
  const { page } = await browser.open(options);
  await page.goto(app.api.baseUrl + path);
  return page;
}

it('the page of recordPostback is six screens at most', async () => {
  const page = await opened('/docs/record-postback');
  expect(await page.evaluate('document.documentElement.scrollHeight')).toBeLessThanOrEqual(6 * 900);
});

describe('request and response', () => {
  it('are picked together: an example shows what answers it, and the other way round', async () => {
    const page = await opened('/docs/refund-conversion');
    const [request, response] = [
      page.locator('section:has(> #request)'),
      page.locator('section:has(> #response)'),
    ];
    await request.locator('select').selectOption({ label: 'Perhaps before the order' });
    expect(await request.locator('.code:visible').innerText()).toContain('"ifUnknown": "keep"');
    expect(await response.locator('input:checked').inputValue()).toBe('202');
    expect(await response.locator('.code:visible').innerText()).toContain('"kept": true');
    await response.locator('label', { hasText: '200' }).first().click();
    await response.locator('select:visible').selectOption({ label: 'A part was refunded' });
    expect(await request.locator('.code:visible').innerText()).toContain('"amount": 1490');
  });

  it('stay beside the text while it is read, and neither is taller than the screen', async () => {
    const page = await opened('/docs/record-postback#body-customerId');
    const box = await page.locator('.samples').boundingBox();
    expect(box!.y).toBeGreaterThan(0);
    expect(box!.y + box!.height).toBeLessThanOrEqual(900);
  });

  it('an example that a status names is shown by its link', async () => {
    const page = await opened('/docs/record-postback#response-409');
    await page.getByRole('link', { name: 'Two fields differ' }).click();
    expect(await page.locator('.statuses input:checked').inputValue()).toBe('409');
    expect(await page.locator('.statuses .panel:visible select').inputValue()).toBe('otherTypeAndCurrency');
  });
});

describe('nothing moves', () => {
  /** What moved on a page without the reader's doing, as the browser counts it. */
  async function shiftOn(path: string, planted = ''): Promise<number> {
    const { page } = await browser.open(DESK);
    await page.addInitScript(`localStorage.setItem('sample-language', 'Java');
      self.shifts = 0;
      new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => (self.shifts += value)))
        .observe({ type: 'layout-shift', buffered: true });`);
    await page.goto(app.api.baseUrl + path);
    await page.evaluate(planted);
    const painted = 'new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))';
    await page.evaluate(painted);
    return page.evaluate<number>(`${painted}.then(() => self.shifts)`);
  }

  it.each([
    '/docs/record-postback',
    '/docs/list-conversions',
    '/docs/event-conversion-refunded',
    '/docs/fr/refunds',
  ])('when the scripts of %s come', async (path) => {
    expect(await shiftOn(path)).toBeLessThan(0.02);
  });

  it('a planted push is seen', async () => {
    const push = `document.querySelector('.article').insertAdjacentHTML('afterbegin', '<p>A</p>'.repeat(20))`;
    expect(await shiftOn('/docs/refunds', push)).toBeGreaterThan(0.02);
  });

  it('a language chosen before is the one shown', async () => {
    const page = await opened('/docs/record-postback');
    await page.locator('.samples .tab-row').getByText('Java', { exact: true }).click();
    await page.goto(`${app.api.baseUrl}/docs/ping`);
    expect(await page.locator('#request ~ * .code:visible').innerText()).toContain('public class');
  });
});

/** Runs in the page: the texts that are wider than a sentence of 75 characters in the same letters. */
const tooWide = `() => {
  const sentence = 'Send what you know about the visit or the customer: the more, the better it is';
  return [...document.querySelectorAll('.article :is(p, li):not(footer p)')].filter((one) => {
    const measure = document.createElement('b');
    measure.textContent = sentence.slice(0, 75);
    measure.style.fontWeight = 'inherit';
    measure.style.whiteSpace = 'pre';
    measure.style.position = 'absolute';
    one.append(measure);
    const most = measure.offsetWidth;
    measure.remove();
    return one.offsetWidth > most && one.textContent.length > 75 && !one.querySelector('p');
  }).map((one) => one.textContent.slice(0, 60));
}`;

describe('to read', () => {
  it('the section that is read is marked, and its list stays in view', async () => {
    const page = await opened('/docs/record-postback#responses');
    const marked = page.locator('.outline a[aria-current]');
    await page.locator('.outline a[href="#responses"][aria-current]').waitFor();
    expect(await marked.count()).toBe(1);
    const box = await page.locator('.outline').boundingBox();
    expect(box!.y).toBeGreaterThanOrEqual(0);
    expect(box!.y).toBeLessThan(100);
  });

  it.each(['/docs/record-postback', '/docs/fr/refunds', '/docs/reference'])(
    'no line of %s is wider than 75 characters, and no code is broken',
    async (path) => {
      const page = await opened(path);
      expect(await page.evaluate<string[]>(`(${tooWide})()`)).toEqual([]);
      const broken = "getComputedStyle(one).whiteSpace !== 'pre'";
      const blocks = "[...document.querySelectorAll('pre, pre code')]";
      expect(await page.evaluate(`${blocks}.filter((one) => ${broken}).length`)).toBe(0);
      expect(await page.evaluate(`${blocks}.length`)).toBeGreaterThan(0);
    },
  );

  it('the button that copies has a line of its own above the code, and is there at once', async () => {
    const page = await opened('/docs/record-postback');
    const block = page.locator('.samples .code:visible').first();
    const button = await block.getByRole('button', { name: 'Copy' }).boundingBox();
    const code = await block.locator('pre').boundingBox();
    expect(button!.y + button!.height).toBeLessThanOrEqual(code!.y);
  });
});

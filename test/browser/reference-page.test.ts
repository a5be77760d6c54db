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

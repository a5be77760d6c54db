// The panel that makes a call from its page: fields and raw body are one, the reply comes into view, and the key is kept if it is asked for.
import { startApp, type TestApp } from '../support/app.js';
import { useBrowser } from './support/browser.js';

const browser = useBrowser();
let app: TestApp;
let key: string;

beforeAll(async () => {
  app = await startApp();
  const merchant = await app.make.merchant();
  key = await app.make.key(merchant.id, 'test');
});
afterAll(() => app.close());

async function panel(path: string) {
  const { page } = await browser.open();
  await page.goto(`${app.api.baseUrl}${path}`);
  const form = page.locator('.try form');
  const body = async () => JSON.parse(await form.locator('textarea').inputValue()) as Record<string, unknown>;
  return { page, form, body, field: (name: string) => form.locator(`[data-field="${name}"]`) };
}

describe('the fields and the raw body', () => {
  it('are one thing: what is changed in one is changed in the other', async () => {
    const { form, body, field } = await panel('/docs/record-postback');
    expect(await field('amount').inputValue()).toBe('4990');
    await field('amount').fill('1200');
    await field('conversionType').selectOption('LEAD');
    await field('customerId').fill('');
    await field('metadata').fill('{"a":[1]}');
    expect(await body()).toMatchObject({ amount: 1200, conversionType: 'LEAD', metadata: { a: [1] } });
    expect(await body()).not.toHaveProperty('customerId');
    await form.locator('textarea').fill('{"externalId":"mine","isSynthetic":true}');
    expect(await field('externalId').inputValue()).toBe('mine');
    expect(await field('amount').inputValue()).toBe('');
    await form.getByText('Other fields').click();
    expect(await field('isSynthetic').inputValue()).toBe('true');
  });

  it('a field that is no JSON keeps the call from being sent, and is named', async () => {
    const { form, field } = await panel('/docs/record-postback');
    await form.getByLabel('API key').fill(key);
    await field('metadata').fill('{"a":');
    await form.getByRole('button', { name: 'Send' }).click();
    expect(await form.locator('.status').innerText()).toContain('metadata');
  });
});

it('what comes back is in view after the call is sent', async () => {
  const { page, form } = await panel('/docs/list-conversions#try-it');
  await page.setViewportSize({ width: 390, height: 600 });
  await form.getByLabel('API key').fill(key);
  await form.getByLabel('API key').press('Enter');
  await form.locator('.status', { hasText: 'Response 200' }).waitFor();
  const box = await form.locator('.status').boundingBox();
  expect(box!.y).toBeGreaterThan(0);
  expect(box!.y + box!.height).toBeLessThanOrEqual(600);
});

describe('the key', () => {
  it('is kept for the tab once the box is ticked, until it is unticked, and for no other tab', async () => {
    const { page, form } = await panel('/docs/ping');
    await form.getByLabel('API key').fill(key);
    await form.getByLabel('Keep the key in this tab').check();
    await page.goto(`${app.api.baseUrl}/docs/list-conversions`);
    expect(await form.getByLabel('API key').inputValue()).toBe(key);
    const other = await page.context().newPage();
    await other.goto(page.url());
    expect(await other.getByLabel('API key').inputValue()).toBe('');
    await form.getByLabel('Keep the key in this tab').uncheck();
    await page.reload();
    expect(await form.getByLabel('API key').inputValue()).toBe('');
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).toBe(
      '[{},{}]',
    );
  });

  it('kept or not, a live one asks for consent on each page', async () => {
    const { page, form } = await panel('/docs/ping');
    await form.getByLabel('API key').fill('rc_live_x');
    await form.getByLabel('Keep the key in this tab').check();
    await page.goto(`${app.api.baseUrl}/docs/record-postback`);
    expect(await form.getByLabel('Dry run').isChecked()).toBe(true);
  });
});

// The last requests as whoever integrates a shop watches them: what fails appears by itself, with what was wrong and where it is explained.
import { invalid } from '../support/call.js';
import { named, rememberedOf } from '../support/remembered.js';
import { seriousFaults, widthBeyondScreen } from './support/axe.js';
import { useDashboard, type Shop } from './support/dashboard.js';

const dashboard = useDashboard();

/** A call that is refused for a field that it misspells. */
async function misspell({ merchant }: Shop): Promise<string> {
  const { requestId, headers } = named();
  const { api, make } = dashboard.app;
  const body = invalid({ ...make.order(), affilateCode: 'mila' });
  await api.expect('recordPostback', 422, { as: merchant.test, headers, body });
  await rememberedOf(dashboard.app, merchant.test, requestId);
  return requestId;
}

it('the first call appears by itself; one that fails says what was wrong, and leads to its part of the guide', async () => {
  const shop = await dashboard.shop();
  const own = await dashboard.app.make.merchant('Quiet Shop');
  const owner = await dashboard.app.make.person(own.id, { hasPassword: true });
  const page = await dashboard.open(owner, { permissions: ['clipboard-read', 'clipboard-write'] });
  await page.goto(dashboard.at('/requests'));
  const call = await page.getByLabel('A call to try').locator('code').innerText();
  expect(call).toContain('http://127.0.0.1:3000/api/v1/campaigns');
  const requestId = await misspell({ ...shop, merchant: own });
  const request = page.getByRole('listitem').filter({ hasText: 'recordPostback' });
  await request.getByText('is not known here; did you mean affiliateCode?').waitFor();
  expect(await request.innerText()).toContain('422');
  await request.getByRole('link', { name: 'What to do: VALIDATION_FAILED' }).focus();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await request.getByText('Copied').waitFor();
  await expect(page.evaluate('navigator.clipboard.readText()')).resolves.toBe(requestId);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/docs\/errors#validation_failed$/);
  await page.getByRole('heading', { name: 'VALIDATION_FAILED' }).waitFor();
});

it('what is new waits behind a button; filters stand in the address, and a key leads to its own requests', async () => {
  const shop = await dashboard.shop();
  const page = await dashboard.open(shop.owner);
  await misspell(shop);
  await page.goto(dashboard.at('/requests'));
  const rows = page.getByRole('list', { name: 'Requests' }).locator(':scope > li');
  await rows.first().waitFor();
  const before = await rows.count();
  const { requestId, headers } = named();
  await dashboard.app.api.expect('ping', 200, { as: shop.merchant.test, headers });
  await rememberedOf(dashboard.app, shop.merchant.test, requestId);
  const button = page.getByRole('button', { name: 'Show 1 new request' });
  await button.waitFor();
  expect(await rows.count()).toBe(before);
  await button.click();
  await rows.filter({ hasText: 'ping' }).waitFor();
  await page.getByLabel('Outcome').selectOption({ label: 'Failed only' });
  await rows.filter({ hasText: 'ping' }).waitFor({ state: 'detached' });
  await rows.filter({ hasText: 'recordPostback' }).waitFor();
  expect(await rows.count()).toBe(1);
  expect(page.url()).toContain('failed=true');
  await page.goBack();
  await rows.filter({ hasText: 'ping' }).waitFor();
  await page.goto(dashboard.at('/keys'));
  await page
    .getByRole('link', { name: /^Requests of Key/ })
    .first()
    .click();
  await page.waitForURL(/\/requests\?.*key=key_/);
  await rows.filter({ hasText: 'ping' }).waitFor();
});

it.each([
  ['en', 'light'],
  ['fr', 'dark'],
] as const)(
  'are for everybody: in %s, %s, on a small phone axe finds nothing serious',
  async (language, colorScheme) => {
    const shop = await dashboard.shop();
    const { owner } = shop;
    await dashboard.app.api.expect('updateMe', 200, { as: owner.session, body: { language } });
    await misspell(shop);
    const viewport = { width: 320, height: 640 };
    const page = await dashboard.open(owner, { viewport, colorScheme, bypassCSP: true });
    await page.goto(dashboard.at('/requests'));
    await page.locator('main li').first().waitFor();
    const told = {
      en: 'is not known here; did you mean affiliateCode?',
      fr: 'est inconnu ici ; vouliez-vous dire affiliateCode ?',
    };
    await page.getByText(told[language]).waitFor();
    expect(await seriousFaults(page)).toEqual([]);
    expect(await widthBeyondScreen(page)).toBeLessThanOrEqual(0);
  },
);

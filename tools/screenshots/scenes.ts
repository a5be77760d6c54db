// What the pictures show: a screen each, as it is when its content is there.
import type { Page } from 'playwright-core';
import type { Shop } from './shop.js';

export interface Scene {
  /** The picture is `dashboard-<name>.png`. */
  name: string;
  /** Beneath /dashboard. */
  path: (shop: Shop) => string | Promise<string>;
  /** Waits until there is something to see, or brings it about. */
  ready: (page: Page) => Promise<unknown>;
}

/** What stands in it has to be drawn, too. */
const shows = (selector: string) => async (page: Page) => {
  await page.locator(selector).first().waitFor();
  await page.waitForLoadState('networkidle').catch(() => undefined); // a screen that looks again and again is never idle
};

const ROW = '[role=row] [role=cell]';

export const scenes: readonly Scene[] = [
  { name: 'overview', path: () => '', ready: shows(ROW) },
  { name: 'orders', path: () => '/orders', ready: shows(ROW) },
  {
    name: 'order',
    path: async (shop) => `/orders/${(await shop.order('ATTRIBUTED')).conversionId}`,
    ready: shows('main ol li'),
  },
  {
    name: 'why',
    path: async (shop) =>
      `/why?kind=order&q=${encodeURIComponent((await shop.order('UNATTRIBUTED')).externalId)}`,
    ready: shows('main ol li'),
  },
  {
    name: 'new-key',
    path: () => '/keys',
    ready: async (page) => {
      await page.locator('main header button, main button').first().click();
      await page.getByRole('dialog').waitFor();
    },
  },
  { name: 'requests', path: () => '/requests', ready: shows('main li') },
  { name: 'members', path: () => '/members', ready: shows('main li') },
];

// The dashboard's screens in a real Chromium: how long each takes until it can be used, and which calls it makes and when. What
// viewers do is played back from there, so that it is what the screens really do.
import { chromium, type Browser, type Page } from 'playwright-core';
import { HOW_TO_INSTALL, findChromium } from '../../test/browser/support/chromium.mjs';
import type { End } from '../stage/end.js';
import type { World } from './world.js';

/** How long somebody looks at a screen. */
export const STAY_MS = 5_000;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];

export interface Screen {
  name: string;
  /** Beneath /dashboard. */
  path: string;
  /** What is there once the screen can be used. */
  usable: string;
}

/** A call, and how long after the screen was opened. */
export interface TimedCall {
  afterMs: number;
  /** With its query. */
  path: string;
}

export interface SeenScreen extends Screen {
  /** From the navigation, with an empty cache, until it can be used. */
  usableAfterMs: number[];
  calls: TimedCall[];
}

const ROW = '[role=row] [role=cell]';

export function screensOf({ example }: World): Screen[] {
  const { conversionId, affiliateId, clickId, sessionId, emailHash } = example;
  const day = new Date(Date.now() - 30 * 86_400_000).toISOString().slice(0, 10);
  return [
    { name: 'overview', path: '', usable: ROW },
    { name: 'orders', path: '/orders', usable: ROW },
    { name: 'orders credited to nobody', path: '/orders?status=UNATTRIBUTED', usable: ROW },
    { name: 'orders of an affiliate', path: `/orders?affiliateId=${affiliateId}`, usable: ROW },
    { name: 'orders of one day', path: `/orders?from=${day}&to=${day}`, usable: ROW },
    { name: "an order's page", path: `/orders/${conversionId}`, usable: 'main ol li' },
    { name: 'why, by click', path: `/why?kind=click&q=${clickId}`, usable: 'main ol li' },
    { name: 'why, by session', path: `/why?kind=session&q=${sessionId}`, usable: 'main ol li' },
    { name: 'why, by email', path: `/why?kind=email&q=${emailHash}`, usable: 'main ol li' },
    { name: 'keys', path: '/keys', usable: 'main li' },
    { name: 'requests', path: '/requests', usable: 'main li' },
    { name: 'members', path: '/members', usable: 'main li' },
    { name: 'audit log', path: '/audit-log', usable: 'main h1' },
  ];
}

/** Opens each screen so many times, and writes down what it calls the first time. @throws Error without Chromium, or when a screen stays empty */
export async function seeScreens(end: End, world: World, times: number): Promise<SeenScreen[]> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(HOW_TO_INSTALL);
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  end.with(() => browser.close());
  const seen: SeenScreen[] = [];
  for (const screen of screensOf(world)) {
    const usableAfterMs: number[] = [];
    let calls: TimedCall[] = [];
    for (let time = 0; time < times; time++) {
      const visit = await visitOnce(browser, world, screen, time === 0);
      usableAfterMs.push(visit.usableAfterMs);
      if (time === 0) calls = visit.calls;
    }
    seen.push({ ...screen, usableAfterMs, calls });
  }
  await browser.close();
  return seen;
}

async function visitOnce(browser: Browser, world: World, screen: Screen, isLong: boolean) {
  const base = `http://127.0.0.1:${world.program.port}`;
  const context = await browser.newContext({ locale: 'en-GB' });
  await context.addCookies([{ name: 'rc_session', value: world.token, url: base }]);
  const page = await context.newPage();
  const startedAt = performance.now();
  const calls = noteCalls(page, startedAt);
  const { merchant, mode } = world.tenant;
  const address = new URL(`${base}/dashboard${screen.path}`);
  address.searchParams.set('merchant', merchant);
  address.searchParams.set('mode', mode);
  await page.goto(address.href, { waitUntil: 'commit' });
  await page.locator(screen.usable).first().waitFor({ timeout: 30_000 });
  const usableAfterMs = performance.now() - startedAt;
  if (isLong) await page.waitForTimeout(Math.max(0, STAY_MS - usableAfterMs));
  await context.close();
  return { usableAfterMs, calls };
}

function noteCalls(page: Page, startedAt: number): TimedCall[] {
  const calls: TimedCall[] = [];
  page.on('request', (request) => {
    const { pathname, search } = new URL(request.url());
    if (request.method() === 'GET' && pathname.startsWith('/api/'))
      calls.push({ afterMs: performance.now() - startedAt, path: pathname + search });
  });
  return calls;
}

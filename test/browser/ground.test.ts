// The ground the other browser tests stand on: the guard sees what pages send elsewhere, whatever way they send it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { useBrowser } from './support/browser.js';
import { findChromium } from './support/chromium.mjs';
import { startSite, type Site } from './support/site.js';

const browser = useBrowser();
let site: Site;

beforeAll(async () => {
  site = await startSite((_, response) => {
    response.setHeader('content-type', 'text/html').end('<!doctype html><title>A page</title><p>Here');
  });
});
afterAll(() => site.close());

describe('the guard', () => {
  it.each([
    ['a picture', "new Image().src = 'http://pixel.example/p.gif'", 'GET http://pixel.example/p.gif'],
    ['fetch', "fetch('https://api.example/x').catch(() => 0)", 'CONNECT api.example:443'],
    ['a beacon', "navigator.sendBeacon('https://beacon.example/')", 'CONNECT beacon.example:443'],
    ['a socket', "new WebSocket('wss://socket.example/')", 'CONNECT socket.example:443'],
    [
      'a frame',
      "document.body.appendChild(Object.assign(document.createElement('iframe'), { src: 'http://frame.example/' }))",
      'GET http://frame.example/',
    ],
    [
      'a worker',
      `new Worker(URL.createObjectURL(new Blob(["fetch('http://worker.example/').catch(() => 0)"])))`,
      'GET http://worker.example/',
    ],
  ])('sees what a page sends by %s', async (_, script, seen) => {
    const { page } = await browser.open();
    await page.goto(site.url);
    await page.evaluate(`void (${script})`);
    const found: string[] = [];
    await until(() => found.push(...browser.sentOutside()) && found.length > 0);
    expect(new Set(found)).toEqual(new Set([seen]));
  });

  it('lets pages talk to this machine, by name and by number', async () => {
    const { page, consoleErrors } = await browser.open();
    await page.goto(site.url);
    await page.goto(site.urlByNumber);
    expect(await page.title()).toBe('A page');
    expect(consoleErrors).toEqual([]);
    expect(browser.sentOutside()).toEqual([]);
  });

  it('collects what pages print as errors', async () => {
    const { page, consoleErrors } = await browser.open();
    await page.goto(site.url);
    await page.evaluate("console.error('something is wrong')");
    expect(consoleErrors).toEqual(['something is wrong']);
  });
});

describe('without a Chromium', () => {
  const nowhere = { ...process.env, CHROMIUM: join(process.cwd(), 'no-such-browser') };

  it('none is found', () => {
    expect(findChromium(nowhere)).toBeNull();
    expect(findChromium({ PATH: process.cwd(), CHROMIUM: process.execPath })).toBe(process.execPath);
  });

  it('the run is red and says what to install', () => {
    const run = spawnSync(process.execPath, ['test/run.mjs', '--browser'], {
      env: nowhere,
      encoding: 'utf8',
    });
    expect(run.status).toBe(1);
    expect(run.stdout).toContain('apt-get install chromium');
    expect(run.stdout.trim().split('\n').at(-1)).toBe('0 passed, 1 failed');
  });
});

async function until(isSo: () => boolean | number): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!isSo() && Date.now() < deadline) await new Promise((resolve) => setTimeout(resolve, 20));
}

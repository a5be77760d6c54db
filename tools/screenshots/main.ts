// Starts the service in a folder of its own, fills the demo, and takes each picture in both languages, in a real Chromium.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser } from 'playwright-core';
import { projectRoot } from '#platform/contract/project-root.js';
import { HOW_TO_INSTALL, findChromium } from '../../test/browser/support/chromium.mjs';
import { endBySignal, makeDataFolder, startRunningService } from '../../test/support/running-service.js';
import { scenes, type Scene } from './scenes.js';
import { Shop } from './shop.js';

const languages = ['en', 'fr'] as const;
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const SIZE = { width: 1120, height: 720 };
/** The same seed tells the same story; its times are those of the ninety days before now. */
const DEMO = ['--orders', '400', '--seed', '11'];

/** Where a picture is kept, as a guide names it: `![…](dashboard-orders.png)`. */
const fileOf = (language: string, { name }: Scene) =>
  join(projectRoot(), 'web', 'docs', 'images', language, `dashboard-${name}.png`);

export async function main(): Promise<void> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(HOW_TO_INSTALL);
  const folder = makeDataFolder();
  const service = await startRunningService(folder.dataDir);
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    await fillDemo(folder.dataDir);
    const shop = await Shop.join(service.url, service.key as string, linkIn(service.said()));
    await shop.live();
    for (const language of languages) {
      await shop.speak(language);
      for (const scene of scenes) await take(browser, shop, language, scene);
    }
  } finally {
    await browser.close();
    await endBySignal(service, 'SIGTERM');
    folder.remove();
  }
}

async function fillDemo(dataDir: string): Promise<void> {
  const args = ['bin/run.mjs', 'cli/demo', ...DEMO];
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' };
  const child = spawn(process.execPath, args, {
    cwd: projectRoot(),
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`the demo was not filled: ${code}`);
}

/** The link that the first start prints for the demo's owner. */
function linkIn(said: string): string {
  const [link] = /http\S+\/dashboard\/join#\S+/.exec(said) ?? [];
  if (link === undefined) throw new Error(`no link was printed:\n${said}`);
  return link;
}

async function take(browser: Browser, shop: Shop, language: string, scene: Scene): Promise<void> {
  const path = fileOf(language, scene);
  mkdirSync(join(path, '..'), { recursive: true });
  const context = await browser.newContext({ viewport: SIZE, colorScheme: 'light', reducedMotion: 'reduce' });
  await context.addCookies([{ name: 'rc_session', value: shop.session, url: shop.url }]);
  const page = await context.newPage();
  await page.goto(`${shop.url}/dashboard${await scene.path(shop)}`);
  await scene.ready(page);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  await context.close();
  console.log(path.slice(projectRoot().length + 1));
}

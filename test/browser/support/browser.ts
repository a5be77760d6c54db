// A headless Chromium for the tests of one file. After each test its visitors are gone, and the test is red if anything was sent to
// a host other than this machine, or if a page threw something that nobody caught.
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from 'playwright-core';
import { HOW_TO_INSTALL, findChromium } from './chromium.mjs';
import { startOutside, type Outside } from './outside.js';

/** --no-sandbox: tests run as root in containers, where Chromium's own sandbox cannot start. */
const FLAGS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
const PATIENCE_MS = 10_000;

/** One person's browser: cookies and storage of their own, shared by their pages. */
export interface Visitor {
  context: BrowserContext;
  /** A tab; what it prints as an error is collected. */
  open: () => Promise<VisitorPage>;
}

export interface VisitorPage {
  page: Page;
  /** Lines printed by console.error, and loads that failed. */
  consoleErrors: string[];
}

export interface TestBrowser {
  /** Somebody who was never here before. */
  visitor(options?: BrowserContextOptions): Promise<Visitor>;
  /** A new visitor's first page. */
  open(options?: BrowserContextOptions): Promise<VisitorPage>;
  /** What was sent to other hosts since the last look; having looked, the test is not red for it. */
  sentOutside(): string[];
}

/** Starts a browser before the tests of this file, and ends it after them. */
export function useBrowser(): TestBrowser {
  let started: { browser: Browser; outside: Outside };
  let contexts: BrowserContext[] = [];
  let thrown: string[] = [];

  beforeAll(async () => {
    started = await launch();
  });
  afterAll(async () => {
    await started?.browser.close();
    await started?.outside.close();
  });
  afterEach(async () => {
    await Promise.all(contexts.map((context) => context.close()));
    const faults = { sentOutside: started.outside.taken(), uncaughtInPages: thrown };
    contexts = [];
    thrown = [];
    expect(faults).toEqual({ sentOutside: [], uncaughtInPages: [] });
  });

  const visitor = async (options: BrowserContextOptions = {}): Promise<Visitor> => {
    const context = await started.browser.newContext(options);
    context.setDefaultTimeout(PATIENCE_MS);
    context.on('weberror', (error) => thrown.push(String(error.error())));
    contexts.push(context);
    return { context, open: () => openPage(context) };
  };
  return {
    visitor,
    open: async (options) => (await visitor(options)).open(),
    sentOutside: () => started.outside.taken(),
  };
}

async function launch(): Promise<{ browser: Browser; outside: Outside }> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error(HOW_TO_INSTALL);
  const outside = await startOutside();
  // As a flag, and not as Playwright's option: that would send loopback through the proxy, too.
  const args = [...FLAGS, `--proxy-server=${outside.proxy}`];
  try {
    return { browser: await chromium.launch({ executablePath, args }), outside };
  } catch (error) {
    await outside.close();
    throw error;
  }
}

async function openPage(context: BrowserContext): Promise<VisitorPage> {
  const page = await context.newPage();
  const consoleErrors: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') consoleErrors.push(message.text());
  });
  return { page, consoleErrors };
}

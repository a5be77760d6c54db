// A real service and a merchant's shop beside it, which has the browser script in its pages and reports orders from its server.
import { ReportsService } from '#tracking/browser-script/reports.service.js';
import type { Schema } from '#platform/contract/operation.js';
import { startApp, type SharedApp } from '../../support/app.js';
import type { TestLink } from '../../support/makers.js';
import { unique } from '../../support/makers.js';
import { startSite, type Site } from './site.js';

export interface Shop {
  app: SharedApp;
  site: Site;
  /** The service as pages reach it. */
  serviceUrl: string;
  link: TestLink;
  /** Another affiliate's. */
  otherLink: TestLink;
  /** Where the link begins; HeadlessChrome counts as a bot, so visitors need another name. */
  linkUrl: string;
  siteToken: string;
  /** The pages' bodies, by path; `/` and `/next` are there. May be changed by a test. */
  pages: Map<string, ShopPage>;
  installation(testId?: string): Promise<Schema<'Installation'>>;
  close(): Promise<void>;
}

export interface ShopPage {
  html: string;
  headers?: Record<string, string>;
}

/** What a visitor's browser calls itself. */
export const USER_AGENT = 'Mozilla/5.0 (X11; Linux x64) Chrome/140.0 Safari/537.36';

/** Starts both, with a campaign whose landing page is the shop's `/`. */
export async function startShop(): Promise<Shop> {
  const app = await startApp();
  const serviceUrl = app.api.baseUrl;
  const { test: key } = await app.make.merchant();
  const pages = new Map<string, ShopPage>();
  const site = await startSite(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop.invalid');
    if (pathname === '/buy') {
      const order = await buy(app, key, Object.fromEntries(searchParams));
      response.setHeader('content-type', 'application/json').end(JSON.stringify(order));
      return;
    }
    const page = pages.get(pathname);
    if (!page) response.writeHead(404).end();
    else response.writeHead(200, { 'content-type': 'text/html', ...page.headers }).end(page.html);
  });
  const link = await app.make.link(key, { landingUrl: `${site.url}/?colour=red%20wine&empty=#top` });
  const otherLink = await app.make.link(key, { landingUrl: site.url });
  const installation = async (testId?: string) => {
    await app.service.app.get(ReportsService, { strict: false }).flush();
    const query: Record<string, string> = testId === undefined ? {} : { testId };
    return (await app.api.expect('getInstallation', 200, { as: key, query })).body.data;
  };
  const { siteToken } = await installation();
  for (const path of ['/', '/next']) pages.set(path, { html: pageWith(scriptTag(serviceUrl, siteToken)) });
  return {
    app,
    site,
    serviceUrl,
    link,
    otherLink,
    linkUrl: `${serviceUrl}/r/${link.code}`,
    siteToken,
    pages,
    installation,
    close: async () => {
      await site.close();
      await app.close();
    },
  };
}

/** The line that the installation gives, with the address that this test's service really has. */
export function scriptTag(serviceUrl: string, siteToken: string): string {
  return `<script async src="${serviceUrl}/sdk.js" data-site-token="${siteToken}"></script>`;
}

export function pageWith(head: string): string {
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Shop</title>
<link rel="icon" href="data:,">${head}</head><body><h1>Shop</h1></body></html>`;
}

/** What the shop's server does when somebody buys: it reports the order with its secret key. */
async function buy(app: SharedApp, key: string, evidence: Record<string, string>): Promise<object> {
  const body = {
    externalId: `order-${unique()}`,
    conversionType: 'SALE',
    amount: 4990,
    currency: 'EUR',
    ...evidence,
  };
  return (await app.api.expect('recordPostback', 201, { as: key, body: body as never })).body.data;
}

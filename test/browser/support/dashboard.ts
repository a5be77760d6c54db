// The dashboard in a browser, on a service and a database of the test's own. After each test it is red if any page has broken its own
// policy, beside what browser.ts sees.
import type { BrowserContextOptions, Page } from 'playwright-core';
import { CreateInvitationService } from '#accounts/members/create-invitation.service.js';
import { freePort } from '../../support/free-port.js';
import { startApp, type TestApp } from '../../support/app.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import type { PersonWanted, TestPerson } from '../../support/people.js';
import { useBrowser, type TestBrowser } from './browser.js';

const INVITATION_LASTS_MS = 3_600_000;
/** What a browser prints when a page does what its policy forbids. */
const VIOLATION = /Content Security Policy|Content-Security-Policy|TrustedHTML|TrustedScript|Refused to/i;

export interface Dashboard {
  app: TestApp;
  browser: TestBrowser;
  /** The address of a screen. */
  at(path?: string): string;
  /** A page of somebody who is signed in; of nobody when `person` is null. */
  open(person: TestPerson | null, options?: BrowserContextOptions): Promise<Page>;
  /** A merchant with a campaign, an affiliate and an owner. */
  shop(name?: string, person?: PersonWanted): Promise<Shop>;
  /** The path of a link of invitation, token and all. */
  invite(merchantId: string, email?: string | null): Promise<string>;
}

export interface Shop {
  merchant: TestMerchant;
  link: TestLink;
  owner: TestPerson;
}

/**
 * Starts service and browser before the tests of this file, and ends them after.
 * @param host by which the service knows itself, and pages are opened: passkeys need a name.
 * @param environment what else the service is told, once that is known
 */
export function useDashboard(
  host: '127.0.0.1' | 'localhost' = '127.0.0.1',
  environment: () => Record<string, string> | Promise<Record<string, string>> = () => ({}),
): Dashboard {
  const browser = useBrowser();
  const dashboard = { browser } as Dashboard;
  let printed: string[] = [];

  beforeAll(async () => {
    // By plain http: the browser has no certificate of ours to trust.
    const port = String(host === 'localhost' ? await freePort() : 0);
    const publicUrl = `http://${host}:${host === 'localhost' ? port : 3000}`;
    const usual = { PORT: port, PUBLIC_URL: publicUrl };
    dashboard.app = await startApp({ environment: { ...usual, ...(await environment()) } });
  });
  afterAll(() => dashboard.app.close());
  afterEach(() => {
    const violations = printed.filter((line) => VIOLATION.test(line));
    printed = [];
    expect(violations).toEqual([]);
  });

  const base = () => dashboard.app.api.baseUrl.replace('127.0.0.1', host);
  dashboard.at = (path = '') => `${base()}/dashboard${path}`;
  dashboard.open = async (person, options = {}) => {
    const { context } = await browser.visitor({ locale: 'en-GB', ...options });
    if (person) await context.addCookies([cookieOf(person, base())]);
    const page = await context.newPage();
    page.on('console', (message) => printed.push(message.text()));
    return page;
  };
  dashboard.shop = async (name, person = {}) => {
    const { make } = dashboard.app;
    const merchant = await make.merchant(name);
    const link = await make.link(merchant.test);
    return { merchant, link, owner: await make.person(merchant.id, { hasPassword: true, ...person }) };
  };
  dashboard.invite = async (merchantId, email = null) => {
    const invitations = dashboard.app.service.app.get(CreateInvitationService, { strict: false });
    const link = await invitations.invite({ merchantId, role: 'OWNER', email, lastsMs: INVITATION_LASTS_MS });
    return new URL(link).pathname.replace(/^.*\/dashboard/, '') + new URL(link).hash;
  };
  return dashboard;
}

function cookieOf(person: TestPerson, url: string) {
  const value = /rc_session=([^;]+)/.exec(person.session.cookie)?.[1] as string;
  return { name: 'rc_session', value, url };
}

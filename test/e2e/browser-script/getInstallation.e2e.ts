// getInstallation: the site token, and what was reported with it.
import type { TestMerchant } from '../../support/makers.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { siteOf, report } from './sites.js';

let app: SharedApp;
let merchant: TestMerchant;
beforeAll(async () => {
  app = await sharedApp();
});
beforeEach(async () => {
  merchant = await app.make.merchant();
});

it('gives a token that stays, and the line that puts the script into a page', async () => {
  const first = await siteOf(app, merchant.test);
  expect(first.siteToken).toMatch(/^rcst_[0-9a-z]{26}$/);
  expect(first).toEqual({
    siteToken: first.siteToken,
    snippet: `<script async src="https://go.example.com/sdk.js" data-site-token="${first.siteToken}"></script>`,
    firstSeenAt: null,
    lastSeenAt: null,
    origins: [],
    lastSession: null,
  });
  expect(await siteOf(app, merchant.test)).toEqual(first);
  expect(await siteOf(app, await app.make.key(merchant.id, 'test'))).toEqual(first);
});

it('each merchant has a token for each mode', async () => {
  const other = await app.make.merchant();
  const keys = [merchant.test, merchant.live, other.test, other.live];
  const tokens = await Promise.all(keys.map(async (key) => (await siteOf(app, key)).siteToken));
  expect(new Set(tokens).size).toBe(4);
});

it('twenty who ask first at the same moment are told one token', async () => {
  const sites = await Promise.all(Array.from({ length: 20 }, () => siteOf(app, merchant.live)));
  expect(new Set(sites.map(({ siteToken }) => siteToken)).size).toBe(1);
});

it('tells when the script was seen first and last, and the newest captured session or that of one test', async () => {
  const { siteToken } = await siteOf(app, merchant.test);
  await report(app, 'reportInstalled', { siteToken });
  const seen = await siteOf(app, merchant.test);
  expect(Date.now() - Date.parse(seen.firstSeenAt!)).toBeLessThan(60_000);
  expect(seen.lastSeenAt).toBe(seen.firstSeenAt);
  for (const at of [1, 2])
    await report(app, 'reportSessionCaptured', {
      siteToken,
      testId: `test-${at}`,
      sessionId: `session-${at}`,
      source: 'url',
    });
  const last = (await siteOf(app, merchant.test)).lastSession;
  expect(last).toMatchObject({ testId: 'test-2', sessionId: 'session-2' });
  expect((await siteOf(app, merchant.test, 'test-1')).lastSession).toMatchObject({ sessionId: 'session-1' });
  expect((await siteOf(app, merchant.test, 'test-3')).lastSession).toBeNull();
});

it('what was reported in one mode is not seen in the other, nor by another merchant', async () => {
  const { siteToken } = await siteOf(app, merchant.test);
  await report(app, 'reportSessionCaptured', {
    siteToken,
    testId: 'mine',
    sessionId: 'session-1',
    source: 'url',
  });
  for (const key of [merchant.live, (await app.make.merchant()).test])
    expect(await siteOf(app, key, 'mine')).toMatchObject({ firstSeenAt: null, lastSession: null });
});

it('a token is no key', async () => {
  const { siteToken } = await siteOf(app, merchant.test);
  await app.api.expect('getInstallation', 401, { as: siteToken });
});

it.each(['', 'a b', 'ä', 'x'.repeat(129)])(
  'a word that no test can have is refused: "%s"',
  async (testId) => {
    await app.api.expect('getInstallation', 422, { as: merchant.test, query: { testId } });
  },
);

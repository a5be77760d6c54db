// followLink: a known code always redirects; what is no visit, or may not count, leaves no click, no ids and no cookie. And what
// the installation may set: a proxy in front, a domain for the cookie, a limit.
import { startApp, type TestApp } from '../../support/app.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { expectNoIds, follow } from './visits.js';

let app: TestApp;
let merchant: TestMerchant;
let link: TestLink;
const lines: string[] = [];

beforeAll(async () => {
  const environment = { TRUST_PROXY: '1', COOKIE_DOMAIN: 'example.com', RATE_LIMIT_ANONYMOUS_CLICKS: '3' };
  app = await startApp({ environment, onLog: (line) => lines.push(line) });
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
});
afterAll(() => app.close());

let addresses = 0;
/** Headers of a visitor whom nobody has seen before. */
function somebody(headers: Record<string, string> = {}): { headers: Record<string, string> } {
  return { headers: { 'x-forwarded-for': `198.51.100.${++addresses}`, ...headers } };
}

/** Follows the link and expects: led to the shop with the visitor's parameters, and nothing else. */
async function expectNoClick(
  code: string,
  headers: Record<string, string> = {},
  method?: string,
): Promise<void> {
  const clicks = await app.rows.count('clicks');
  const input = {
    ...somebody(headers),
    query: 'utm_source=blog&rcsid=theirs',
    ...(method ? { method } : {}),
  };
  const visit = await follow(app, code, input);
  expect(visit.location).toBe('https://shop.example.com/?utm_source=blog');
  expectNoIds(visit);
  expect(await app.rows.count('clicks')).toBe(clicks);
}

describe('no click is made of', () => {
  it('HEAD', () => expectNoClick(link.code, {}, 'HEAD'));

  it.each([
    ['sec-purpose', 'prefetch'],
    ['sec-purpose', 'prefetch;prerender'],
    ['purpose', 'prefetch'],
    ['x-moz', 'prefetch'],
    ['x-purpose', 'preview'],
  ] as const)('a prefetch or preview: %s: %s', (name, value) => expectNoClick(link.code, { [name]: value }));

  it.each([
    'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)',
    'Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)',
    'Mozilla/5.0 (Linux; Android 6.0.1) AppleWebKit/537.36 Chrome/W.X.Y.Z Mobile Safari/537.36 (compatible; AdsBot-Google-Mobile)',
    'facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)',
    'Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)',
    'Twitterbot/1.0',
    'WhatsApp/2.23.20.0',
    'Mozilla/5.0 (compatible; GPTBot/1.2; +https://openai.com/gptbot)',
    'Mozilla/5.0 AppleWebKit/537.36 (compatible; ClaudeBot/1.0; +claudebot@anthropic.com)',
    'Pinterest/0.2 (+https://www.pinterest.com/bot.html)',
  ])('a known bot: %s', (agent) => expectNoClick(link.code, { 'user-agent': agent }));

  it.each(['DRAFT', 'PAUSED', 'ARCHIVED'] as const)('a campaign that is %s', async (status) => {
    const { campaignId } = await app.make.campaign(merchant.test, { status: 'DRAFT' });
    const quiet = await app.make.affiliate(merchant.test, campaignId);
    await app.api.expect('updateCampaign', 200, {
      as: merchant.test,
      path: { campaignId },
      body: { status },
    });
    await expectNoClick(quiet.code);
  });

  it('a suspended affiliate, until active again', async () => {
    const quiet = await app.make.link(merchant.test);
    const path = { affiliateId: quiet.affiliateId };
    await app.api.expect('updateAffiliate', 200, { as: merchant.test, path, body: { status: 'SUSPENDED' } });
    await expectNoClick(quiet.code);
    await app.api.expect('updateAffiliate', 200, { as: merchant.test, path, body: { status: 'ACTIVE' } });
    expect((await follow(app, quiet.code, somebody())).clickId).toMatch(/^clk_/);
  });
});

it.each([
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (Linux; Android 14; CUBOT X70) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36',
  'Mozilla/5.0 (iPhone) AppleWebKit/605.1.15 Mobile/15E148 Instagram 334.0.0.42.95 [FBAN/FBIOS;FBAV/468.0]',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Mobile/15E148 [Pinterest/iOS]',
  'curl/8.5.0',
  '',
])('a person in a browser or an app, or at a command line, is a visit: %s', async (agent) => {
  expect((await follow(app, link.code, somebody({ 'user-agent': agent }))).clickId).toMatch(/^clk_/);
});

it('an address over its limit is redirected without a click; others are not touched by it', async () => {
  const greedy = somebody();
  for (let visits = 0; visits < 3; visits++)
    expect((await follow(app, link.code, greedy)).clickId).not.toBeNull();
  const clicks = await app.rows.count('clicks');
  expectNoIds(await follow(app, link.code, greedy));
  expectNoIds(await follow(app, link.code, greedy));
  expect(await app.rows.count('clicks')).toBe(clicks);
  expect((await follow(app, link.code, somebody())).clickId).not.toBeNull();
});

it('an unknown code is 404 for an address over its limit too', async () => {
  const greedy = somebody();
  for (let visits = 0; visits < 4; visits++) await follow(app, link.code, greedy);
  await app.api.expect('followLink', 404, { path: { code: 'no-such-code' }, ...greedy });
});

it('each visit that was not made a click is counted in the log, with its reason', () => {
  const quiet = lines.map((line) => JSON.parse(line) as { msg: string; reason?: string });
  const reasons = new Set(
    quiet.filter(({ msg }) => msg === 'link followed without a click').map(({ reason }) => reason),
  );
  expect([...reasons].sort()).toEqual([
    'affiliate suspended',
    'bot',
    'campaign not active',
    'head',
    'over the limit',
    'prefetch',
  ]);
});

describe('the cookie', () => {
  it('is Secure when the trusted proxy says https, with the Domain of the installation', async () => {
    const { cookie, sessionId } = await follow(app, link.code, somebody({ 'x-forwarded-proto': 'https' }));
    expect(cookie).toBe(
      `_rc_sid=${sessionId}; Max-Age=7776000; Path=/; SameSite=Lax; Secure; Domain=example.com`,
    );
  });

  it('is not Secure on http, or the browser would drop it', async () => {
    const { cookie } = await follow(app, link.code, somebody({ 'x-forwarded-proto': 'http' }));
    expect(cookie).not.toMatch(/Secure/);
  });
});

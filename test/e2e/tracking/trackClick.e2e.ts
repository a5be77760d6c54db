// trackClick: a page reports a visit, without a key.
import { fromPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import { invalid } from '../../support/call.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { sessionName } from '../../support/makers.js';
import { expectForAnyPage, sessionsNamed } from './visits.js';

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
});

const clicksOf = (sessionId: string): Promise<Record<string, unknown>[]> =>
  app.rows.query('select * from clicks where session_id = $1', [sessionId]);

async function track(trackingUrl: string, sessionId = sessionName()): Promise<string | null> {
  const body = { tracking_url: trackingUrl, session_id: sessionId };
  const { headers, body: reply } = await app.api.expect('trackClick', 200, { body });
  expectForAnyPage(headers);
  expect(reply.data.sessionId).toBe(sessionId);
  return reply.data.clickId;
}

it('writes one click of the link, in the session that the page named', async () => {
  const sessionId = sessionName();
  const clickId = await track(`https://go.example.com/r/${link.code}`, sessionId);
  expect(await clicksOf(sessionId)).toEqual([
    {
      merchant_id: merchant.id,
      mode: 'test',
      id: fromPublicId('clk', clickId as string),
      session_id: sessionId,
      affiliate_id: fromPublicId('aff', link.affiliateId),
      campaign_id: fromPublicId('cmp', link.campaignId),
      source: 'API',
      clicked_at: expect.any(Date) as Date,
    },
  ]);
  expect(await sessionsNamed(app, sessionId)).toEqual([
    { merchantId: merchant.id, mode: 'test', emailHash: null, vouched: null },
  ]);
});

describe('finds the code', () => {
  it.each([
    ['at the end of /r/…', (code: string) => `https://go.example.com/r/${code}`],
    [
      'with a slash, a query and a fragment behind it',
      (code: string) => `https://go.example.com/r/${code}/?utm=1#top`,
    ],
    ['in upper case', (code: string) => `https://go.example.com/r/${code.toUpperCase()}`],
    ['in ref', (code: string) => `https://shop.example.com/autumn?utm_source=blog&ref=${code}`],
    ['in a path without a host', (code: string) => `/r/${code}`],
    ['under a path of the shop', (code: string) => `https://shop.example.com/go/r/${code}`],
    ['in the path before ref', (code: string) => `https://go.example.com/r/${code}?ref=no-such-code`],
  ])('%s', async (_where, address) => {
    expect(await track(address(link.code))).toMatch(/^clk_/);
  });
});

describe('answers 404, in one and the same way, and writes nothing', () => {
  it.each([
    'https://go.example.com/r/no-such-code',
    'https://shop.example.com/?ref=no-such-code',
    'https://shop.example.com/',
    'https://go.example.com/r/x',
    'https://go.example.com/r/',
    'not a url at all',
    'https://[broken',
    'javascript:alert(1)',
    'https://go.example.com/r/a%00b',
  ])('for %s', async (trackingUrl) => {
    const sessionId = sessionName();
    const body = { tracking_url: trackingUrl, session_id: sessionId };
    const reply = await app.api.expect('trackClick', 404, { body });
    expectForAnyPage(reply.headers);
    const other = await app.api.expect('trackClick', 404, {
      body: { ...body, tracking_url: '/r/also-unknown' },
    });
    expect(reply.body.error).toEqual(other.body.error);
    expect(await sessionsNamed(app, sessionId)).toEqual([]);
  });
});

it.each([
  ['session_id', 'short77'],
  ['session_id', 'x'.repeat(129)],
  ['session_id', 'with space'],
  ['session_id', 'undefined'],
  ['session_id', 'ANONYMOUS'],
  ['session_id', 'sess:12345'],
  ['session_id', 12345678],
  ['session_id', null],
  ['tracking_url', ''],
  ['tracking_url', `/r/mila?${'x'.repeat(2048)}`],
  ['tracking_url', null],
])('refuses %s %j with 422', async (field, value) => {
  const body = { tracking_url: `/r/${link.code}`, session_id: sessionName(), [field]: value };
  const reply = await app.api.expect('trackClick', 422, { body: invalid(body) });
  expectForAnyPage(reply.headers);
  expect(reply.body.error.details.map(({ path }) => path)).toEqual([[field]]);
});

it('takes session ids of 8 to 128 characters', async () => {
  for (const sessionId of [`-_${sessionName().slice(0, 6)}`, sessionName().padEnd(128, 'x')]) {
    expect(await track(`/r/${link.code}`, sessionId)).toMatch(/^clk_/);
    expect(await clicksOf(sessionId)).toHaveLength(1);
  }
});

it('names no click and writes none while the campaign is not active or the affiliate suspended', async () => {
  const { campaignId } = await app.make.campaign(merchant.test, { status: 'DRAFT' });
  const quiet = await app.make.affiliate(merchant.test, campaignId);
  const [campaign, affiliate] = [{ campaignId: quiet.campaignId }, { affiliateId: quiet.affiliateId }];
  const sessionId = sessionName();
  const as = merchant.test;
  for (const status of ['DRAFT', 'PAUSED'] as const) {
    await app.api.expect('updateCampaign', 200, { as, path: campaign, body: { status } });
    expect(await track(`/r/${quiet.code}`, sessionId)).toBeNull();
  }
  await app.api.expect('updateCampaign', 200, { as, path: campaign, body: { status: 'ACTIVE' } });
  await app.api.expect('updateAffiliate', 200, { as, path: affiliate, body: { status: 'SUSPENDED' } });
  expect(await track(`/r/${quiet.code}`, sessionId)).toBeNull();
  await app.api.expect('updateAffiliate', 200, { as, path: affiliate, body: { status: 'ACTIVE' } });
  await app.api.expect('updateCampaign', 200, { as, path: campaign, body: { status: 'ARCHIVED' } });
  expect(await track(`/r/${quiet.code}`, sessionId)).toBeNull();
  expect(await clicksOf(sessionId)).toEqual([]);
});

it('makes each visit a new click of the same session, also fifty at once', async () => {
  const sessionId = sessionName();
  const visits = Array.from({ length: 50 }, () => track(`/r/${link.code}`, sessionId));
  expect(new Set(await Promise.all(visits)).size).toBe(50);
  expect(await clicksOf(sessionId)).toHaveLength(50);
  expect(await sessionsNamed(app, sessionId)).toHaveLength(1);
});

it('one session id used at two merchants is two sessions, and in two modes as well', async () => {
  const other = await app.make.merchant();
  const links = [link, await app.make.link(merchant.live), await app.make.link(other.test)];
  const sessionId = sessionName();
  for (const { code } of links) expect(await track(`/r/${code}`, sessionId)).toMatch(/^clk_/);
  expect(await sessionsNamed(app, sessionId)).toEqual([
    { merchantId: merchant.id, mode: 'test', emailHash: null, vouched: null },
    { merchantId: merchant.id, mode: 'live', emailHash: null, vouched: null },
    { merchantId: other.id, mode: 'test', emailHash: null, vouched: null },
  ]);
});

it('does not tell whether the session, or an identity of it, was known', async () => {
  const [known, unknown] = [sessionName(), sessionName()];
  await track(`/r/${link.code}`, known);
  await app.api.expect('identify', 200, { body: { session_id: known, customer_email_hash: 'a'.repeat(64) } });
  const shapes = [];
  for (const sessionId of [known, unknown]) {
    const { body, headers } = await app.api.expect('trackClick', 200, {
      body: { tracking_url: `/r/${link.code}`, session_id: sessionId },
    });
    shapes.push([Object.keys(body.data), Object.keys(headers), headers['content-length']]);
    expect(headers['set-cookie']).toBeUndefined();
  }
  expect(shapes[0]).toEqual(shapes[1]);
});

it('does not look at cookies, and a key that is none is no fault', async () => {
  const { sessionId: theirs } = await app.make.click(link);
  const sessionId = sessionName();
  const body = { tracking_url: `/r/${link.code}`, session_id: sessionId };
  const headers = { cookie: `_rc_sid=${theirs}`, authorization: 'Bearer nonsense' };
  await app.api.expect('trackClick', 200, { body, headers });
  expect(await clicksOf(sessionId)).toHaveLength(1);
  expect(await clicksOf(theirs)).toHaveLength(1);
});

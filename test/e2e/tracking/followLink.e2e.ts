// followLink: where a visitor is led, which cookie is set, which click is written.
import { fromPublicId } from '#platform/values/ids.js';
import { sharedApp, type SharedApp } from '../../support/app.js';
import type { TestLink, TestMerchant } from '../../support/makers.js';
import { sessionName, unique } from '../../support/makers.js';
import { sendBytes } from '../../support/wire.js';
import { bringing, follow, sessionsNamed } from './visits.js';

let app: SharedApp;
let merchant: TestMerchant;
let link: TestLink;

beforeAll(async () => {
  app = await sharedApp();
  merchant = await app.make.merchant();
  link = await app.make.link(merchant.test);
});

/** A link whose campaign leads there. */
const linkTo = (landingUrl: string): Promise<TestLink> => app.make.link(merchant.test, { landingUrl });

describe('the landing address', () => {
  it("has the landing URL's own parameters first and unchanged, the visitor's after them, the ids last, the fragment at the end", async () => {
    const { code } = await linkTo('https://shop.example.com/a%20b?x=1&y=a%20b+c&empty=#top?not=query');
    const { location, sessionId, clickId } = await follow(app, code, {
      query: 'utm_source=blog&sub=%C3%A4+%20',
    });
    expect(location).toBe(
      'https://shop.example.com/a%20b?x=1&y=a%20b+c&empty=&utm_source=blog&sub=%C3%A4+%20' +
        `&rcsid=${sessionId}&cid=${clickId}#top?not=query`,
    );
  });

  it("keeps the landing URL's value where the visitor brings the same parameter, percent-encoded or not", async () => {
    const { code } = await linkTo('https://shop.example.com/?utm_source=ours&b%5B%5D=1');
    const { query } = await follow(app, code, { query: 'utm_source=theirs&utm%5Fsource=theirs&b[]=2&c=3' });
    expect(query.getAll('utm_source')).toEqual(['ours']);
    expect(query.getAll('b[]')).toEqual(['1']);
    expect(query.getAll('c')).toEqual(['3']);
  });

  it('has rcsid and cid once, ours, and _rcid never, whoever brought them and however they were written', async () => {
    const { code } = await linkTo('https://shop.example.com/?rcsid=old&%72csid=old&cid=old&_rcid=old&keep=1');
    const theirs = 'rcsid=evil&cid=evil&_rcid=evil&%5frcid=evil&rcs%69d=evil&%63id=evil&_rci%64=evil';
    const { location, query } = await follow(app, code, { query: `${theirs}&cid&keep2=2` });
    expect(location).not.toMatch(/evil|old/);
    expect(query.getAll('rcsid')).toEqual([expect.stringMatching(/^rcs_[0-9a-z]{26}$/)]);
    expect(query.getAll('cid')).toEqual([expect.stringMatching(/^clk_[0-9a-z]{26}$/)]);
    expect(query.has('_rcid')).toBe(false);
    expect([query.get('keep'), query.get('keep2')]).toEqual(['1', '2']);
  });

  it("passes up to 2 KiB of the visitor's parameters and drops what is over, never a part of one", async () => {
    const fits = `a=${'x'.repeat(2000)}`;
    const { query } = await follow(app, link.code, { query: `${fits}&too_long=${'y'.repeat(100)}&b=2` });
    expect(query.get('a')).toHaveLength(2000);
    expect(query.has('too_long')).toBe(false);
    expect(query.get('b')).toBe('2');
    const { query: none } = await follow(app, link.code, { query: `huge=${'z'.repeat(4000)}` });
    expect([...none.keys()]).toEqual(['rcsid', 'cid']);
  });

  it('keeps its ids out of the fragment and its header whole, whatever the visitor writes', async () => {
    for (const query of ['a=%0d%0aSet-Cookie:%20x=1', '&&&', 'a=%ZZ&b=%', '%=1', '=', 'a=1?b=2']) {
      const visit = await follow(app, link.code, { query });
      expect(visit.sessionId).toMatch(/^rcs_/);
      expect(visit.location).not.toMatch(/[\r\n\s]/);
    }
  });

  it('leads nowhere but to the landing URL: no open redirect', async () => {
    const attempts = [
      'url=https://evil.example',
      'redirect=//evil.example',
      'u=%2F%2Fevil.example',
      '//evil.example',
      '@evil',
    ];
    for (const query of attempts) {
      const { location } = await follow(app, link.code, { query });
      expect(new URL(location).origin).toBe('https://shop.example.com');
    }
  });

  it('keeps a port, a loopback host over http and letters outside ASCII', async () => {
    const local = await linkTo('http://localhost:8080/preview');
    expect((await follow(app, local.code)).location).toMatch(/^http:\/\/localhost:8080\/preview\?rcsid=/);
  });

  it('is plain ASCII, as a header must be, where the landing URL is not', async () => {
    const { code } = await linkTo('https://läden.example.com/größe/日本?q=ä🚀#ende');
    const { location } = await follow(app, code, { query: 'utm_source=blog' });
    expect(location).toMatch(/^[\x21-\x7e]+$/);
    const url = new URL(location);
    expect(url.pathname).toBe(encodeURI('/größe/日本'));
    expect(url.searchParams.get('q')).toBe('ä🚀');
    expect(url.searchParams.get('utm_source')).toBe('blog');
    expect(url.hash).toBe('#ende');
  });

  it('keeps its ids in the query although the request names a fragment, which no browser does', async () => {
    const request = `GET /r/${link.code}?a=1#b HTTP/1.1\r\nHost: x\r\n\r\n`;
    const { headers } = await sendBytes(app.service.port, request);
    const url = new URL(headers['location'] as string);
    expect(url.searchParams.get('a')).toBe('1');
    expect(url.searchParams.has('rcsid')).toBe(true);
    expect(url.hash).toBe('');
  });
});

describe('the code', () => {
  it('is compared in lower case', async () => {
    const visit = await follow(app, link.code.toUpperCase());
    expect(visit.clickId).toMatch(/^clk_/);
  });

  it('that is unknown gets a plain 404 page that repeats nothing, and no cookie', async () => {
    for (const code of [
      'no-such-code',
      'x',
      '<script>alert(1)</script>',
      '\u0000',
      'ä'.repeat(70),
      '//evil.example',
      '..',
    ]) {
      const reply = await app.api.expect('followLink', 404, {
        path: { code: code === '..' ? '%2e%2e' : code },
      });
      expect(reply.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(reply.headers['cache-control']).toBe('no-store');
      expect(reply.headers['set-cookie']).toBeUndefined();
      expect(reply.text).toMatch(/Link not found/);
      expect(reply.text).not.toMatch(/script|evil/);
    }
  });
});

describe('the session', () => {
  it('is new for a new visitor and set as a cookie for 90 days, readable by the page, without Domain and Secure', async () => {
    const { sessionId, cookie } = await follow(app, link.code);
    expect(cookie).toBe(`_rc_sid=${sessionId}; Max-Age=7776000; Path=/; SameSite=Lax`);
  });

  it("has a cookie that is not Secure on a stranger's word: without TRUST_PROXY, X-Forwarded-Proto does not count", async () => {
    const headers = { 'x-forwarded-proto': 'https', 'x-forwarded-for': '203.0.113.9' };
    expect((await follow(app, link.code, { headers })).cookie).not.toMatch(/Secure/);
  });

  it('of a visitor who comes back is kept; each visit is a new click', async () => {
    const first = await follow(app, link.code);
    const second = await follow(app, link.code, bringing(first.sessionId as string));
    expect(second.sessionId).toBe(first.sessionId);
    expect(second.clickId).not.toBe(first.clickId);
    expect(second.cookie).toContain(`_rc_sid=${first.sessionId};`);
    const clicks = await app.rows.query('select source from clicks where session_id = $1', [first.sessionId]);
    expect(clicks).toEqual([{ source: 'REDIRECT' }, { source: 'REDIRECT' }]);
  });

  it('is the last one of several cookies that this merchant and mode know, as the browser scripts read them', async () => {
    const [older, newer] = [await follow(app, link.code), await follow(app, link.code)];
    const cookies = bringing(older.sessionId as string, newer.sessionId as string, sessionName());
    expect((await follow(app, link.code, cookies)).sessionId).toBe(newer.sessionId);
  });

  it('is a new one where the cookie is unknown, so that nobody can choose a session for somebody else', async () => {
    const chosen = sessionName();
    const { sessionId } = await follow(app, link.code, bringing(chosen));
    expect(sessionId).toMatch(/^rcs_/);
    expect(await sessionsNamed(app, chosen)).toEqual([]);
  });

  it("of another merchant, or of the other mode, isn't taken over", async () => {
    const { sessionId } = await follow(app, link.code);
    const theirs = await app.make.link((await app.make.merchant()).test);
    const live = await app.make.link(merchant.live);
    for (const { code } of [theirs, live]) {
      expect((await follow(app, code, bringing(sessionId as string))).sessionId).not.toBe(sessionId);
    }
    expect(await sessionsNamed(app, sessionId as string)).toHaveLength(1);
  });

  it('that page and service agreed on through track/click is kept too', async () => {
    const { sessionId } = await app.make.click(link);
    expect((await follow(app, link.code, bringing(sessionId))).sessionId).toBe(sessionId);
  });

  it('is never disturbed by garbage in the cookies', async () => {
    const garbage = [
      '_rc_sid',
      '_rc_sid=',
      '_rc_sid=a b',
      '_rc_sid="',
      '_rc_sid=%00',
      `_rc_sid=${'x'.repeat(3000)}`,
      ';;;=',
      '=x',
    ];
    const { sessionId } = await follow(app, link.code);
    for (const cookie of garbage) {
      expect((await follow(app, link.code, { headers: { cookie } })).sessionId).toMatch(/^rcs_/);
      const both = { headers: { cookie: `${cookie}; _rc_sid=${sessionId}` } };
      expect((await follow(app, link.code, both)).sessionId).toBe(sessionId);
    }
  });
});

it('writes one click of this merchant, mode, affiliate and campaign, with its time, before it answers', async () => {
  const before = Date.now();
  const { sessionId, clickId } = await follow(app, link.code, {
    headers: { 'user-agent': `Mozilla/5.0 ${unique()}` },
  });
  const rows = await app.rows.query<Record<string, unknown>>('select * from clicks where session_id = $1', [
    sessionId,
  ]);
  expect(rows).toEqual([
    {
      merchant_id: merchant.id,
      mode: 'test',
      id: fromPublicId('clk', clickId as string),
      session_id: sessionId,
      affiliate_id: fromPublicId('aff', link.affiliateId),
      campaign_id: fromPublicId('cmp', link.campaignId),
      source: 'REDIRECT',
      clicked_at: expect.any(Date) as Date,
    },
  ]);
  expect((rows[0]!['clicked_at'] as Date).getTime()).toBeGreaterThanOrEqual(before);
  expect(await sessionsNamed(app, sessionId as string)).toEqual([
    { merchantId: merchant.id, mode: 'test', emailHash: null, vouched: null },
  ]);
});

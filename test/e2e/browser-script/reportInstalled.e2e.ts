// reportInstalled: a page says that the script runs. Always 204, and nobody learns whether a token is somebody's.
import { ReportsService } from '#tracking/browser-script/reports.service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { holdTime } from '../../support/held-time.js';
import { report, reportRaw, siteOf, written } from './sites.js';

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

/** A merchant's site that nobody has reported about. */
async function freshSite(): Promise<{ key: string; siteToken: string }> {
  const { test: key } = await app.make.merchant();
  return { key, siteToken: (await siteOf(app, key)).siteToken };
}

const seen = async (key: string) => (await siteOf(app, key)).lastSeenAt !== null;

describe('the report is taken', () => {
  it.each([
    ['as text', { 'content-type': 'text/plain;charset=UTF-8' }],
    ['as JSON', { 'content-type': 'application/json' }],
    ['with no type at all', {}],
    ['as something it is not', { 'content-type': 'image/png' }],
  ])('%s', async (_, headers) => {
    const { key, siteToken } = await freshSite();
    await reportRaw(app, 'reportInstalled', JSON.stringify({ siteToken }), headers);
    await written(app);
    expect(await seen(key)).toBe(true);
  });

  it('with fields that nobody knows, which are ignored', async () => {
    const { key, siteToken } = await freshSite();
    await report(app, 'reportInstalled', { sdkVersion: '3.1.0', siteToken, nested: { deep: [1] }, 'a b': 1 });
    expect(await seen(key)).toBe(true);
  });

  it('whatever key or cookie comes along', async () => {
    const { key, siteToken } = await freshSite();
    const headers = { authorization: 'Bearer nonsense', cookie: '_rc_sid=whatever' };
    await reportRaw(app, 'reportInstalled', JSON.stringify({ siteToken }), headers);
    await written(app);
    expect(await seen(key)).toBe(true);
  });
});

describe('it is 204, and nothing is written', () => {
  const unusable: [string, (token: string) => string | Buffer | undefined, Record<string, string>][] = [
    ['without a body', () => undefined, {}],
    ['for an empty body', () => '', {}],
    ['for what is no JSON', (token) => `{"siteToken":"${token}"`, {}],
    [
      'for bytes that are no UTF-8',
      (token) => Buffer.from(`{"siteToken":"${token}","x":"\xff"}`, 'latin1'),
      {},
    ],
    ['for a list', (token) => JSON.stringify([{ siteToken: token }]), {}],
    ['for null', () => 'null', {}],
    ['without a token', () => '{}', {}],
    ['for a token that is no text', (token) => JSON.stringify({ siteToken: [token] }), {}],
    ['for a token too long', (token) => JSON.stringify({ siteToken: token.padEnd(256, 'x') }), {}],
    ['for a token with U+0000', (token) => JSON.stringify({ siteToken: `${token}\0` }), {}],
    ['for a token nobody has', () => JSON.stringify({ siteToken: 'rcst_00000000000000000000000000' }), {}],
    ['for a body over 4 KiB', (token) => JSON.stringify({ siteToken: token, x: 'x'.repeat(4096) }), {}],
    [
      'for a body that never was going to fit',
      (token) => JSON.stringify({ siteToken: token, x: 'x'.repeat(2e6) }),
      {},
    ],
    [
      'for a body over 4 KiB in pieces',
      (token) => JSON.stringify({ siteToken: token, x: 'x'.repeat(9000) }),
      { 'transfer-encoding': 'chunked' },
    ],
    ['for a name that is everybody’s', (token) => `{"__proto__":{"siteToken":"${token}"}}`, {}],
  ];

  it.each(unusable)('%s', async (_, bodyOf, headers) => {
    const { key, siteToken } = await freshSite();
    await reportRaw(app, 'reportInstalled', bodyOf(siteToken), headers);
    await written(app);
    expect(await seen(key)).toBe(false);
  });

  it('for a caller over its limit', async () => {
    const narrow = await startApp({
      sharing: app,
      environment: { RATE_LIMIT_ANONYMOUS_IDENTIFIES: '1', RATE_LIMIT_ANONYMOUS_IDENTIFIES_BURST: '1' },
    });
    const { key, siteToken } = await freshSite();
    await report(narrow, 'reportInstalled', { siteToken: 'rcst_another' });
    await report(narrow, 'reportInstalled', { siteToken });
    expect(await seen(key)).toBe(false);
    await narrow.close();
  });
});

it('the answer is the same for a token that is somebody’s and for one that is not', async () => {
  const { siteToken } = await freshSite();
  const known = await reportRaw(app, 'reportInstalled', JSON.stringify({ siteToken }));
  const unknown = await reportRaw(app, 'reportInstalled', JSON.stringify({ siteToken: 'rcst_another' }));
  const unreadable = await reportRaw(app, 'reportInstalled', 'x');
  expect(unknown).toEqual(known);
  expect(unreadable).toEqual(known);
});

it('the answer waits for no database; what was reported meanwhile is written when it is back', async () => {
  const { key, siteToken } = await freshSite();
  await app.gate.shut();
  const time = holdTime(); // who waited for the database would wait for ever
  await reportRaw(app, 'reportInstalled', JSON.stringify({ siteToken })).finally(time.release);
  await written(app);
  await app.gate.open();
  await written(app);
  expect(await seen(key)).toBe(true);
});

it('a flood with one token is one write a minute', async () => {
  const { key, siteToken } = await freshSite();
  const body = JSON.stringify({ siteToken });
  await Promise.all(Array.from({ length: 200 }, () => reportRaw(app, 'reportInstalled', body)));
  await written(app);
  const first = await siteOf(app, key);
  await app.rows.query(
    `update site_installations set first_seen_at = now() - interval '3 minutes', last_seen_at = now() - interval '2 minutes' where token = $1`,
    [siteToken],
  );
  await report(app, 'reportInstalled', { siteToken });
  expect(Date.parse((await siteOf(app, key)).lastSeenAt!)).toBeLessThan(Date.parse(first.lastSeenAt!));
});

it('another replica that sees it writes it only if the last time is a minute ago', async () => {
  const { key, siteToken } = await freshSite();
  await report(app, 'reportInstalled', { siteToken });
  const { firstSeenAt, lastSeenAt } = await siteOf(app, key);
  const replica = await startApp({ sharing: app });
  await report(replica, 'reportInstalled', { siteToken });
  expect(await siteOf(app, key)).toMatchObject({ firstSeenAt, lastSeenAt });
  await app.rows.query(
    `update site_installations set last_seen_at = now() - interval '61 seconds' where token = $1`,
    [siteToken],
  );
  const another = await startApp({ sharing: app });
  await report(another, 'reportInstalled', { siteToken });
  const later = await siteOf(app, key);
  expect(later.firstSeenAt).toBe(firstSeenAt);
  expect(Date.now() - Date.parse(later.lastSeenAt!)).toBeLessThan(30_000);
  await replica.close();
  await another.close();
});

describe('the page’s origin', () => {
  const from = async (siteToken: string, origin: string) => {
    await reportRaw(app, 'reportInstalled', JSON.stringify({ siteToken }), { origin });
  };
  const originsOf = async (key: string) => {
    await written(app);
    return (await siteOf(app, key)).origins;
  };

  it('is told with when it was seen first and last, each host of a shop by itself', async () => {
    const { key, siteToken } = await freshSite();
    await from(siteToken, 'https://shop.example.com');
    await from(siteToken, 'http://localhost:8080');
    const origins = await originsOf(key);
    expect(origins.map(({ origin }) => origin).sort()).toEqual([
      'http://localhost:8080',
      'https://shop.example.com',
    ]);
    for (const { firstSeenAt, lastSeenAt } of origins) {
      expect(Date.now() - Date.parse(firstSeenAt)).toBeLessThan(60_000);
      expect(lastSeenAt).toBe(firstSeenAt);
    }
  });

  it.each([
    'null',
    'file://',
    'https://shop.example.com/path',
    'HTTPS://SHOP.EXAMPLE.COM',
    'javascript:alert(1)',
    `https://${'a'.repeat(255)}.example`,
  ])('is not kept where it is none of a web page: %s', async (origin) => {
    const { key, siteToken } = await freshSite();
    await from(siteToken, origin);
    expect(await originsOf(key)).toEqual([]);
    expect(await seen(key)).toBe(true);
  });

  it('of a flood with invented ones, a few are written at a time and the newest twenty kept', async () => {
    const { key, siteToken } = await freshSite();
    const reports = app.service.app.get(ReportsService, { strict: false });
    for (let flood = 0; flood < 3; flood++) {
      for (let at = 0; at < 50; at++) reports.installed(siteToken, `https://${flood}-${at}.example.com`);
      await written(app);
      const waited = await app.rows.query('select from site_origins where origin like $1', [
        `https://${flood}-%`,
      ]);
      expect(waited).toHaveLength(20);
    }
    const origins = await originsOf(key);
    expect(origins).toHaveLength(20);
    expect(origins.every(({ origin }) => origin.startsWith('https://2-'))).toBe(true);
  });

  it('of a test’s session is one, too', async () => {
    const { key, siteToken } = await freshSite();
    const body = { siteToken, testId: 'check-1', sessionId: 'session-1', source: 'url' };
    const headers = { origin: 'https://landing.example.com' };
    await reportRaw(app, 'reportSessionCaptured', JSON.stringify(body), headers);
    expect(await originsOf(key)).toMatchObject([{ origin: 'https://landing.example.com' }]);
  });
});

it('a flood of invented tokens leaves no row and no memory behind', async () => {
  const before = await app.rows.query('select count(*) from site_token_directory');
  const reports = app.service.app.get(ReportsService, { strict: false });
  for (let at = 0; at < 3000; at++) reports.installed(`rcst_${at}`, null);
  expect((reports as unknown as { waiting: unknown[] }).waiting.length).toBeLessThanOrEqual(1000);
  await written(app);
  expect(await app.rows.query('select count(*) from site_token_directory')).toEqual(before);
});

it('what was just reported is written before the process ends', async () => {
  const replica = await startApp({ sharing: app });
  const { key, siteToken } = await freshSite();
  await reportRaw(replica, 'reportInstalled', JSON.stringify({ siteToken }));
  await replica.close();
  expect(await seen(key)).toBe(true);
});

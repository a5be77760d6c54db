// getDashboard, getDashboardPage, getDashboardSubpage, getDashboardAsset: one page at all addresses, and the files that it loads.
import { sharedApp, startApp, type SharedApp } from '../../support/app.js';

let app: SharedApp;
beforeAll(async () => {
  app = await sharedApp();
});

const pages = [
  ['/dashboard', () => app.api.call('getDashboard')],
  ['/dashboard/orders', () => app.api.call('getDashboardPage', { path: { page: 'orders' } })],
  [
    '/dashboard/orders/cnv_x',
    () => app.api.call('getDashboardSubpage', { path: { page: 'orders', name: 'cnv_x' } }),
  ],
] as const;

async function assetNames(): Promise<string[]> {
  const { text } = await app.api.expect('getDashboard', 200);
  return [...text.matchAll(/"\/dashboard\/assets\/([\w.-]+)"/g)].map(([, name]) => name as string);
}

it.each(pages)('%s is the application, to be asked for each time', async (_, get) => {
  const { status, headers, text } = await get();
  expect(status).toBe(200);
  expect(text).toContain('<div id="app">');
  expect(headers).toMatchObject({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'no-cache',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
  });
});

it.each(pages)('%s: nothing from another host, no frame, no text that becomes a script', async (_, get) => {
  const policy = String((await get()).headers['content-security-policy']);
  for (const rule of [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ]) {
    expect(policy.split('; ')).toContain(rule);
  }
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:/);
});

it('who has the page or a file already is not sent it again', async () => {
  const { headers } = await app.api.expect('getDashboard', 200);
  const again = { 'if-none-match': String(headers['etag']) };
  await app.api.expect('getDashboard', 304, { headers: again });
  await app.api.expect('getDashboardPage', 304, { path: { page: 'orders' }, headers: again });
  await app.api.expect('getDashboardSubpage', 304, { path: { page: 'orders', name: 'x' }, headers: again });
  const [name = ''] = await assetNames();
  const file = await app.api.expect('getDashboardAsset', 200, { path: { name } });
  const headersAgain = { 'if-none-match': String(file.headers['etag']) };
  await app.api.expect('getDashboardAsset', 304, { path: { name }, headers: headersAgain });
});

it('a file is kept for ever, under a name that holds its hash, in the form that the caller takes', async () => {
  const names = await assetNames();
  expect(names.length).toBeGreaterThanOrEqual(4);
  for (const name of names) {
    const { headers } = await app.api.expect('getDashboardAsset', 200, { path: { name } });
    expect(headers['cache-control']).toBe('public, max-age=31536000, immutable');
    expect(headers['content-encoding']).toBeUndefined();
    for (const encoding of ['gzip', 'br']) {
      const packed = await app.api.expect('getDashboardAsset', 200, {
        path: { name },
        headers: { 'accept-encoding': encoding },
      });
      expect(packed.headers).toMatchObject({ 'content-encoding': encoding, vary: 'Accept-Encoding' });
    }
  }
});

it.each([
  'main.js',
  'main-00000000.js',
  'index.html',
  '../index.html',
  '..%2Findex.html',
  'main-00000000.js.gz',
  '%00',
  'a'.repeat(2000),
])('%s is no file of it', async (name) => {
  const { body } = await app.api.expect('getDashboardAsset', 404, { path: { name } });
  expect(body.error.reason).toBe('UNKNOWN_PATH');
});

it('a compressed form has no address of its own', async () => {
  const [name = ''] = await assetNames();
  await app.api.expect('getDashboardAsset', 404, { path: { name: `${name}.gz` } });
});

it('under a path all links lead below it, and what is pasted names this installation', async () => {
  const under = await startApp({ environment: { PUBLIC_URL: 'https://shop.example.com/aff' } });
  try {
    const { text } = await under.api.expect('getDashboard', 200);
    expect(text).toContain('data-root="/aff"');
    expect(text).toContain('data-origin="https://shop.example.com/aff"');
    const addresses = [...text.matchAll(/ (?:href|src)="([^"]*)"/g)].map(([, address]) => address);
    expect(addresses.length).toBeGreaterThan(4);
    for (const address of addresses) expect(address).toMatch(/^\/aff\/(dashboard\/assets|docs|api\/v1\/me$)/);
  } finally {
    await under.close();
  }
});

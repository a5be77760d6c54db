// getDocsPage: a page of the documentation, its Markdown, or a file that the pages load.
import { statusOf } from '#platform/errors/failure.js';
import { sharedApp, type SharedApp } from '../../support/app.js';

let app: SharedApp;
beforeAll(async () => {
  app = await sharedApp();
});

const page = (name: string, query?: string) =>
  app.api.call('getDocsPage', { path: { page: name }, ...(query === undefined ? {} : { query }) });

it.each([
  ['record-postback', 'text/html'],
  ['record-postback.md', 'text/markdown'],
  ['getting-started', 'text/html'],
  ['getting-started.md', 'text/markdown'],
  ['reference', 'text/html'],
  ['fr', 'text/html'],
  ['site.css', 'text/css'],
  ['site.js', 'text/javascript'],
  ['search.json', 'application/json'],
  ['icon.svg', 'image/svg+xml'],
])('%s is %s', async (name, type) => {
  const { status, headers, text } = await page(name);
  expect(status).toBe(200);
  expect(headers['content-type']).toBe(`${type}; charset=utf-8`);
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(text.length).toBeGreaterThan(100);
});

it('a picture is sent as it is, for no compression makes it smaller', async () => {
  const { status, headers } = await page('dashboard-orders.png');
  expect([status, headers['content-type'], headers['content-encoding']]).toEqual([
    200,
    'image/png',
    undefined,
  ]);
});

it.each([
  'no-such-page',
  'not-found',
  'no-such-page.md',
  'llms.txt',
  'record-postback.html.html',
  '../../package.json',
  '..\\package.json',
  'en/errors',
  'not.found',
  'RECORD-POSTBACK',
  '%00',
  'a'.repeat(2000),
])('%s is a 404 page that shows the way', async (name) => {
  const { status, headers, text } = await page(name);
  expect(status).toBe(404);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(text).toContain('There is no such page');
  expect(text).toContain('href="/docs/getting-started"');
});

it.each([
  ['recordPostback', '/docs/record-postback', 'Record a conversion'],
  ['error', '/docs/errors', 'Errors'],
])('whoever asks for %s is shown the nearest page', async (asked, address, title) => {
  const { status, text } = await page(asked);
  expect(status).toBe(404);
  expect(text).toContain('<title>There is no such page');
  expect(text).toContain(`<li><a href="${address}">${title}</a></li>`);
  expect(text).toContain('<meta name="robots" content="noindex">');
});

it('an address that is like nothing here is not repeated in the page', async () => {
  const { text } = await page('"><script>x');
  expect(text).not.toContain('<script>x');
  expect(text).not.toContain('<!-- nearest -->');
});

it("an error's docUrl leads to a place on the page about errors, whatever its code, in both languages", async () => {
  const french = await app.api.expect('getFrenchDocsPage', 200, { path: { page: 'errors' } });
  for (const { text } of [await page('errors'), french]) {
    for (const code of Object.keys(statusOf)) expect(text).toContain(` id="${code.toLowerCase()}"`);
  }
});

it('samples run as they stand against this installation: its address is in them', async () => {
  for (const name of ['record-postback', 'record-postback.md']) {
    const { text } = await page(name);
    expect(text).not.toContain('127.0.0.1:3000');
    expect(text).toContain('https://go.example.com/api/v1/conversions/postback');
  }
});

it('who has it already is not sent it again', async () => {
  const { headers } = await page('record-postback');
  const again = { 'if-none-match': String(headers['etag']) };
  await app.api.expect('getDocsPage', 304, { path: { page: 'record-postback' }, headers: again });
  await app.api.expect('getDocsPage', 200, { path: { page: 'refund-conversion' }, headers: again });
});

it('a page is asked for anew each time, a script with its version never again', async () => {
  expect((await page('record-postback')).headers['cache-control']).toBe('no-cache');
  expect((await page('record-postback', 'v=1')).headers['cache-control']).toBe('no-cache');
  expect((await page('site.js')).headers['cache-control']).toBe('no-cache');
  const { text } = await page('record-postback');
  const FOR_EVER = 'public, max-age=31536000, immutable';
  const files = [...text.matchAll(/(?:src|href)="\/docs\/([a-z-]+-[0-9a-f]{12}\.[a-z]+)"/g)].map(
    ([, name]) => name as string,
  );
  expect(files).toHaveLength(4);
  for (const name of files) expect((await page(name)).headers['cache-control']).toBe(FOR_EVER);
  // What scripts load is named by its content too, and the search's index by the version of all.
  const site = await page(files.find((name) => name.startsWith('site-') && name.endsWith('.js'))!);
  const imported = [...site.text.matchAll(/from ["']\.\/([a-z-]+-[0-9a-f]{12}\.js)["']/g)].map(
    ([, name]) => name!,
  );
  expect(imported.length).toBeGreaterThan(3);
  for (const name of imported) expect((await page(name)).headers['cache-control']).toBe(FOR_EVER);
  const version = /data-version="([0-9a-f]{12})"/.exec(text)?.[1];
  expect((await page('search.json', `v=${version}`)).headers['cache-control']).toBe(FOR_EVER);
  // Of another build: what that one meant is not here, and must not be kept under its name.
  expect((await page('search.json', 'v=0123456789ab')).headers['cache-control']).toBe('no-cache');
  expect((await page('site-0123456789ab.js')).status).toBe(404);
});

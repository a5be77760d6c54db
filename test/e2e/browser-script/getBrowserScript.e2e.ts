// getBrowserScript: the script as pages load it.
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { startApp, type TestApp } from '../../support/app.js';
import { expectForAnyPage } from '../tracking/visits.js';

const script = readFileSync(new URL('../../../generated/sdk.js', import.meta.url));

let app: TestApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

const get = (headers: Record<string, string> = {}) =>
  app.api.expect('getBrowserScript', 200, { headers, query: 'v=3' });

it('is JavaScript that any page may load, and that may be kept for an hour', async () => {
  const { headers, text } = await get();
  expect(text).toBe(script.toString());
  expect(headers['content-type']).toBe('text/javascript; charset=utf-8');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['cache-control']).toBe('public, max-age=3600');
  expect(headers['cross-origin-resource-policy']).toBe('cross-origin');
  expect(headers['vary']).toBe('Accept-Encoding');
  expect(headers['content-encoding']).toBeUndefined();
  expectForAnyPage(headers);
});

it.each(['gzip', 'br, GZIP', 'deflate, gzip;q=0.2', '*'])(
  'is compressed for who accepts %s',
  async (accepted) => {
    const { headers } = await get({ 'accept-encoding': accepted });
    expect(headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(await bytesOf(accepted))).toEqual(script);
  },
);

it.each(['', 'identity', 'br', 'gzip;q=0', '*;q=0', 'gzip;q=0.000, *'])(
  'is plain for who accepts "%s"',
  async (accepted) => {
    expect((await get({ 'accept-encoding': accepted })).headers['content-encoding']).toBeUndefined();
  },
);

it('is not sent again to who has it, each encoding by a name of its own', async () => {
  const names = [(await get()).headers.etag!, (await get({ 'accept-encoding': 'gzip' })).headers.etag!];
  expect(new Set(names).size).toBe(2);
  for (const [at, accepted] of ['identity', 'gzip'].entries()) {
    const asked = { 'accept-encoding': accepted, 'if-none-match': `"other", W/${names[at]}` };
    const { headers, text } = await app.api.expect('getBrowserScript', 304, { headers: asked });
    expect(text).toBe('');
    expect(headers['etag']).toBe(names[at]);
    expect(headers['content-encoding']).toBeUndefined();
    expect(headers['content-length']).toBeUndefined();
    const other = { ...asked, 'if-none-match': names[1 - at]! };
    await app.api.expect('getBrowserScript', 200, { headers: other });
  }
});

it('a HEAD tells the size and sends nothing', async () => {
  const { headers, text } = await app.api.expect('getBrowserScript', 200, { method: 'HEAD' });
  expect(headers['content-length']).toBe(String(script.length));
  expect(text).toBe('');
});

it('is there while the database is away', async () => {
  await app.gate.shut();
  await get();
  await app.gate.open();
});

/** The body as it came over the wire. */
function bytesOf(acceptEncoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const asked = request(`${app.api.baseUrl}/sdk.js`, { headers: { 'accept-encoding': acceptEncoding } });
    asked.on('error', reject).on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    });
    asked.end();
  });
}

// getDocs: the documentation's first page.
import { gunzipSync } from 'node:zlib';
import { sharedApp, type SharedApp } from '../../support/app.js';

let app: SharedApp;
beforeAll(async () => {
  app = await sharedApp();
});

it('is a page for people, in English, with the way to the French one', async () => {
  const { text, headers } = await app.api.expect('getDocs', 200);
  expect(headers['content-type']).toBe('text/html; charset=utf-8');
  expect(text).toContain('<html lang="en">');
  expect(text).toContain('href="/docs/fr"');
  expect(text).toContain('href="/docs/record-postback"');
});

it('says which version it is of: the one that runs', async () => {
  const { version } = (await app.api.expect('live', 200)).body.data;
  expect((await app.api.expect('getDocs', 200)).text).toContain(`Version ${version}`);
  expect((await app.api.expect('getLlmsText', 200)).text).toContain(`Version ${version}`);
});

it('may load from this host only, and run no script of its own text', async () => {
  const { headers } = await app.api.expect('getDocs', 200);
  expect(headers['content-security-policy']).toBe(
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
      "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  );
});

it('is sent compressed to who takes brotli or gzip, and plain to who does not', async () => {
  const plain = await app.api.expect('getDocs', 200);
  expect(plain.headers['content-encoding']).toBeUndefined();
  expect(plain.headers['vary']).toBe('Accept-Encoding');
  for (const [accepted, encoding] of [
    ['gzip', 'gzip'],
    ['deflate,gzip', 'gzip'],
    ['gzip, br;q=0', 'gzip'],
    ['br, gzip;q=0.8', 'br'],
    ['gzip; q=0.0, br', 'br'],
    ['gzip, deflate, br, zstd', 'br'],
  ] as const) {
    const { headers } = await app.api.expect('getDocs', 200, { headers: { 'accept-encoding': accepted } });
    expect(headers['content-encoding']).toBe(encoding);
  }
  for (const refused of ['gzip;q=0', 'gzip; q=0.0, br;q=0', 'x-gzip-like', 'zstd', '']) {
    const { headers } = await app.api.expect('getDocs', 200, { headers: { 'accept-encoding': refused } });
    expect(headers['content-encoding']).toBeUndefined();
  }
  for (const encoding of ['gzip', 'br']) {
    const zipped = await fetch(`${app.api.baseUrl}/docs`, { headers: { 'accept-encoding': encoding } });
    expect(await zipped.text()).toBe(plain.text);
  }
  expect(gunzipSync(Buffer.from(await bytesOf('/docs'))).toString()).toBe(plain.text);
});

it('who has it already is not sent it again', async () => {
  const { headers } = await app.api.expect('getDocs', 200);
  const again = { 'if-none-match': String(headers['etag']) };
  await app.api.expect('getDocs', 304, { headers: again });
  const zipped = { ...again, 'accept-encoding': 'gzip' };
  const other = await app.api.expect('getDocs', 200, { headers: zipped });
  await app.api.expect('getDocs', 304, {
    headers: { ...zipped, 'if-none-match': String(other.headers['etag']) },
  });
});

it('shows the address of this installation in its samples', async () => {
  const { text } = await app.api.expect('getDocs', 200);
  expect(text).not.toContain('127.0.0.1:3000');
  expect(text).toContain('https://go.example.com/api/v1/conversions/postback');
});

/** The compressed bytes as they were sent. */
async function bytesOf(path: string): Promise<Buffer> {
  const { get } = await import('node:http');
  return new Promise((resolve, reject) => {
    get(`${app.api.baseUrl}${path}`, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => resolve(Buffer.concat(chunks)));
    }).on('error', reject);
  });
}

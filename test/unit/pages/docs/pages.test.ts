// What the service makes of the built pages: its own address in them, also under a path.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Pages } from '#pages/docs/pages.js';

let folder: string;
const HTML =
  '<body data-root=""><a href="/docs/errors" data-address="/docs/errors.md" data-path="/api/v1/ping">http://127.0.0.1:3000/r/x</a>' +
  '<a href="#here">here</a><script src="/docs/site.js?v=1"></script></body>';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'refcampaign-pages-'));
  mkdirSync(join(folder, 'en'));
  writeFileSync(join(folder, 'version'), '1');
  writeFileSync(join(folder, 'en', 'page.html'), HTML);
  writeFileSync(join(folder, 'en', 'search.json'), '{"address":"/docs/errors#x"}');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function textOf(publicUrl: string, name: string): Promise<string> {
  const file = await new Pages(publicUrl, folder).find(name);
  expect(gunzipSync(file!.gzip!.body)).toEqual(file!.plain.body);
  return file!.plain.body.toString();
}

it('samples name the installation, links stay as they are', async () => {
  const text = await textOf('https://go.example.com', 'en/page.html');
  expect(text).toBe(HTML.replace('http://127.0.0.1:3000', 'https://go.example.com'));
});

it('under a path, links, scripts, calls and the search lead there too', async () => {
  const text = await textOf('https://x.example/refc/', 'en/page.html');
  expect(text).toContain('<body data-root="/refc">');
  expect(text).toContain(
    'href="/refc/docs/errors" data-address="/refc/docs/errors.md" data-path="/refc/api/v1/ping"',
  );
  expect(text).toContain('>https://x.example/refc/r/x<');
  expect(text).toContain('<a href="#here">');
  expect(text).toContain('src="/refc/docs/site.js?v=1"');
  expect(await textOf('https://x.example/refc', 'en/search.json')).toBe('{"address":"/refc/docs/errors#x"}');
});

it.each(["/$'", '/$&', "/a'b", '/a&lt;b', '/$(x)'])('an address with %s breaks no sample', async (path) => {
  const text = await textOf(`https://x.example${path}`, 'en/page.html');
  expect(text).toMatch(/>https:\/\/x\.example\/[a-zA-Z0-9%;]*\/r\/x</);
  expect(text.match(/<body/g)).toHaveLength(1);
});

it('finds nothing outside its folder, and keeps no name that is not there', async () => {
  const pages = new Pages('https://x.example', folder);
  for (const name of [
    '../package.json',
    'en/../version',
    'version',
    'en/none.html',
    `en/${'a'.repeat(200)}.html`,
  ]) {
    expect(await pages.find(name)).toBeNull();
  }
  writeFileSync(join(folder, 'en', 'none.html'), 'now');
  expect((await pages.find('en/none.html'))?.plain.body.toString()).toBe('now');
});

it('without a build it does not start, and says so', () => {
  expect(() => new Pages('https://x.example', join(folder, 'none'))).toThrow('ENOENT');
});

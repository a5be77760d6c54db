// getLlmsText: the list of pages for programs.
import { sharedApp, type SharedApp } from '../../support/app.js';

let app: SharedApp;
beforeAll(async () => {
  app = await sharedApp();
});

it('names every page once with an address of Markdown that is there', async () => {
  const { text, headers } = await app.api.expect('getLlmsText', 200);
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(text).toMatch(/^# RefCampaign API\n\n> \S/);
  const addresses = [...text.matchAll(/\]\(https:\/\/go\.example\.com\/docs\/([a-z-]+\.md)\)/g)].map(
    ([, name]) => name as string,
  );
  expect(addresses.length).toBeGreaterThan(50);
  expect(new Set(addresses).size).toBe(addresses.length);
  for (const name of addresses) await app.api.expect('getDocsPage', 200, { path: { page: name } });
});

it('who has it already is not sent it again', async () => {
  const { headers } = await app.api.expect('getLlmsText', 200);
  await app.api.expect('getLlmsText', 304, { headers: { 'if-none-match': String(headers['etag']) } });
});

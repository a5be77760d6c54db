// getRobotsText: what search engines may read.
import { sharedApp, type SharedApp } from '../../support/app.js';

let app: SharedApp;
beforeAll(async () => {
  app = await sharedApp();
});

it('is the documentation, and nothing else: no link of an affiliate is followed by a machine that obeys', async () => {
  const { text, headers } = await app.api.expect('getRobotsText', 200);
  expect(headers['content-type']).toBe('text/plain; charset=utf-8');
  expect(text).toBe('User-agent: *\nDisallow: /\nAllow: /docs\n');
});

it('who has it already is not sent it again', async () => {
  const { headers } = await app.api.expect('getRobotsText', 200);
  await app.api.expect('getRobotsText', 304, { headers: { 'if-none-match': String(headers['etag']) } });
});

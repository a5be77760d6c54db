// getStart: the address of the installation, as somebody types it into a browser.
import { sharedApp, type SharedApp } from '../../support/app.js';

let app: SharedApp;
beforeAll(async () => {
  app = await sharedApp();
});

it('leads to the documentation, which is there', async () => {
  const { headers } = await app.api.expect('getStart', 302);
  expect([headers['location'], headers['cache-control']]).toEqual(['/docs', 'no-cache']);
  expect((await fetch(app.api.baseUrl)).url).toBe(`${app.api.baseUrl}/docs`);
});

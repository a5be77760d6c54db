// preflightClick, preflightIdentify, preflightIdentifyFromBrowser, preflightPublicCampaign, preflightInstalled,
// preflightSessionCaptured: a browser asks whether a page may call; always 204.
import { operations } from '#generated/operations.js';
import { startApp, type TestApp } from '../../support/app.js';
import { send } from '../../support/call.js';
import { expectForAnyPage } from './visits.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp({
    environment: {
      RATE_LIMIT_ANONYMOUS_CLICKS: '1',
      RATE_LIMIT_ANONYMOUS_IDENTIFIES: '1',
      RATE_LIMIT_ANONYMOUS_IDENTIFIES_BURST: '1',
    },
  });
});
afterAll(() => app.close());

const browserOperations = [
  'preflightClick',
  'preflightIdentify',
  'preflightIdentifyFromBrowser',
  'preflightPublicCampaign',
  'preflightInstalled',
  'preflightSessionCaptured',
] as const;
const asked = {
  origin: 'https://shop.example.com',
  'access-control-request-method': 'POST',
  'access-control-request-headers': 'content-type,authorization',
};

it.each(browserOperations)(
  '%s is 204 before limit, key and validation, and allows no credentials',
  async (id) => {
    for (let times = 0; times < 5; times++) {
      const headers = { ...asked, authorization: 'Bearer nonsense' };
      const reply = await app.api.expect(id, 204, { headers, query: 'unknown=1' });
      expectForAnyPage(reply.headers);
      expect(reply.headers['access-control-allow-methods']).toBe('GET, POST');
      expect(reply.headers['access-control-allow-headers']).toBe('content-type, x-request-id');
      expect(reply.headers['access-control-max-age']).toBe('7200');
      expect(reply.text).toBe('');
    }
  },
);

it('is 204 while the database is away', async () => {
  await app.gate.shut();
  for (const id of browserOperations) await app.api.expect(id, 204, { headers: asked });
  await app.gate.open();
});

const keyed = Object.values(operations).filter(({ security }) => security === 'key');
const keyedPaths = [...new Set(keyed.map(({ path }) => path))];

it.each(keyedPaths)('no browser may call %s: OPTIONS is 405 without a word about origins', async (path) => {
  const reply = await send(new URL(path.replace(/\{\w+\}/, 'x'), app.api.baseUrl), {
    method: 'OPTIONS',
    headers: asked,
  });
  expect(reply.status).toBe(405);
  const named = Object.keys(reply.headers).filter((name) => name.startsWith('access-control-'));
  expect(named).toEqual([]);
});

it('the paths for browsers are just these seven', () => {
  const paths = Object.values(operations).flatMap(({ cors, path }) => (cors ? [path] : []));
  expect([...new Set<string>(paths)].sort()).toEqual([
    '/api/sdk/installed',
    '/api/sdk/session-captured',
    '/api/track/identify',
    '/api/v1/campaigns/{campaignId}/public',
    '/api/v1/track/click',
    '/api/v1/track/identify',
    '/sdk.js',
  ]);
});

it('another method on a path for browsers is a 405 that the page can read', async () => {
  for (const method of ['GET', 'PUT', 'DELETE']) {
    const reply = await send(new URL('/api/v1/track/click', app.api.baseUrl), { method });
    expect(reply.status).toBe(405);
    expectForAnyPage(reply.headers);
  }
});

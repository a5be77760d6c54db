// CORS: pages may call the anonymous paths and read every answer; keyed paths say nothing to a browser.
import { caller } from './support/call.js';
import { startMachine, type RunningMachine } from './support/machine.js';

let machine: RunningMachine;
const call = caller(() => machine);
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const GOOD = { ...JSON_TYPE, authorization: 'Bearer good' };

describe('browsers', () => {
  const PATH = '/api/v1/track/click';

  it('a preflight is 204 before any check, also with a query', async () => {
    for (const path of [PATH, `${PATH}?x=1`]) {
      const { status, headers } = await call('OPTIONS', path, { headers: { authorization: 'Bearer bad' } });
      expect(status).toBe(204);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-allow-methods')).toBe('GET, POST');
      expect(headers.get('access-control-allow-headers')).toBe('content-type, x-request-id');
      expect(headers.get('access-control-max-age')).toBe('7200');
      expect(headers.get('access-control-allow-credentials')).toBeNull();
    }
  });

  it('every reply on a browser’s path says who may read it, errors too; keyed paths say nothing', async () => {
    const bad = [
      await call('POST', PATH, { headers: JSON_TYPE, body: '{' }),
      await call('POST', PATH, { headers: JSON_TYPE, body: '{}' }),
      await call('POST', PATH, { headers: JSON_TYPE, body: 'x'.repeat(70_000) }),
      await call('DELETE', PATH),
    ];
    expect(bad.map(({ status }) => status)).toEqual([400, 422, 413, 405]);
    for (const { headers } of bad) {
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toBe('X-Request-Id, Retry-After');
    }
    expect(
      (await call('GET', '/api/v1/campaigns', { headers: GOOD })).headers.get('access-control-allow-origin'),
    ).toBeNull();
  });
});

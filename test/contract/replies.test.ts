// Every reply, the framework's own errors included, has the contract's shape; refusals come in the contract's order.
import { caller, type Answer } from './support/call.js';
import { script, startMachine, type RunningMachine } from './support/machine.js';

let machine: RunningMachine;
const call = caller(() => machine);
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.close());

const JSON_TYPE = { 'content-type': 'application/json' };
const GOOD = { ...JSON_TYPE, authorization: 'Bearer good' };
const POSTBACK = '/api/v1/conversions/postback';
const ORDER = JSON.stringify({
  externalId: 'order-1',
  conversionType: 'SALE',
  amount: 1,
  currency: 'EUR',
  sessionId: null,
});

function expectFailure(answer: Answer, status: number, code: string): void {
  expect([answer.status, answer.body.error?.code]).toEqual([status, code]);
  expect(Object.keys(answer.body)).toEqual(['success', 'error', 'meta']);
  expect(Object.keys(answer.body.error!)).toEqual(['code', 'reason', 'message', 'details', 'docUrl']);
  expect(answer.body.success).toBe(false);
  expect(answer.body.meta).toEqual({
    timestamp: '2026-11-22T12:00:00.000Z',
    requestId: answer.headers.get('x-request-id'),
  });
  expect(answer.headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(0);
}

describe('one envelope', () => {
  it('a success has data and meta, leaves with its length, and names no framework', async () => {
    const answer = await call('GET', '/health/live');
    expect(answer.body).toEqual({
      success: true,
      data: { status: 'live', version: '0.0.0' },
      meta: { timestamp: '2026-11-22T12:00:00.000Z', requestId: expect.any(String) as string },
    });
    expect(answer.headers.get('etag')).toBeNull();
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.get('content-length')).toBe(String(JSON.stringify(answer.body).length));
  });

  it('a list has its page in meta, and its query coerced', async () => {
    const answer = await call('GET', '/api/v1/campaigns?limit=7', { headers: GOOD });
    expect(answer.body).toMatchObject({
      success: true,
      data: [],
      meta: { page: { nextCursor: null, hasMore: false } },
    });
    expect(script.listed).toMatchObject({ limit: 7 });
  });

  it('a well-formed request id of the caller is kept, any other replaced', async () => {
    const kept = await call('GET', '/nope', { headers: { 'x-request-id': 'Order_1.a-b' } });
    expect(kept.body.meta.requestId).toBe('Order_1.a-b');
    for (const bad of ['a b', 'x'.repeat(129), 'é', '']) {
      const { body } = await call('GET', '/nope', { headers: { 'x-request-id': bad } });
      expect(body.meta.requestId).toMatch(/^[0-9a-f-]{36}$/);
    }
  });

  it('HEAD has the headers of GET, and no body', async () => {
    const answer = await call('HEAD', '/health/live');
    expect([answer.status, answer.body]).toEqual([200, null]);
    expect(Number(answer.headers.get('content-length'))).toBeGreaterThan(100);
  });

  it('leading slashes are read as one, a trailing one is forgiven, and nothing redirects', async () => {
    for (const path of ['//health/live', '///health/live', '/health/live/'])
      expect((await call('GET', path)).status).toBe(200);
  });
});

describe('unknown paths are 404 in the contract’s shape', () => {
  it.each([
    ['GET', '/nope'],
    ['GET', '/'],
    ['GET', '/api/v1/Campaigns'],
    ['GET', '/api/v1/campaigns//'],
    ['GET', '/api/v1//campaigns'],
    ['GET', '/api/v1/%63ampaigns'],
    ['POST', '/api/v1/campaigns/x/y'],
    ['OPTIONS', '/nope'],
    ['GET', '/api/v1/campaigns/%zz'],
    ['GET', '/api/v1/campaigns/%E0%A4'],
    ['GET', '/r/'],
  ])('%s %s', async (method, path) => {
    expectFailure(await call(method, path), 404, 'NOT_FOUND');
  });
});

describe('a method that the path does not have is 405 in the contract’s shape, and says which it has', () => {
  it.each([
    ['DELETE', '/api/v1/campaigns', 'GET, HEAD, POST'],
    ['PUT', '/health/live', 'GET, HEAD'],
    ['OPTIONS', '/api/v1/campaigns', 'GET, HEAD, POST'],
    ['GET', POSTBACK, 'POST'],
  ])('%s %s', async (method, path, allowed) => {
    const answer = await call(method, path);
    expectFailure(answer, 405, 'METHOD_NOT_ALLOWED');
    expect(answer.headers.get('allow')).toBe(allowed);
  });
});

describe('what was nearly a path is told which one it may have been meant for', () => {
  it.each([
    ['POST', '/api/v1/conversion/postback', 'POST /api/v1/conversions/postback'],
    ['POST', '/conversions/postback', 'POST /api/v1/conversions/postback'],
    ['GET', '/api/v1/postback', 'POST /api/v1/conversions/postback'],
    ['GET', '/api/v2/ping', 'GET /api/v1/ping'],
    ['GET', '/api/v1/Ping', 'GET /api/v1/ping'],
    ['PUT', '/api/v1/campaign/cmp_x', 'PUT /api/v1/campaigns/{campaignId}'],
    ['PUT', '/api/v1/payout/pay_x/mark_paid', 'PUT /api/v1/payouts/{payoutId}/mark-paid'],
  ])('%s %s', async (method, path, meant) => {
    const { body } = await call(method, path);
    expect(body.error).toMatchObject({
      code: 'NOT_FOUND',
      reason: 'UNKNOWN_PATH',
      message: `No operation has this path. Did you mean ${meant}?`,
    });
  });

  it.each(['/api/v1', '/api/v1/nothing', '/.env', '/wp-login.php', '/favicon.ico', '/api/v1/x/y/z'])(
    'but %s is near none',
    async (path) => {
      expect((await call('GET', path)).body.error!.message).toBe('No operation has this path.');
    },
  );
});

describe('the order of refusals', () => {
  it('an unknown path comes before the key', async () => {
    expectFailure(
      await call('POST', '/api/v1/unknown', { headers: { authorization: 'Bearer bad' }, body: 'x' }),
      404,
      'NOT_FOUND',
    );
  });

  it('the key comes before everything in the body, and the path’s id', async () => {
    const huge = await call('POST', POSTBACK, {
      headers: { ...JSON_TYPE, authorization: 'Bearer bad' },
      body: 'x'.repeat(70_000),
    });
    expectFailure(huge, 401, 'UNAUTHORIZED');
    expect(huge.headers.get('www-authenticate')).toBe('Bearer');
    expectFailure(await call('GET', '/api/v1/campaigns/x', {}), 401, 'UNAUTHORIZED');
    expectFailure(
      await call('POST', POSTBACK, { headers: { authorization: 'Bearer locked' }, body: '{' }),
      403,
      'PERMISSION_DENIED',
    );
  });

  it('size comes before form, form before content, content before the handler', async () => {
    expectFailure(
      await call('POST', POSTBACK, {
        headers: { authorization: 'Bearer good', 'content-type': 'text/plain' },
        body: '{'.repeat(65_537),
      }),
      413,
      'PAYLOAD_TOO_LARGE',
    );
    expectFailure(
      await call('POST', `${POSTBACK}?unknown=1`, { headers: GOOD, body: '{' }),
      400,
      'INVALID_REQUEST',
    );
    expectFailure(await call('POST', POSTBACK, { headers: GOOD, body: '{}' }), 422, 'VALIDATION_FAILED');
    expectFailure(await call('POST', POSTBACK, { headers: GOOD, body: ORDER }), 404, 'NOT_FOUND');
  });

  it('an optional key that is sent must be good', async () => {
    const body = JSON.stringify({ session_id: 'abcdefgh1234', customer_email_hash: 'a'.repeat(64) });
    expect((await call('POST', '/api/v1/track/identify', { headers: JSON_TYPE, body })).status).toBe(200);
    expect((await call('POST', '/api/v1/track/identify', { headers: GOOD, body })).status).toBe(200);
    expectFailure(
      await call('POST', '/api/v1/track/identify', {
        headers: { ...JSON_TYPE, authorization: 'Bearer bad' },
        body,
      }),
      401,
      'UNAUTHORIZED',
    );
  });
});

describe('faults', () => {
  it('query, body and the operation’s own rules are faulted together, without a value', async () => {
    const body =
      '{"externalId":"ruled","conversionType":"sold-secret","amount":"12-secret","currency":"EUR","customer_id":"x-secret"}';
    const answer = await call('POST', `${POSTBACK}?dryrun=1`, { headers: GOOD, body });
    expectFailure(answer, 422, 'VALIDATION_FAILED');
    expect(answer.body.error!.details).toEqual([
      { path: ['dryrun'], message: 'is not known here; did you mean dryRun?' },
      { path: ['customer_id'], message: 'is not known here; did you mean customerId?' },
      { path: ['conversionType'], message: 'must be one of SALE, LEAD, TRIAL, CUSTOM' },
      { path: ['amount'], message: 'must be an integer from 0 to 1000000000000' },
      { path: ['externalId'], message: 'is against the rules' },
    ]);
    expect(JSON.stringify(answer.body)).not.toContain('secret');
  });

  it('however much is wrong, there are at most 50 faults in at most 16 KiB', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 2000 }, (_, index) => [`${'😀'.repeat(5)}${index}`, 1]),
    );
    const long = Object.fromEntries(
      Array.from({ length: 40 }, (_, index) => [`${'\u0001'.repeat(1400)}${index}`, 1]),
    );
    for (const body of [many, long, { ['k'.repeat(60_000)]: 1 }]) {
      const answer = await call('POST', POSTBACK, { headers: GOOD, body: JSON.stringify(body) });
      expect((answer.body.error!.details as unknown[]).length).toBeLessThanOrEqual(50);
      expect(Number(answer.headers.get('content-length'))).toBeLessThanOrEqual(16 * 1024);
    }
  });

  it('bottomless nesting is a fault wherever something is decided, and left out where nothing is', async () => {
    const deep = `${'{"a":'.repeat(6000)}1${'}'.repeat(6000)}`;
    for (const name of ['metadata', 'externalId', 'unknown']) {
      const answer = await call('POST', POSTBACK, { headers: GOOD, body: `{"${name}":${deep}}` });
      expect(answer.status).toBe(422);
    }
    const valid = { externalId: 'deep', conversionType: 'SALE', amount: 1, currency: 'EUR', sessionId: null };
    const { record } = script;
    let taken: object | undefined;
    script.record = (sent, query) => {
      taken = sent;
      return record(sent, query); // 404
    };
    for (const name of ['metadata', 'unknown']) {
      const body = `${JSON.stringify(valid).slice(0, -1)},"${name}":${deep}}`;
      expect((await call('POST', POSTBACK, { headers: GOOD, body })).status).toBe(404);
      expect(taken).toEqual(valid);
    }
    script.record = record;
    expect(
      (
        await call('POST', POSTBACK, {
          headers: GOOD,
          body: `{"metadata":${'['.repeat(30_000)}${']'.repeat(30_000)}}`,
        })
      ).status,
    ).toBe(422);
  });
});

// Paths, methods, request ids, HEAD, and bytes that are no HTTP: everything is answered, in the contract's form.
import { startApp, type TestApp } from '../../support/app.js';
import type { TestCaller } from '../../support/makers.js';
import { send, type Reply } from '../../support/call.js';
import { unique } from '../../support/makers.js';
import { errorOf } from '../../support/failures.js';
import { sendBytes, type WireReply } from '../../support/wire.js';
import type { OperationId } from '#platform/contract/routes.js';
import { factsOf, goodRequest, operationsThat } from './requests.js';

let app: TestApp;
let caller: TestCaller;
let key: string;

beforeAll(async () => {
  app = await startApp();
  caller = await app.make.caller();
  key = caller.key;
});
afterAll(() => app.close());

/** Sends the path as it is written: an URL object would tidy it up first. */
function get(path: string, method = 'GET', headers = ''): Promise<WireReply> {
  const bytes = `${method} ${path} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\n${headers}\r\n`;
  return sendBytes(app.service.port, bytes);
}

function expectNotFound({ status, headers, text }: WireReply, error = errorOf('UNKNOWN_PATH')): void {
  expect(status).toBe(404);
  const body = JSON.parse(text) as { meta: { requestId: string } };
  expect(headers['content-type']).toBe('application/json; charset=utf-8');
  expect(body).toEqual({
    success: false,
    error: { ...error, message: expect.stringMatching(/^No operation has this path\./) as string },
    meta: { timestamp: expect.any(String) as string, requestId: headers['x-request-id'] },
  });
}

it.each([
  '/api',
  '/api/v1',
  '/api/v1/nothing',
  '/api/v2/ping',
  '/API/v1/ping',
  '/api/v1/Ping',
  '/health',
  '/favicon.ico',
  '/docs/../api/v1/nothing',
  '/api/v1/ping/more',
  '/api/v1//ping',
  '/r/',
  '/r/a/b',
  '/.env',
  '/api/v1/ping;x=1',
  '/api/v1/campaigns/%2e%2e/affiliates/x',
])('the unknown path %s is an enveloped 404', async (path) => {
  for (const method of ['GET', 'POST', 'DELETE', 'OPTIONS', 'PATCH']) expectNotFound(await get(path, method));
});

it.each([
  '/api/v1/campaigns/%',
  '/api/v1/campaigns/%E0%A4%A',
  '/api/v1/campaigns/%C3%28',
  '/%',
  '/r/%ff',
  '/api/v1/%zz',
])('malformed percent-encoding, %s, is a 404', async (path) => {
  const reply = await get(path);
  expect(reply.status).toBe(404);
  expect(reply.text).not.toContain('%');
});

const undecodable = ['%ff', '%', 'a%zz', '%E0%A4%A', '%C3%28'];
const named = operationsThat(({ path }) => path.includes('{'));

/** What an operation answers to a call with this name in its path, and nothing else. */
async function answerTo(id: OperationId, name: string): Promise<unknown[]> {
  const { path, method } = factsOf(id);
  const { status, headers } = await get(path.replaceAll(/\{\w+\}/g, name), method.toUpperCase());
  return [status, headers['content-type'], headers['access-control-allow-methods']];
}

const guarded = named.filter((id) => ['key', 'session'].includes(factsOf(id).security));

it.each(guarded)('%s: a name that cannot be decoded is a 404', async (id) => {
  for (const name of undecodable) expect((await answerTo(id, name))[0]).toBe(404);
});

it.each(named.filter((id) => !guarded.includes(id)))(
  '%s answers a name that cannot be decoded like any other that there is not',
  async (id) => {
    const expected = await answerTo(id, 'no-such-name');
    expect(factsOf(id).statuses).toContain(expected[0]);
    for (const name of [...undecodable, '%EF%BF%BD', '%00', '%2F', '%2E%2E']) {
      expect([name, ...(await answerTo(id, name))]).toEqual([name, ...expected]);
    }
  },
);

const paths = [...new Set(operationsThat(() => true).map((id) => factsOf(id).path))];

it.each(paths)(
  '%s with a method it does not have is an enveloped 405, and names those it has',
  async (path) => {
    const own = operationsThat((facts) => facts.path === path).map((id) => factsOf(id).method.toUpperCase());
    for (const method of ['GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'PROPFIND']) {
      if (own.includes(method)) continue;
      const { status, headers, text } = await get(path.replace(/\{\w+\}/, 'x'), method);
      const { error } = JSON.parse(text) as { error: { code: string } };
      expect([status, error.code]).toEqual([405, 'METHOD_NOT_ALLOWED']);
      const allowed = String(headers['allow']).split(', ');
      expect(allowed.filter((one) => one !== 'HEAD').sort()).toEqual([...own].sort());
    }
  },
);

it('an unknown path is 404 before the key is looked at', async () => {
  const reply = await send(new URL('/api/v1/nothing', app.api.baseUrl), { method: 'GET' });
  expect(reply.status).toBe(404);
});

it('repeated leading slashes are read as one, one slash at the end is forgiven, and nothing redirects', async () => {
  for (const path of [
    '//api/v1/ping',
    '/////api/v1/ping',
    '/api/v1/ping/',
    '//api/v1/ping?x=1',
    '/api/v1/ping/?x=//y',
  ]) {
    expect([path, (await get(path)).status]).toEqual([path, 200]);
  }
  expect((await get('//evil.example/')).status).toBe(404);
});

describe('the request id', () => {
  it.each(['a', 'A-b_c.9', 'x'.repeat(128), '66e29503-3d9c-4516-b723-897a4e367074'])(
    '%s is kept',
    async (requestId) => {
      const { headers, body } = await app.api.expect('ping', 200, {
        as: key,
        headers: { 'x-request-id': requestId },
      });
      expect(headers['x-request-id']).toBe(requestId);
      expect(body.meta.requestId).toBe(requestId);
    },
  );

  it.each(['', 'with space', 'x'.repeat(129), 'a/b', 'a"b', 'ü', 'a,b', '<b>'])(
    '%j is replaced',
    async (requestId) => {
      const { headers, body } = await app.api.expect('ping', 200, {
        as: key,
        headers: { 'x-request-id': requestId },
      });
      expect(headers['x-request-id']).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
      expect(body.meta.requestId).toBe(headers['x-request-id']);
    },
  );

  it('is another one for each request, and on every reply', async () => {
    const replies = await Promise.all(
      ['/api/v1/ping', '/nothing', '/r/unknown-code', '/openapi.yaml', '/api/v1/ping'].map((path) =>
        get(path),
      ),
    );
    expect(new Set(replies.map(({ headers }) => headers['x-request-id'])).size).toBe(5);
  });
});

const gets = operationsThat(({ method }) => method === 'get');

it.each(gets)('HEAD of %s has the status and headers of GET, and no body', async (id) => {
  const input = { ...goodRequest(id, caller), headers: { 'x-request-id': `head-${unique()}` } };
  const whole = await app.api.call(id, input);
  const head = await app.api.call(id, { ...input, method: 'HEAD' });
  expect(head.text).toBe('');
  const comparable = ({ status, headers }: Reply<unknown>): object => ({
    status,
    ...headers,
    date: null,
    connection: null,
    // Of a reply without end HEAD cannot say how long it is, and need not say that it comes in chunks.
    'transfer-encoding': null,
  });
  expect(comparable(head)).toEqual(comparable(whole));
});

it('says how long each reply is, and lets none be cached or sniffed but the document', async () => {
  const { headers } = await app.api.expect('ping', 200, { as: key });
  expect(headers['content-length']).toMatch(/^\d+$/);
  expect(headers['transfer-encoding']).toBeUndefined();
  expect(headers['cache-control']).toBe('no-store');
  expect(headers['x-content-type-options']).toBe('nosniff');
  expect(headers['x-powered-by']).toBeUndefined();
});

describe('what is no HTTP', () => {
  it.each([
    ['a word', 'hello\r\n\r\n'],
    ['another protocol', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'],
    ['a broken header', 'GET /api/v1/ping HTTP/1.1\r\nHost: x\r\nbroken header\r\n\r\n'],
    [
      'two lengths',
      'POST /api/v1/track/click HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nContent-Length: 6\r\n\r\n{}',
    ],
    [
      'a length that is no number',
      'POST /api/v1/track/click HTTP/1.1\r\nHost: x\r\nContent-Length: x\r\n\r\n{}',
    ],
    [
      'length and chunks',
      'POST /api/v1/track/click HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    ],
    ['an unknown method', 'BREW /api/v1/ping HTTP/1.1\r\nHost: x\r\n\r\n'],
    ['headers without end', `GET / HTTP/1.1\r\nHost: x\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`],
    ['an address without end', `GET /${'x'.repeat(40_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
  ])('%s is answered 400, enveloped', async (_what, bytes) => {
    const { status, headers, text } = await sendBytes(app.service.port, Buffer.from(bytes, 'latin1'));
    const body = JSON.parse(text) as {
      success: boolean;
      error: { code: string };
      meta: { requestId: string };
    };
    expect([status, body.success, body.error.code]).toEqual([400, false, 'INVALID_REQUEST']);
    expect(body.meta.requestId).toBe(headers['x-request-id']);
  });

  it('behind an order is not taken for it: the order is recorded, and its reply says so', async () => {
    const externalId = unique();
    const order = { externalId, conversionType: 'SALE', amount: 100, currency: 'EUR', sessionId: null };
    const body = JSON.stringify(order);
    const headers = `Authorization: Bearer ${key}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}`;
    const request = `POST /api/v1/conversions/postback HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n${body}`;
    const reply = await sendBytes(app.service.port, `${request}xx`);
    expect([reply.status, reply.headers['connection']]).toEqual([201, 'close']);
    const { body: stored } = await app.api.expect('listConversions', 200, { as: key, query: { externalId } });
    expect(stored.data).toHaveLength(1);
    expect(reply.text).toContain(stored.data[0]!.conversionId);
  });

  it('does not disturb the calls of others', async () => {
    await app.api.expect('ping', 200, { as: key });
  });
});

// The log: one JSON line a request, with who, what, how it ended and how long it took, and nothing that was sent.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { startApp, type TestApp } from '../../support/app.js';
import { invalid, send } from '../../support/call.js';
import type { TestMerchant } from '../../support/makers.js';
import { unique } from '../../support/makers.js';
import { toPublicId } from '#platform/values/ids.js';
import { until } from '../../support/until.js';
import { sendBytes } from '../../support/wire.js';

let app: TestApp;
let merchant: TestMerchant;
const lines: string[] = [];

beforeAll(async () => {
  app = await startApp({ environment: { TRUST_PROXY: '1' }, onLog: (line) => lines.push(line) });
  merchant = await app.make.merchant('Northwind Coffee');
});
afterAll(() => app.close());

type Line = Record<string, unknown>;

/** The lines of the log with this request id; written when the connection has taken the reply. */
async function linesOf(requestId: string): Promise<Line[]> {
  const found = () =>
    lines.map((line) => JSON.parse(line) as Line).filter((line) => line['requestId'] === requestId);
  await until(() => found().some((line) => line['msg'] === 'request'));
  return found();
}

it('is one JSON line a request: time, level, request id, merchant, operation, route, status and milliseconds', async () => {
  const requestId = unique();
  await app.api.expect('ping', 200, { as: merchant.test, headers: { 'x-request-id': requestId } });
  expect(await linesOf(requestId)).toEqual([
    {
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      msg: 'request',
      requestId,
      merchant: toPublicId('mer', merchant.id),
      key: expect.stringMatching(/^key_/) as string,
      operation: 'ping',
      route: '/api/v1/ping',
      status: 200,
      ms: expect.any(Number) as number,
    },
  ]);
});

it('says why an order was refused: the code and what differs, and none of the values', async () => {
  const requestId = unique();
  const order = { externalId: unique(), conversionType: 'SALE', amount: 4990, currency: 'EUR' } as const;
  const sent = { as: merchant.live, headers: { 'x-request-id': requestId } };
  await app.api.expect('recordPostback', 201, { as: merchant.live, body: { ...order, sessionId: null } });
  const body = { ...order, amount: 77_701, sessionId: null };
  await app.api.expect('recordPostback', 409, { ...sent, body });
  const lines = await linesOf(requestId);
  expect(lines).toMatchObject([
    {
      status: 409,
      code: 'ALREADY_EXISTS',
      reason: 'DIFFERENT_ORDER',
      message: 'This externalId was recorded before with another amount. The stored conversion is unchanged.',
      paths: ['amount'],
    },
  ]);
  expect(JSON.stringify(lines)).not.toMatch(new RegExp(`77701|4990|${order.externalId}`));
});

it('says why items of a batch were refused: a line for each reason, with their places', async () => {
  const requestId = unique();
  const order = {
    externalId: unique(),
    conversionType: 'SALE',
    amount: 4990,
    currency: 'EUR',
    sessionId: null,
  };
  const conversions = [
    order,
    { ...order, amount: 1 },
    { ...order, currency: 'EURO' },
    { ...order, amount: 2 },
  ];
  const sent = { as: merchant.live, headers: { 'x-request-id': requestId }, body: invalid({ conversions }) };
  await app.api.expect('recordBatch', 200, sent);
  const refused = (await linesOf(requestId)).filter(({ msg }) => msg === 'items refused');
  expect(refused).toMatchObject([
    { code: 'VALIDATION_FAILED', reason: 'VALIDATION_FAILED', count: 1, items: [2] },
    { code: 'ALREADY_EXISTS', reason: 'DIFFERENT_ORDER', count: 2, items: [1, 3] },
  ]);
});

it.each([
  [
    'an anonymous call',
    '/r/some-code-1234',
    { merchant: null, operation: 'followLink', route: '/r/{code}', status: 404 },
  ],
  ['a refused key', '/api/v1/ping', { merchant: null, operation: 'ping', status: 401 }],
  [
    'an unknown path',
    '/api/v1/conversion-1234/postback/1234',
    {
      operation: null,
      route: '/api/v1/*/postback/*',
      status: 404,
      code: 'NOT_FOUND',
      reason: 'UNKNOWN_PATH',
    },
  ],
  ['a path that cannot be read', '/api/%E0%A4%A1234', { route: '/api/*', status: 404 }],
])(
  '%s has its line, with the template of its path, or the words of it that are ours',
  async (_what, path, expected) => {
    const requestId = unique();
    await send(new URL(path, app.api.baseUrl), { method: 'GET', headers: { 'x-request-id': requestId } });
    const found = await linesOf(requestId);
    expect(found).toEqual([expect.objectContaining(expected)]);
    expect(JSON.stringify(found)).not.toContain('1234');
  },
);

it('a caller who goes away before the answer has a line as well', async () => {
  const requestId = unique();
  const head =
    'POST /api/v1/track/click HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 50\r\n';
  const going = sendBytes(app.service.port, `${head}X-Request-Id: ${requestId}\r\n\r\n{`, {
    hangUp: once(app.server, 'request'),
  });
  await expect(going).rejects.toThrow('no whole reply');
  expect(await linesOf(requestId)).toEqual([
    expect.objectContaining({ operation: 'trackClick', status: null, aborted: true }),
  ]);
});

it('holds neither key nor email, hash, session, query, body, cookie, address or name, whatever the calls said', async () => {
  const secret = {
    email: `jo.${unique()}@example.org`,
    session: `session-${unique()}`,
    order: `order-${unique()}`,
    metadata: `metadata-${unique()}`,
    customer: `customer-${unique()}`,
    query: `query-${unique()}`,
    agent: `agent-${unique()}`,
    address: '203.0.113.77',
  };
  const hash = createHash('sha256').update(secret.email).digest('hex');
  const headers = {
    'x-forwarded-for': secret.address,
    'user-agent': secret.agent,
    cookie: `_rc_sid=${secret.session}`,
  };
  const as = merchant.test;
  const link = await app.make.link(as, {
    name: secret.metadata,
    landingUrl: `https://shop.example.com/${secret.query}`,
  });
  const order = app.make.order({
    externalId: secret.order,
    sessionId: secret.session,
    customerEmail: secret.email,
    customerId: secret.customer,
    metadata: { note: secret.metadata },
  });
  await app.api.expect('followLink', 302, { path: { code: link.code }, query: `q=${secret.query}`, headers });
  await app.api.expect('trackClick', 200, {
    body: { tracking_url: `/r/${link.code}?${secret.query}`, session_id: secret.session },
    headers,
  });
  await app.api.expect('identify', 200, {
    as,
    body: { session_id: secret.session, customer_email_hash: hash },
    headers,
  });
  await app.api.expect('createAffiliate', 201, {
    as,
    body: { email: secret.email, firstName: secret.customer },
    headers,
  });
  await app.api.expect('createAffiliate', 409, { as, body: { email: secret.email }, headers });
  await app.api.expect('listAffiliates', 200, { as, query: { email: secret.email }, headers });
  await app.api.expect('recordPostback', 201, { as, body: order, headers });
  await app.api.expect('recordPostback', 409, { as, body: { ...order, amount: 1 }, headers });
  await app.api.expect('recordPostback', 422, {
    as,
    body: invalid({ ...order, amount: secret.metadata }),
    headers,
  });
  await app.api.expect('recordPostback', 400, { as, rawBody: `{"externalId":"${secret.order}"`, headers });
  await app.api.expect('listConversions', 200, { as, query: { externalId: secret.order }, headers });
  await app.api.expect('ping', 401, { headers: { ...headers, authorization: `Bearer ${as}x` } });
  await app.settled();
  const log = lines.join('');
  for (const [what, value] of Object.entries({ ...secret, hash, key: as, live: merchant.live })) {
    expect([what, log.includes(value)]).toEqual([what, false]);
  }
  for (const value of ['127.0.0.1', as.slice(0, 20), link.code]) expect(log).not.toContain(value);
});

it('every line is one JSON object', () => {
  for (const line of lines) {
    expect(line.endsWith('\n') && line.trimEnd().split('\n').length).toBe(1);
    expect(JSON.parse(line)).toEqual(expect.any(Object));
  }
});

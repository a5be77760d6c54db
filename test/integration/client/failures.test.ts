// The TypeScript client when things go wrong: errors to tell apart, retries that do no harm, and a key that is never told.
import { createServer, type ServerResponse } from 'node:http';
import { inspect } from 'node:util';
import * as rc from '../../../clients/typescript/src/index.js';
import { startApp, type TestApp } from '../../support/app.js';
import {
  answer,
  apiError,
  breakOff,
  hangUp,
  loseReply,
  saysNothing,
  startFaultProxy,
  type Fault,
  type FaultProxy,
} from '../../support/fault-proxy.js';
import { unique } from '../../support/makers.js';
import { until } from '../../support/until.js';
import { difference } from '../../support/failures.js';

let app: TestApp;
let proxy: FaultProxy;
let key: string;
let code: string;

beforeAll(async () => {
  app = await startApp();
  proxy = await startFaultProxy(app.api.baseUrl);
  key = (await app.make.merchant()).test;
  code = (await app.make.link(key)).code;
});

afterAll(async () => {
  await proxy.close();
  await app.close();
});

beforeEach(() => proxy.seen.splice(0));

const clientWith = (options: Partial<rc.ClientOptions> = {}) =>
  new rc.RefCampaign({ apiKey: key, baseUrl: proxy.url, ...options });
const order = (externalId = `order-${unique()}`) => ({
  externalId,
  conversionType: 'SALE' as const,
  amount: 4990,
  currency: 'EUR',
  affiliateCode: code,
});
const campaign = {
  name: 'Partners',
  landingUrl: 'https://shop.example.com/',
  commissionType: 'FIXED' as const,
  commissionRate: 5,
};

/** What a call fails with. */
async function failureOf(call: PromiseLike<unknown>): Promise<rc.RefCampaignError> {
  const outcome: unknown = await Promise.resolve(call).then(
    () => null,
    (error: unknown) => error,
  );
  if (!(outcome instanceof Error)) throw new Error('did not fail');
  return outcome as rc.RefCampaignError;
}

describe('an error of the API', () => {
  it('401: the key is no good', async () => {
    const client = clientWith({ apiKey: 'rc_test_no_such_key' });
    const error = await failureOf(client.ping());
    expect(error).toBeInstanceOf(rc.AuthenticationError);
    expect(error).toMatchObject({ status: 401, code: 'UNAUTHORIZED', operation: 'ping', details: [] });
    expect(proxy.seen).toHaveLength(1);
  });

  it('403: the key may do other things, and the error says what it lacks', async () => {
    const merchant = await app.make.merchant();
    const client = clientWith({ apiKey: await app.make.key(merchant.id, 'test', ['record']) });
    const error = await failureOf(client.createCampaign(campaign));
    if (!(error instanceof rc.PermissionError)) throw error;
    expect(error).toMatchObject({ status: 403, reason: 'PERMISSION_MISSING', operation: 'createCampaign' });
    expect(error.details.map(({ permission }) => permission)).toEqual(['manage']);
  });

  it('404: there is nothing of that id', async () => {
    const error = await failureOf(clientWith().getCampaign('cmp_01m1dzpw00e67v766vvtayqg9r'));
    expect(error).toBeInstanceOf(rc.NotFoundError);
    expect(error).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });

  it('409: the fields that differ, yours and ours', async () => {
    const [client, sent] = [clientWith(), order()];
    await client.recordPostback(sent);
    const error = await failureOf(client.recordPostback({ ...sent, amount: 1 }));
    expect(error).toBeInstanceOf(rc.ConflictError);
    expect(error.details).toEqual([difference('amount', 1, 4990)]);
  });

  it('422: every fault, in `details` and in words', async () => {
    const wrong = { ...order(), amount: 49.9, currency: 'EURO' };
    const error = await failureOf(clientWith().recordPostback(wrong));
    expect(error).toBeInstanceOf(rc.ValidationError);
    expect((error as rc.ValidationError).details.map(({ path }) => path)).toEqual([['amount'], ['currency']]);
    expect(error.message).toMatch(
      /^recordPostback was answered 422 VALIDATION_FAILED: .*\(amount must be an integer/,
    );
  });

  it('has the request id of all its tries, the caller’s own if there is one', async () => {
    proxy.next(apiError(503, 'SERVICE_UNAVAILABLE'), hangUp);
    await failureOf(clientWith().getCampaign('cmp_x', { requestId: 'order-17.first', maxRetries: 2 }));
    expect(proxy.seen.map(({ headers }) => headers['x-request-id'])).toEqual(Array(3).fill('order-17.first'));
    const error = await failureOf(clientWith().getCampaign('cmp_x'));
    expect(error.requestId).toBe(proxy.seen.at(-1)?.headers['x-request-id']);
  });
});

describe('a call that is safe to repeat', () => {
  const faults: [string, Fault][] = [
    ['a 503', apiError(503, 'SERVICE_UNAVAILABLE')],
    ['a 500', apiError(500, 'SERVER_ERROR')],
    ['a 429', apiError(429, 'RATE_LIMIT_EXCEEDED')],
    ['a proxy’s own 502', answer(502, { 'content-type': 'text/html' }, '<h1>Bad Gateway</h1>')],
    ['a connection reset', hangUp],
    ['a reply that breaks off', breakOff],
    ['a reply that is lost', loseReply],
  ];

  it.each(faults)('is repeated after %s, and makes one conversion', async (_name, fault) => {
    proxy.next(fault);
    const sent = order();
    const reply = await clientWith().recordPostback(sent);
    expect(proxy.seen).toHaveLength(2);
    expect(reply.data.externalId).toBe(sent.externalId);
    expect(reply.data.replayed).toBe(fault === loseReply);
    expect((await clientWith().listConversions({ externalId: sent.externalId })).data).toHaveLength(1);
  });

  it('is repeated after a time-out', async () => {
    proxy.next(saysNothing);
    const { status } = await clientWith({ timeoutMs: 1500 }).recordPostback(order());
    expect([status, proxy.seen.length]).toEqual([201, 2]);
  });

  it('waits for as long as Retry-After says, in seconds or as a date', async () => {
    const inTwoSeconds = new Date(Date.now() + 2000).toUTCString();
    const delayed = [{ 'retry-after': '1' }, { 'retry-after': inTwoSeconds }];
    const begun = Date.now();
    proxy.next(...delayed.map((headers) => apiError(503, 'SERVICE_UNAVAILABLE', headers)));
    await clientWith().recordPostback(order());
    const [first, second, third] = proxy.seen.map(({ at }) => at - begun);
    expect(second! - first!).toBeGreaterThanOrEqual(990);
    // A date has no parts of a second.
    expect(begun + third!).toBeGreaterThanOrEqual(Date.parse(inTwoSeconds));
  });

  it('is given up at once if it would have to wait for more than a minute, and says how long', async () => {
    proxy.next(apiError(429, 'RATE_LIMIT_EXCEEDED', { 'retry-after': '61' }));
    const error = await failureOf(clientWith().recordPostback(order()));
    expect(error).toBeInstanceOf(rc.RateLimitError);
    expect([error.retryAfterSeconds, proxy.seen.length]).toEqual([61, 1]);
  });

  it('is given up after the last retry, with the last failure', async () => {
    proxy.next(hangUp, apiError(500, 'SERVER_ERROR'), apiError(503, 'SERVICE_UNAVAILABLE'));
    const error = await failureOf(clientWith({ maxRetries: 2 }).recordPostback(order()));
    expect(error).toBeInstanceOf(rc.ServerError);
    expect([error.code, error.requestId, proxy.seen.length]).toEqual([
      'SERVICE_UNAVAILABLE',
      proxy.seen[0]?.headers['x-request-id'],
      3,
    ]);
  });

  it('fifty at once, each of whose first replies is lost, make one conversion', async () => {
    const [client, sent] = [clientWith(), order()];
    proxy.next(...Array.from({ length: 50 }, () => loseReply));
    const replies = await Promise.all(Array.from({ length: 50 }, () => client.recordPostback(sent)));
    expect(proxy.seen.length).toBeGreaterThanOrEqual(100);
    expect(new Set(replies.map(({ data }) => data.conversionId)).size).toBe(1);
    expect((await client.listConversions({ externalId: sent.externalId })).data).toHaveLength(1);
  });
});

describe('a call that is not safe to repeat', () => {
  it.each([
    ['a 503', apiError(503, 'SERVICE_UNAVAILABLE'), rc.ServerError],
    ['a 500', apiError(500, 'SERVER_ERROR'), rc.ServerError],
    ['a connection reset', hangUp, rc.ConnectionError],
    ['a reply that is lost', loseReply, rc.ConnectionError],
  ])('is not repeated after %s', async (_name, fault, expected) => {
    proxy.next(fault);
    expect(await failureOf(clientWith().createCampaign(campaign))).toBeInstanceOf(expected);
    expect(proxy.seen).toHaveLength(1);
  });

  it('is not repeated after a time-out', async () => {
    proxy.next(saysNothing);
    const error = await failureOf(clientWith({ timeoutMs: 200 }).createCampaign(campaign));
    expect(error).toBeInstanceOf(rc.TimeoutError);
    expect(error).toBeInstanceOf(rc.ConnectionError);
    expect(proxy.seen).toHaveLength(1);
  });

  it('is repeated after a 429, which was not carried out', async () => {
    proxy.next(apiError(429, 'RATE_LIMIT_EXCEEDED'));
    expect((await clientWith().createCampaign(campaign)).status).toBe(201);
  });

  it('is repeated when there was no connection at all', async () => {
    const port = await freePort();
    const client = clientWith({ baseUrl: `http://127.0.0.1:${port}`, maxRetries: 8 });
    const made = client.createCampaign(campaign);
    const late = createServer((_, response: ServerResponse) => {
      const meta = { timestamp: '', requestId: '' };
      response.writeHead(201).end(JSON.stringify({ success: true, data: {}, meta }));
    });
    await new Promise<void>((resolve) => setTimeout(() => late.listen(port, '127.0.0.1', resolve), 100));
    expect((await made).status).toBe(201);
    late.closeAllConnections();
    await new Promise((resolve) => late.close(resolve));
  });

  it('is safe once it has a name: a payout with its key, an adjustment with its id', async () => {
    const client = clientWith();
    proxy.next(hangUp);
    const unnamed = { affiliateId: 'aff_x', currency: 'EUR' };
    expect(await failureOf(client.createPayout(unnamed))).toBeInstanceOf(rc.ConnectionError);
    proxy.next(hangUp);
    expect(await failureOf(client.createPayout({ ...unnamed, payoutKey: 'p-1' }))).toBeInstanceOf(
      rc.NotFoundError,
    );
    expect(proxy.seen).toHaveLength(3);
  });
});

describe('what is not the API’s', () => {
  it('a redirect is not followed: the key goes nowhere else', async () => {
    proxy.next(answer(302, { location: `${proxy.url}/elsewhere` }, ''));
    const error = await failureOf(clientWith().ping());
    expect(error).toBeInstanceOf(rc.UnexpectedReplyError);
    expect(error.message).toContain('302');
    expect(proxy.seen).toHaveLength(1);
  });

  it.each([
    ['HTML', '<p>Welcome</p>'],
    ['other JSON', '{"ok":true}'],
    ['null', 'null'],
    ['nothing', ''],
  ])('a 200 with %s is no success', async (_name, body) => {
    proxy.next(answer(200, { 'content-type': 'text/html' }, body));
    const error = await failureOf(clientWith().ping());
    expect(error).toBeInstanceOf(rc.UnexpectedReplyError);
    expect([error.status, error.code]).toEqual([200, null]);
  });

  const reply = (data: unknown, meta: unknown) =>
    answer(
      200,
      { 'content-type': 'application/json' },
      JSON.stringify({ success: true, data, meta: { timestamp: '', requestId: '', ...(meta as object) } }),
    );

  it.each([
    ['without meta.page', reply([], {})],
    ['whose meta.page is null', reply([], { page: null })],
    ['whose data are no list', reply({}, { page: { nextCursor: null } })],
    ['whose cursor is no text', reply([], { page: { nextCursor: 7 } })],
  ])('a page %s is none, and is not asked for again', async (_name, fault) => {
    proxy.next(fault);
    expect(await failureOf(clientWith().listConversions())).toBeInstanceOf(rc.UnexpectedReplyError);
    expect(proxy.seen).toHaveLength(1);
  });

  it('a list ends where a page names no next one', async () => {
    proxy.next(reply([1], { page: { nextCursor: 'a' } }), reply([2], { page: {} }));
    const found: unknown[] = [];
    for await (const item of clientWith().listConversions()) found.push(item);
    expect([found, proxy.seen.length]).toEqual([[1, 2], 2]);
  });

  it('a page that leads back to itself is an error, and not a list without end', async () => {
    proxy.next(reply([1], { page: { nextCursor: 'a' } }), reply([2], { page: { nextCursor: 'a' } }));
    const found: unknown[] = [];
    const each = async () => {
      for await (const item of clientWith().listConversions()) found.push(item);
    };
    expect(await failureOf(each())).toBeInstanceOf(rc.UnexpectedReplyError);
    expect([found, proxy.seen.length]).toEqual([[1], 2]);
  });

  it.each([
    ['JSON', { 'content-type': 'application/json' }, '{}'],
    ['a page', { 'content-type': 'text/html' }, '<p>Please log in</p>'],
    ['of no type', {}, 'a,b'],
  ])('an export that is %s is no file', async (_name, headers, body) => {
    proxy.next(answer(200, headers, body));
    expect(await failureOf(clientWith().exportConversions())).toBeInstanceOf(rc.UnexpectedReplyError);
    expect(proxy.seen).toHaveLength(1);
  });

  it.each([[[null]], [['text', 7]], [[{ path: [{ toString: 1 }], message: 'x' }]], ['none']])(
    'an error with odd details (%j) is still that error, and is not tried again',
    async (details) => {
      const error = { code: 'VALIDATION_FAILED', message: 'm', details };
      proxy.next(answer(422, {}, JSON.stringify({ success: false, error, meta: {} })));
      expect(await failureOf(clientWith().ping())).toBeInstanceOf(rc.ValidationError);
      expect(proxy.seen).toHaveLength(1);
    },
  );

  it('a proxy’s HTML error is an error of its status, without a code', async () => {
    proxy.next(answer(413, { 'content-type': 'text/html' }, '<h1>Too large</h1>'));
    const error = await failureOf(clientWith().ping());
    expect(error).toBeInstanceOf(rc.PayloadTooLargeError);
    expect([error.code, error.details]).toEqual([null, []]);
  });
});

describe('the caller’s signal', () => {
  it('ends a try that is under way, and nothing is tried again', async () => {
    proxy.next(saysNothing);
    const caller = new AbortController();
    const call = clientWith().recordPostback(order(), { signal: caller.signal });
    await until(() => proxy.seen.length === 1);
    caller.abort(new Error('The shop is closing.'));
    await expect(call).rejects.toThrow('The shop is closing.');
    expect(proxy.seen).toHaveLength(1);
  });

  it('given while a failure is read, ends the wait before it begins', async () => {
    const caller = new AbortController();
    const fetch = () => {
      caller.abort(new Error('The shop is closing.'));
      return Promise.resolve(new Response('{}', { status: 503, headers: { 'retry-after': '30' } }));
    };
    const call = clientWith({ fetch }).ping({ signal: caller.signal });
    await expect(call).rejects.toThrow('The shop is closing.');
  });

  it('ends a wait, and stops what has not begun', async () => {
    proxy.next(apiError(503, 'SERVICE_UNAVAILABLE', { 'retry-after': '30' }));
    const caller = new AbortController();
    const { signal } = caller;
    const call = clientWith().ping({ signal });
    await until(() => proxy.seen.length === 1);
    caller.abort(new Error('Enough.'));
    await expect(call).rejects.toBe(signal.reason);
    await expect(clientWith().ping({ signal })).rejects.toBe(signal.reason);
    expect(proxy.seen).toHaveLength(1);
  });
});

describe('an export that goes wrong', () => {
  const begin =
    (then: (response: ServerResponse) => void): Fault =>
    (response) => {
      response.writeHead(200, { 'content-type': 'text/csv', 'content-length': '1000' });
      response.write('conversionId,externalId\r\n', () => then(response));
    };

  it('breaks off: an error in the middle, not a short file', async () => {
    let breakOff = (): void => undefined;
    proxy.next(begin((response) => void (breakOff = () => response.socket?.destroy())));
    const file = await clientWith().exportConversions();
    breakOff();
    expect(await failureOf(file.text())).toBeInstanceOf(rc.ConnectionError);
  });

  it('stands still: a time-out', async () => {
    proxy.next(begin(() => undefined));
    const file = await clientWith({ timeoutMs: 1000 }).exportConversions();
    expect(await failureOf(file.text())).toBeInstanceOf(rc.TimeoutError);
  });

  it.each([
    ['itself', (file: rc.CsvFile) => file.cancel()],
    ['its stream', (file: rc.CsvFile) => file.stream().cancel()],
  ])(
    'is cancelled by %s before it is read: the connection is let go, and it is no empty file',
    async (_name, cancel) => {
      const letGo = new Promise<void>((resolve) =>
        proxy.next(begin((response) => void response.on('close', resolve))),
      );
      const file = await clientWith().exportConversions();
      await cancel(file);
      await letGo;
      await expect(file.text()).rejects.toThrow(rc.UsageError);
    },
  );

  it('is cancelled while it is read: an error, not a short file', async () => {
    proxy.next(begin(() => undefined));
    const file = await clientWith().exportConversions();
    const text = file.text();
    void file.cancel();
    await expect(text).rejects.toThrow('cancelled');
  });

  it('is not wanted any more: the caller’s signal ends it', async () => {
    proxy.next(begin(() => undefined));
    const caller = new AbortController();
    const file = await clientWith().exportConversions({}, { signal: caller.signal });
    const text = file.text();
    caller.abort(new Error('Enough.'));
    await expect(text).rejects.toThrow('Enough.');
  });
});

describe('the key', () => {
  it('is in nothing that is printed of the client or of an error', async () => {
    const client = clientWith();
    proxy.next(hangUp, answer(302, { location: 'https://elsewhere.example' }, ''));
    const once = { maxRetries: 0 };
    const errors = [
      await failureOf(client.ping(once)),
      await failureOf(client.ping(once)),
      await failureOf(client.getCampaign('cmp_x')),
      await failureOf(clientWith({ baseUrl: 'http://127.0.0.1:1' }).ping(once)),
    ];
    for (const shown of [client, ...errors]) {
      const all = [
        inspect(shown, { depth: 20, showHidden: true }),
        JSON.stringify(shown),
        // oxlint-disable-next-line typescript/no-base-to-string
        String(shown),
        String((shown as Error).stack),
      ];
      expect(all.join('\n')).not.toContain(key);
    }
  });

  it('goes with the calls that need one, and with no other', async () => {
    const client = clientWith();
    await client.ping();
    await failureOf(client.getPublicCampaign('cmp_x'));
    expect(proxy.seen.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${key}`, undefined]);
  });

  it('is refused in a form that fetch would tell, without telling it', () => {
    for (const apiKey of [`${key}\n`, '', 'rc_test_ké', undefined as never]) {
      expect(() => clientWith({ apiKey })).toThrow(rc.UsageError);
      expect(() => clientWith({ apiKey })).not.toThrow(new RegExp(key));
    }
  });

  it('is refused in a web page', () => {
    Object.assign(globalThis, { window: {}, document: {} });
    try {
      expect(() => clientWith()).toThrow(/runs on servers only/);
    } finally {
      Reflect.deleteProperty(globalThis, 'window');
      Reflect.deleteProperty(globalThis, 'document');
    }
  });
});

it('what cannot work is refused before anything is sent', async () => {
  for (const baseUrl of [
    'api.example.com',
    'ftp://a.example',
    'https://me:secret@a.example',
    'https://a.example?x=1',
  ]) {
    expect(() => clientWith({ baseUrl })).toThrow(/baseUrl must be/);
  }
  for (const timeoutMs of [0, -1, NaN, 2 ** 31]) expect(() => clientWith({ timeoutMs })).toThrow(/timeoutMs/);
  for (const maxRetries of [-1, 0.5, NaN]) expect(() => clientWith({ maxRetries })).toThrow(/maxRetries/);
  for (const id of ['', '..', '.', 'cmp_\ud800', undefined as never, 7 as never, {} as never]) {
    await expect(clientWith().getCampaign(id)).rejects.toThrow('campaignId must be an id');
  }
  for (const requestId of ['two words', null as never, 7 as never])
    await expect(clientWith().ping({ requestId })).rejects.toThrow(/requestId/);
  expect(proxy.seen).toHaveLength(0);
});

it('an id is one step of the path, whatever is in it', async () => {
  await failureOf(clientWith().getCampaign('../affiliates?x=1#'));
  expect(proxy.seen[0]?.path).toBe('/api/v1/campaigns/..%2Faffiliates%3Fx%3D1%23');
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

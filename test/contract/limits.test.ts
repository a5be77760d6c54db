// Rate limits, the deadline, and turning calls away while shutting down.
import { until } from '../support/until.js';
import { sendBytes } from '../support/wire.js';
import { GENEROUS, script, startMachine, type RunningMachine } from './support/machine.js';

let machine: RunningMachine;
afterEach(() => machine.close());

const SLOW: { burst: number; perSecond: number } = { burst: 2, perSecond: 0.5 };
const POSTBACK = '/api/v1/conversions/postback';
const IDENTIFY = '/api/v1/track/identify';
const ORDER = JSON.stringify({ externalId: 'order-1', conversionType: 'SALE', amount: 1, currency: 'EUR' });
const IDENTITY = JSON.stringify({ session_id: 'abcdefgh1234', customer_email_hash: 'a'.repeat(64) });

function post(path: string, body: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(machine.url + path, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...headers },
  });
}

/** The handler answers when the test says so. */
function heldRecord(): { begun: Promise<void>; release: () => void } {
  let release: () => void = () => undefined;
  const begun = new Promise<void>((begin) => {
    script.record = () => {
      begin();
      return new Promise((resolve) => (release = () => resolve({})));
    };
  });
  return { begun, release: () => release() };
}

async function codeOf(response: Response): Promise<string> {
  return ((await response.json()) as { error: { code: string } }).error.code;
}

describe('rate limits', () => {
  it('anonymous calls: two at once, the third 429 with Retry-After, and again when the bucket has refilled', async () => {
    machine = await startMachine({ limits: { ...GENEROUS, identifies: SLOW } });
    const first = await post(IDENTIFY, IDENTITY);
    expect(first.headers.get('ratelimit-policy')).toBe('"identifies";q=2;w=4');
    expect(first.headers.get('ratelimit')).toBe('"identifies";r=1;t=2');
    await post(IDENTIFY, IDENTITY);
    const third = await post(IDENTIFY, '{not even json');
    expect([third.status, await codeOf(third)]).toEqual([429, 'RATE_LIMIT_EXCEEDED']);
    expect(third.headers.get('retry-after')).toBe('2');
    expect(third.headers.get('ratelimit')).toBe('"identifies";r=0;t=4');
    expect(third.headers.get('access-control-allow-origin')).toBe('*');
    machine.clock.advance(2000);
    expect((await post(IDENTIFY, IDENTITY)).status).toBe(200);
  });

  it('a call with a key is not anonymous', async () => {
    machine = await startMachine({
      limits: { ...GENEROUS, identifies: { burst: 1, perSecond: 0.001 } },
    });
    for (let count = 0; count < 3; count++) {
      const answer = await post(IDENTIFY, IDENTITY, { authorization: 'Bearer good' });
      expect([answer.status, answer.headers.get('ratelimit')]).toEqual([200, null]);
    }
  });

  it('keyed calls are limited by key when that is switched on', async () => {
    machine = await startMachine({
      limits: { ...GENEROUS, key: { burst: 1, perSecond: 1 } },
    });
    const call = () =>
      fetch(`${machine.url}/api/v1/campaigns`, { headers: { authorization: 'Bearer good' } });
    const first = await call();
    expect([first.status, first.headers.get('ratelimit-policy')]).toEqual([200, '"key";q=1;w=1']);
    expect((await call()).status).toBe(429);
  });

  it('a visitor over the limit is redirected all the same, and the handler knows', async () => {
    machine = await startMachine({ limits: { ...GENEROUS, clicks: SLOW } });
    const counted: (string | null)[] = [];
    for (let count = 0; count < 3; count++) {
      const { status, headers } = await fetch(`${machine.url}/r/abc`, { redirect: 'manual' });
      expect(status).toBe(302);
      counted.push(headers.get('location'));
    }
    expect(counted.map((location) => location?.split('=')[1])).toEqual(['true', 'true', 'false']);
  });

  it('X-Forwarded-For counts only if it is trusted', async () => {
    const two = async () => {
      const statuses: number[] = [];
      for (const address of ['203.0.113.1', '203.0.113.2'])
        statuses.push((await post(IDENTIFY, IDENTITY, { 'x-forwarded-for': address })).status);
      return statuses;
    };
    const limits = { ...GENEROUS, identifies: { burst: 1, perSecond: 0.001 } };
    machine = await startMachine({ limits });
    expect(await two()).toEqual([200, 429]);
    await machine.close();
    machine = await startMachine({ limits }, true);
    expect(await two()).toEqual([200, 200]);
  });

  it.each([
    ['one proxy', 1, ['203.0.113.1:1000', '203.0.113.1:1001', '203.0.113.1', '"203.0.113.1:1002"']],
    ['one proxy, IPv6', 1, ['[2001:db8::1]:1000', '[2001:db8::2]', '2001:db8::3', '"[2001:db8::4]:1001"']],
    ['two proxies', 2, ['203.0.113.1:1000, 198.51.100.1:2000', '203.0.113.1:1001, 198.51.100.1:2001']],
    [
      'proxies by network',
      ['127.0.0.1', '198.51.100.0/24'],
      ['203.0.113.1:1000, 198.51.100.1:2000', '203.0.113.1:1001, 198.51.100.2:2001', '203.0.113.1'],
    ],
  ])('a client is one whatever port the proxy names: %s', async (_, trustProxy, forwarded) => {
    const limits = { ...GENEROUS, identifies: { burst: 1, perSecond: 0.001 } };
    machine = await startMachine({ limits }, trustProxy);
    const statuses: number[] = [];
    for (const from of [...forwarded, '203.0.113.200:1000'])
      statuses.push((await post(IDENTIFY, IDENTITY, { 'x-forwarded-for': from })).status);
    expect(statuses).toEqual([200, ...forwarded.slice(1).map(() => 429), 200]);
  });
});

describe('the deadline', () => {
  it('a handler that takes too long is answered for: 503, outcome unknown; its late result is dropped and logged', async () => {
    machine = await startMachine({ timeoutMs: 150 });
    const { release } = heldRecord();
    const answer = await post(POSTBACK, ORDER, { authorization: 'Bearer good', 'x-request-id': 'slow-1' });
    expect([answer.status, await codeOf(answer), answer.headers.get('retry-after')]).toEqual([
      503,
      'SERVICE_UNAVAILABLE',
      '1',
    ]);
    release();
    const said = () => machine.lines.filter(({ requestId }) => requestId === 'slow-1').map(({ msg }) => msg);
    await until(() => said().length >= 3);
    expect(said()).toEqual(['no answer in time', 'request', expect.stringContaining('late result dropped')]);
  });

  it('a body that does not arrive in time is answered too', async () => {
    machine = await startMachine({ timeoutMs: 150 });
    const endless = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{')),
    });
    const init = {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { authorization: 'Bearer good', 'content-type': 'application/json' },
    };
    const answer = await fetch(machine.url + POSTBACK, init as RequestInit);
    expect([answer.status, answer.headers.get('connection')]).toEqual([503, 'close']);
  });

  it.each([
    ['of a known length', 'Content-Length: 100\r\n\r\n{'],
    ['in pieces', 'Transfer-Encoding: chunked\r\n\r\n1\r\n{\r\n'],
  ])('where no body is refused, one that never ends is 204 like any other: %s', async (_, rest) => {
    machine = await startMachine({ timeoutMs: 150 });
    const head = 'POST /api/sdk/installed HTTP/1.1\r\nHost: x\r\n';
    const answer = await sendBytes(Number(new URL(machine.url).port), head + rest);
    expect([answer.status, answer.text]).toEqual([204, '']);
    expect(answer.headers).toMatchObject({ 'access-control-allow-origin': '*' });
    expect(answer.headers).not.toHaveProperty('content-type');
  });
});

describe('shutting down', () => {
  it('new calls get 503 and a closed connection; health and redirects still answer', async () => {
    machine = await startMachine();
    machine.draining.begin();
    const refused = await post(POSTBACK, ORDER, { authorization: 'Bearer good' });
    expect([refused.status, await codeOf(refused)]).toEqual([503, 'SERVICE_UNAVAILABLE']);
    expect([refused.headers.get('connection'), refused.headers.get('retry-after')]).toEqual(['close', '1']);
    const live = await fetch(`${machine.url}/health/live`);
    expect([live.status, live.headers.get('connection')]).toEqual([200, 'close']);
    expect((await fetch(`${machine.url}/r/abc`, { redirect: 'manual' })).status).toBe(302);
    expect((await fetch(`${machine.url}/unknown`)).status).toBe(404);
  });

  it('a call under way is finished', async () => {
    machine = await startMachine();
    const { begun, release } = heldRecord();
    const underWay = post(POSTBACK, ORDER, { authorization: 'Bearer good' });
    await begun;
    machine.draining.begin();
    release();
    expect((await underWay).status).toBe(201);
  });
});

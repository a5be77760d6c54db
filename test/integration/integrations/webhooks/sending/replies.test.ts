// What a receiver does, and what is told of it: every request ends in time, in a few fields, and leaves nothing open.
import { allClosed, send, useSending } from './sending.js';
import { HeldClock } from '../../../../support/clock.js';
import { freePort } from '../../../../support/free-port.js';
import { startRawReceiver, startReceiver, type Answers } from '../../../../support/receiver.js';
import { until } from '../../../../support/until.js';

const sending = useSending();
const KIB = 1024;

const answering = (answers: Answers) => sending.receiver(startReceiver(answers));

it('a request arrives byte for byte, with what was given and who we are, and the reply is told', async () => {
  const receiver = await answering((response) => response.writeHead(202, { 'X-Kept': 'yes' }).end('thanks'));
  const body = Buffer.from('{"a":"é\\u0000  "}');
  const clock = new HeldClock();
  const headers = { 'webhook-id': 'evt_1' };
  const outcome = await sending
    .with({ clock })
    .send({ url: `${receiver.url}hook?a=1`, body, headers }, { connectMs: 30_000, totalMs: 60_000 });
  expect(outcome).toMatchObject({ status: 202, body: 'thanks', isCut: false, failure: null });
  expect(outcome).toMatchObject({ startedAt: clock.now(), durationMs: 0, retryAfterSeconds: null });
  expect(outcome.headers).toMatchObject({ 'x-kept': 'yes' });
  const [got] = receiver.received;
  expect(got?.path).toBe('/hook?a=1');
  expect(got?.body.equals(body)).toBe(true);
  expect(got?.headers).toMatchObject({
    'content-type': 'application/json',
    'user-agent': 'RefCampaign-Webhooks/1',
    'content-length': String(body.length),
    'webhook-id': 'evt_1',
    host: `127.0.0.1:${receiver.port}`,
  });
});

it.each([
  [204, null],
  [299, null],
  [301, 'redirect'],
  [307, 'redirect'],
  [304, 'redirect'],
  [400, 'status'],
  [410, 'status'],
  [500, 'status'],
] as const)('%s is told as it came: %s', async (status, failure) => {
  const elsewhere = await answering((response) => response.end());
  const receiver = await answering((response) =>
    response.writeHead(status, { location: elsewhere.url }).end(),
  );
  expect(await send(sending.with({}), receiver.url)).toMatchObject({ status, failure, isCut: false });
  expect(elsewhere.connections()).toBe(0); // redirects are not followed
});

it.each([
  ['120', 120],
  ['Mon, 30 Nov 2026 10:02:00 GMT', 120],
  ['Mon, 30 Nov 2026 09:00:00 GMT', 0],
  ['99999999999999999999', 604_800],
  ['soon', null],
  ['-5', null],
])('429 with Retry-After: %s asks for %s seconds', async (text, seconds) => {
  const receiver = await answering((response) => response.writeHead(429, { 'retry-after': text }).end());
  const clock = new HeldClock(new Date('2026-11-30T10:00:00Z'));
  const outcome = await send(sending.with({ clock }), receiver.url);
  expect(outcome).toMatchObject({ status: 429, failure: 'status', retryAfterSeconds: seconds });
});

describe('a long reply', () => {
  it.each([
    [200, null],
    [500, 'status'],
  ] as const)('of %s is cut off at 16 KiB, and so is the connection', async (status, failure) => {
    const receiver = await answering((response) => {
      response.writeHead(status);
      const more = () => void (response.destroyed || response.write('é'.repeat(32 * KIB), () => more()));
      more(); // for ever
    });
    const outcome = await send(sending.with({}), receiver.url);
    expect(outcome).toMatchObject({ status, failure, isCut: true, body: 'é'.repeat(8 * KIB) });
    await allClosed(receiver);
  });

  it('of exactly 16 KiB is whole', async () => {
    const receiver = await answering((response) => response.end('x'.repeat(16 * KIB)));
    const outcome = await send(sending.with({}), receiver.url);
    expect(outcome).toMatchObject({ isCut: false, body: 'x'.repeat(16 * KIB) });
  });

  it('of bytes that are no text, NUL among them, is text that PostgreSQL can store, of 16 KiB at most', async () => {
    const bytes = Buffer.concat([Buffer.from('a\0b'), Buffer.alloc(10 * KIB, 0xff)]);
    const receiver = await answering((response) => response.end(bytes));
    const { body } = await send(sending.with({}), receiver.url);
    expect(body.startsWith('a\uFFFDb\uFFFD')).toBe(true);
    expect(body).not.toContain('\0');
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(16 * KIB);
  });
});

it('headers are kept as far as they fit, cookies never, and none is more than a name', async () => {
  const receiver = await answering((response) => {
    response.setHeader('set-cookie', ['session=1', 'b=2']);
    response.setHeader('__proto__', 'x');
    response.setHeader('x-long', 'l'.repeat(5000));
    response.setHeader('x-short', 's');
    response.end();
  });
  const { headers } = await send(sending.with({}), receiver.url);
  expect(Object.keys(headers)).not.toContain('set-cookie');
  expect(headers).not.toHaveProperty('x-long');
  expect(Object.getPrototypeOf(headers)).toBe(Object.prototype);
  expect(Buffer.byteLength(JSON.stringify(headers))).toBeLessThan(5 * KIB);
});

describe('time', () => {
  const soon = { connectMs: 200, totalMs: 300 };

  it.each<[string, Answers]>([
    ['says nothing', () => undefined],
    ['never ends', (response) => response.writeHead(200).flushHeaders()],
  ])('is up for a receiver that %s', async (_, answers) => {
    const receiver = await answering(answers);
    const outcome = await send(sending.with({}), receiver.url, soon);
    expect(outcome).toMatchObject({ failure: 'timeout' });
    await allClosed(receiver);
  });

  it('is up for one that goes on byte by byte, in the head or in the body, and what came is told', async () => {
    const dripping = (text: string) =>
      sending.receiver(
        startRawReceiver((socket) => {
          socket.write(text);
          const drip = setInterval(() => socket.write('x'), 10);
          socket.on('close', () => clearInterval(drip));
        }),
      );
    const [head, body] = [
      await dripping('HTTP/1.1 200 OK\r\nX-Long: '),
      await dripping('HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\nbegin'),
    ];
    expect(await send(sending.with({}), head.url, soon)).toMatchObject({
      failure: 'timeout',
      status: null,
      body: '',
      isCut: false,
    });
    const outcome = await send(sending.with({}), body.url, soon);
    expect(outcome).toMatchObject({ failure: 'timeout', status: 200, isCut: true });
    expect(outcome.body).toMatch(/^beginx*$/);
    await Promise.all([head, body].map(allClosed));
  });

  it('to connect is up before that of all: TLS that nobody speaks', async () => {
    const receiver = await sending.receiver(startRawReceiver(() => undefined));
    const url = receiver.url.replace('http', 'https');
    expect(await send(sending.with({}), url, { connectMs: 100 })).toMatchObject({ failure: 'timeout' });
    await allClosed(receiver);
  });

  it('to connect counts no longer once there is a connection', async () => {
    const receiver = await answering((response) => setTimeout(() => response.end('late'), 400));
    const outcome = await send(sending.with({}), receiver.url, { connectMs: 100 });
    expect(outcome).toMatchObject({ failure: null, body: 'late' });
  });
});

describe('a connection that is', () => {
  it('refused', async () => {
    const outcome = await send(sending.with({}), `http://127.0.0.1:${await freePort()}/`);
    expect(outcome).toMatchObject({ failure: 'connection_refused', status: null, headers: {}, body: '' });
  });

  it.each([
    ['closed at once', ''],
    ['reset in the head', 'HTTP/1.1 200 OK\r\nX-Long: '],
    ['used for something that is no HTTP', 'SSH-2.0-OpenSSH_9.2\r\n'],
    [
      'switched to another protocol',
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
    ],
    ['used for a head that is too long', `HTTP/1.1 200 OK\r\nX-Long: ${'x'.repeat(100 * KIB)}`],
  ])('%s is lost', async (_, text) => {
    const receiver = await sending.receiver(
      startRawReceiver((socket) => {
        socket.once('data', () => {
          if (text === '') socket.end();
          else socket.write(text, () => setTimeout(() => socket.resetAndDestroy(), 50));
        });
      }),
    );
    const outcome = await send(sending.with({}), receiver.url);
    expect(outcome).toMatchObject({ failure: 'connection_lost', status: null, body: '' });
    expect(receiver.connections()).toBe(1); // it is not tried again
    await allClosed(receiver);
  });

  it.each([
    ['200 OK', null],
    ['503 Later', 'status'],
  ] as const)('reset in the body of %s: the status stands', async (status, failure) => {
    const receiver = await sending.receiver(
      startRawReceiver((socket) => {
        socket.write(`HTTP/1.1 ${status}\r\nContent-Length: 9000\r\n\r\nbegin`);
        setTimeout(() => socket.resetAndDestroy(), 50);
      }),
    );
    const outcome = await send(sending.with({}), receiver.url);
    expect(outcome).toMatchObject({
      failure,
      status: Number(status.slice(0, 3)),
      body: 'begin',
      isCut: true,
    });
  });

  it('kept serves the next request; closed meanwhile, a new one does, and nobody hears of it', async () => {
    const receiver = await answering((response) => response.end());
    const sender = sending.with({});
    for (let count = 0; count < 3; count++) await send(sender, receiver.url);
    expect(receiver.connections()).toBe(1);
    // Closed while the next request is on its way: at the first sign of it.
    const [kept] = [...receiver.open];
    kept
      ?.removeAllListeners('data')
      .on('data', () => kept.resetAndDestroy())
      .resume();
    expect(await send(sender, receiver.url)).toMatchObject({ status: 200, failure: null });
    expect(receiver.connections()).toBe(2);
  });

  it('kept is one of 256 at most, whoever they belong to: the oldest go', async () => {
    const receiver = await answering((response) => response.end());
    const sender = sending.with({ resolve: () => Promise.resolve(['127.0.0.1']) });
    const hosts = Array.from({ length: 300 }, (_, index) => `http://shop-${index}.example:${receiver.port}/`);
    for (const url of hosts) await send(sender, url);
    expect(receiver.connections()).toBe(300);
    await send(sender, hosts[0]!); // whose connection is gone
    expect(receiver.connections()).toBe(301);
    await send(sender, hosts.at(-1)!); // whose connection is there
    expect(receiver.connections()).toBe(301);
  });

  it('under way is lost when the sender ends, and none is open after it', async () => {
    const receiver = await answering(() => undefined);
    const sender = sending.with({});
    const sent = send(sender, receiver.url);
    await until(() => receiver.received.length === 1);
    sender.close();
    expect(await sent).toMatchObject({ failure: 'connection_lost', status: null });
    await allClosed(receiver);
  });
});

it('what cannot be sent is told like all else: a URL that is none, a header that may not be', async () => {
  const sender = sending.with({});
  expect((await send(sender, 'nonsense')).failure).toBe('address_not_allowed');
  expect((await send(sender, 'ftp://127.0.0.1/')).failure).toBe('address_not_allowed');
  const request = { url: 'http://127.0.0.1:1/', body: '{}', headers: { a: 'b\r\nc: d' } };
  expect((await sender.send(request)).failure).not.toBeNull();
  expect(sending.dialled()).toEqual([]);
});

it('the text of an outcome says nothing of this machine', async () => {
  const outcome = await send(sending.with({}), `http://127.0.0.1:${await freePort()}/`);
  expect(Object.keys(outcome)).toContain('failure');
  expect(JSON.stringify(outcome)).not.toMatch(/127\.0\.0|ECONN|node:|errno/);
});

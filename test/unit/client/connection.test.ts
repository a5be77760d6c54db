// What the TypeScript client says when no reply comes, and of an address that cannot be the service's.
import { createServer, type Server } from 'node:http';
import { createServer as createSocketServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import * as rc from '../../../clients/typescript/src/index.js';

const KEY = 'rc_test_of_nobody';

/** What a call fails with that is tried once. */
async function failureOf(options: Partial<rc.ClientOptions>): Promise<rc.ConnectionError> {
  const client = new rc.RefCampaign({
    apiKey: KEY,
    baseUrl: 'https://api.example.com',
    maxRetries: 0,
    ...options,
  });
  const error: unknown = await client.ping().then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(rc.ConnectionError);
  return error as rc.ConnectionError;
}

/** As Node's fetch fails: in a wrapper that says nothing. */
const failing = (code: string, message = `the key is ${KEY}`) => {
  const cause = Object.assign(new Error(message), { code });
  return { cause, fetch: () => Promise.reject(new TypeError('fetch failed', { cause })) };
};

async function listening(server: Server | ReturnType<typeof createSocketServer>): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const closed = (server: { close: (done: () => void) => unknown }) =>
  new Promise<void>((resolve) => server.close(() => resolve()));

describe('where no reply comes, the error says why, and its cause is the runtime’s', () => {
  it('nothing listens there', async () => {
    const server = createServer();
    const baseUrl = await listening(server);
    await closed(server);
    const error = await failureOf({ baseUrl });
    expect(error.message).toBe(`ping had no whole reply: nothing listens at ${baseUrl} (ECONNREFUSED).`);
    expect(error.cause).toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('no host has the name', async () => {
    const error = await failureOf({ baseUrl: 'http://no-such-host.invalid' });
    expect(error.message).toMatch(/host.* http:\/\/no-such-host\.invalid .*\((ENOTFOUND|EAI_AGAIN)\)\.$/);
  });

  it.each<[string, (socket: Socket) => void, RegExp]>([
    [
      'the connection is closed',
      (socket) => socket.destroy(),
      /closed the connection \((UND_ERR_SOCKET|ECONNRESET)\)\.$/,
    ],
    [
      'something else listens there',
      (socket) => socket.end('220 mail.example.com\r\n'),
      /does not speak HTTP.* \(HPE_\w+\)\.$/,
    ],
  ])('%s', async (_, answer, expected) => {
    const server = createSocketServer((socket) =>
      socket.on('error', () => undefined).once('data', () => answer(socket)),
    );
    const error = await failureOf({ baseUrl: await listening(server) });
    expect(error.message).toMatch(expected);
    await closed(server);
  });

  it('nothing came in time', async () => {
    const server = createServer();
    const error = await failureOf({ baseUrl: await listening(server), timeoutMs: 20 });
    expect(error).toBeInstanceOf(rc.TimeoutError);
    expect(error.message).toBe('ping had no whole reply after 20 ms.');
    expect(error.cause).toMatchObject({ name: 'AbortError' });
    server.closeAllConnections();
    await closed(server);
  });

  it.each([
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'the certificate of https://api.example.com is not trusted'],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'the certificate of https://api.example.com is not trusted'],
    ['CERT_HAS_EXPIRED', 'the certificate of https://api.example.com has expired'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'the certificate of https://api.example.com is for another name'],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'https://api.example.com does not speak TLS as this client does'],
    ['ENOTFOUND', 'there is no host of the name in https://api.example.com'],
    ['EAI_AGAIN', 'the host name in https://api.example.com could not be looked up'],
    ['UND_ERR_CONNECT_TIMEOUT', 'https://api.example.com let no connection come about in time'],
    ['EHOSTUNREACH', 'there is no way to https://api.example.com'],
    ['ConnectionRefused', 'nothing listens at https://api.example.com'],
    ['SOMETHING_NEW', 'the connection to https://api.example.com failed'],
  ])('%s', async (code, words) => {
    const { cause, fetch } = failing(code);
    const error = await failureOf({ fetch });
    expect(error.message).toBe(`ping had no whole reply: ${words} (${code}).`);
    expect(error.cause).toBe(cause);
  });

  it('what has no code, or one that is none, is told as little: it may be anything', async () => {
    const odd = [
      new Error(KEY),
      KEY,
      undefined,
      Object.assign(new Error('x'), { code: `Bearer ${KEY}` }),
    ] as Error[];
    for (const thrown of odd) {
      const error = await failureOf({ fetch: () => Promise.reject(thrown) });
      expect(error.message).toBe(
        'ping had no whole reply: the connection to https://api.example.com failed.',
      );
      expect(error.cause).toBe(thrown);
    }
  });

  it('the key is in nothing that is printed of what really happens', async () => {
    const server = createServer((request) => request.socket.destroy());
    const baseUrl = await listening(server);
    const broken = await failureOf({ baseUrl });
    await closed(server);
    for (const error of [broken, await failureOf({ baseUrl })])
      expect(inspect(error, { depth: 20, showHidden: true })).not.toContain(KEY);
  });
});

describe('a baseUrl that holds /api/v1 is refused, with what it should be', () => {
  it.each([
    ['https://api.example.com/api/v1', 'https://api.example.com'],
    ['https://api.example.com/api/v1/', 'https://api.example.com'],
    ['https://api.example.com//api//v1//', 'https://api.example.com'],
    ['https://example.com/tracking/API/v1', 'https://example.com/tracking'],
    ['http://127.0.0.1:3000/api/v1/ping', 'http://127.0.0.1:3000'],
  ])('%s', (baseUrl, meant) => {
    const make = () => new rc.RefCampaign({ apiKey: KEY, baseUrl });
    expect(make).toThrow(rc.UsageError);
    expect(make).toThrow(
      `baseUrl must not hold /api/v1: the client adds it to each call. Here it is ${meant}.`,
    );
  });

  it.each([
    'https://api.example.com/api',
    'https://api.example.com/my-api/v1',
    'https://example.com/api/v10',
  ])('and %s is not', (baseUrl) => {
    expect(() => new rc.RefCampaign({ apiKey: KEY, baseUrl })).not.toThrow();
  });
});

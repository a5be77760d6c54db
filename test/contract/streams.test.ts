// Replies that leave piece by piece: never faster than they are read, never cut short unnoticed.
import { connect } from 'node:net';
import { get, type IncomingMessage } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../../src/contract/failure.js';
import { caller } from './support/call.js';
import { script, startMachine, type RunningMachine } from './support/machine.js';

const PATH = '/api/v1/conversions/export';
const authorization = 'Bearer good';

let machine: RunningMachine;
const call = caller(() => machine);

beforeAll(async () => {
  machine = await startMachine({ timeoutMs: 400 });
});
afterAll(() => machine.close());

/** Pieces as the test likes, and what became of them. */
function make(piecesOf: (asked: { pulled: number }) => AsyncGenerator<string>) {
  const seen = { pulled: 0, begun: false, ended: false };
  script.pieces = async function* () {
    seen.begun = true;
    try {
      for await (const piece of piecesOf(seen)) {
        seen.pulled++;
        yield piece;
      }
    } finally {
      seen.ended = true;
    }
  };
  return seen;
}

async function* several(count: number, piece = 'row\r\n', everyMs = 0): AsyncGenerator<string> {
  for (let n = 0; n < count; n++) {
    if (everyMs > 0) await sleep(everyMs);
    yield piece;
  }
}

async function* breaking(after: number, error: Error): AsyncGenerator<string> {
  yield* several(after);
  await sleep(50);
  throw error;
}

/** The reply as soon as its headers are there; nothing of its body is read yet. */
function open(): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(machine.url + PATH, { headers: { authorization }, agent: false }, resolve).on('error', reject);
  });
}

async function textOf(reply: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of reply.setEncoding('utf8')) text += chunk as string;
  return text;
}

async function until(holds: () => boolean): Promise<void> {
  for (let times = 0; times < 200 && !holds(); times++) await sleep(10);
  expect(holds()).toBe(true);
}

const loggedOf = (requestId: unknown) => machine.lines.filter((line) => line['requestId'] === requestId);

it('leaves piece by piece, in chunks, with its own headers', async () => {
  make(() => several(3));
  const reply = await open();
  expect(reply.statusCode).toBe(200);
  expect(reply.headers).toMatchObject({ 'content-type': 'text/csv', 'transfer-encoding': 'chunked' });
  expect(await textOf(reply)).toBe('row\r\nrow\r\nrow\r\n');
});

it('may be empty', async () => {
  make(() => several(0));
  expect(await textOf(await open())).toBe('');
});

it('may take longer than other replies, as long as its first piece comes in time', async () => {
  make(() => several(4, 'x', 200));
  expect(await textOf(await open())).toBe('xxxx');
});

it('a first piece that is late is 503, and what comes then is dropped', async () => {
  const seen = make(() => several(3, 'x', 600));
  const { status, body } = await call('GET', PATH, { headers: { authorization } });
  expect([status, body.error?.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  await until(() => seen.ended);
  expect(seen.pulled).toBe(1);
});

it.each([
  ['a failure', new Failure('SERVICE_UNAVAILABLE'), 503],
  ['anything else', new Error('secret'), 500],
])('%s before the first piece is an error like any', async (_, error, expected) => {
  make(() => breaking(0, error));
  const { status, body, headers } = await call('GET', PATH, { headers: { authorization } });
  expect([status, body.success]).toEqual([expected, false]);
  expect(headers.get('content-type')).toBe('application/json; charset=utf-8');
  expect(JSON.stringify(body)).not.toContain('secret');
});

it('what goes wrong later resets the connection, and the log says so', async () => {
  const seen = make(() => breaking(2, new Error('gone')));
  const reply = await open();
  await expect(textOf(reply)).rejects.toMatchObject({ code: 'ECONNRESET' });
  expect(seen.ended).toBe(true);
  const requestId = reply.headers['x-request-id'];
  await until(() => loggedOf(requestId).some((line) => line['msg'] === 'request'));
  expect(loggedOf(requestId)).toEqual([
    expect.objectContaining({
      level: 'error',
      msg: 'the reply broke off after its beginning',
      operation: 'exportConversions',
    }),
    expect.objectContaining({ msg: 'request', status: null, aborted: true }),
  ]);
});

it('also for HTTP/1.0, whose replies end with the connection: it is reset, not closed', async () => {
  make(() => breaking(2, new Error('gone')));
  const socket = connect(machine.port, '127.0.0.1');
  const ended = new Promise((resolve) => {
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    socket.on('end', () => resolve('an orderly end'));
  });
  socket.resume();
  socket.write(`GET ${PATH} HTTP/1.0\r\nAuthorization: ${authorization}\r\n\r\n`);
  expect(await ended).toBe('ECONNRESET');
});

it('is never faster than its reader: what he does not take is not made', async () => {
  const seen = make(() => several(2000, 'x'.repeat(100_000)));
  const reply = await open();
  await sleep(300);
  const { pulled } = seen;
  await sleep(200);
  expect(seen.pulled).toBe(pulled);
  expect(pulled).toBeLessThan(200);
  let length = 0;
  for await (const chunk of reply) length += (chunk as Buffer).length;
  expect(length).toBe(2000 * 100_000);
});

it('stops when its reader goes away', async () => {
  const seen = make(() => several(1_000_000, 'x'.repeat(10_000)));
  const reply = await open();
  reply.once('data', () => reply.destroy());
  await until(() => seen.ended);
  expect(seen.pulled).toBeLessThan(10_000);
});

it('stops when its reader goes away while a piece is made', async () => {
  const seen = make(() => several(100, 'x', 50));
  const reply = await open();
  reply.destroy();
  await until(() => seen.ended);
  expect(seen.pulled).toBeLessThan(10);
});

it('HEAD gets the headers, and the pieces are never begun', async () => {
  const seen = make(() => several(3));
  const reply = await fetch(machine.url + PATH, { method: 'HEAD', headers: { authorization } });
  expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'text/csv']);
  expect(await reply.text()).toBe('');
  expect(seen.begun).toBe(false);
});

it('needs its key like every other', async () => {
  const seen = make(() => several(3));
  expect((await call('GET', PATH)).status).toBe(401);
  expect(seen.begun).toBe(false);
});

it('a service on its way out ends what has begun and begins nothing new', async () => {
  make(() => several(4, 'x', 100));
  const reply = await open();
  machine.draining.begin();
  expect((await call('GET', PATH, { headers: { authorization } })).status).toBe(503);
  expect(await textOf(reply)).toBe('xxxx');
});

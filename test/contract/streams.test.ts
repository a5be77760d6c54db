// Replies that leave piece by piece: never faster than they are read, never cut short unnoticed.
import { connect } from 'node:net';
import { once } from 'node:events';
import { get, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '#platform/errors/failure.js';
import { until } from '../support/until.js';
import { caller } from './support/call.js';
import { script, startMachine, type RunningMachine } from './support/machine.js';

const PATH = '/api/v1/conversions/export';
const authorization = 'Bearer good';

let machine: RunningMachine;
const call = caller(() => machine);

/** Milliseconds until a call without an answer is answered in its handler's stead. */
const DEADLINE_MS = 1000;

beforeAll(async () => {
  machine = await startMachine({ timeoutMs: DEADLINE_MS });
});
afterAll(() => machine.close());

/** Pieces as the test likes, and what became of them. */
function make(piecesOf: () => Iterable<string> | AsyncIterable<string>) {
  const seen = { pulled: 0, begun: false, ended: false };
  script.pieces = async function* () {
    seen.begun = true;
    try {
      for await (const piece of piecesOf()) {
        seen.pulled++;
        yield piece;
      }
    } finally {
      seen.ended = true;
    }
  };
  return seen;
}

function* several(count: number, piece = 'row\r\n'): Generator<string> {
  for (let n = 0; n < count; n++) yield piece;
}

/** The first `now` at once, the others when `then` comes. */
async function* inTwoParts(now: number, then: Promise<unknown>, others: number): AsyncGenerator<string> {
  yield* several(now, 'x');
  await then;
  yield* several(others, 'x');
}

/** Breaks after so many pieces, but not before `when`: what is written then has left. */
async function* breaking(after: number, error: Error, when?: Promise<unknown>): AsyncGenerator<string> {
  yield* several(after);
  await when;
  throw error;
}

/** Something that happens when the test says so. */
function event(): { happened: Promise<void>; happen: () => void } {
  let happen: () => void = () => undefined;
  const happened = new Promise<void>((resolve) => (happen = resolve));
  return { happened, happen };
}

/** The service's side of the next call. */
async function nextReply(): Promise<ServerResponse> {
  const [, response] = (await once(machine.server, 'request')) as [IncomingMessage, ServerResponse];
  return response;
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
  make(async function* () {
    yield 'x';
    await sleep(DEADLINE_MS + 1); // the service's timer began before this one: it would be over first
    yield* several(3, 'x');
  });
  expect(await textOf(await open())).toBe('xxxx');
  expect(machine.lines.filter(({ msg }) => msg === 'no answer in time')).toEqual([]);
});

it('a first piece that is late is 503, and what comes then is dropped', async () => {
  const answered = event();
  const seen = make(() => inTwoParts(0, answered.happened, 3));
  const { status, body } = await call('GET', PATH, { headers: { authorization } });
  expect([status, body.error?.code]).toEqual([503, 'SERVICE_UNAVAILABLE']);
  answered.happen();
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
  const begun = event();
  const seen = make(() => breaking(2, new Error('gone'), begun.happened));
  const reply = await open();
  begun.happen();
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
  const begun = event();
  make(() => breaking(2, new Error('gone'), begun.happened));
  const socket = connect(machine.port, '127.0.0.1');
  socket.once('data', begun.happen);
  const ended = new Promise((resolve) => {
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
    socket.on('end', () => resolve('an orderly end'));
  });
  socket.resume();
  socket.write(`GET ${PATH} HTTP/1.0\r\nAuthorization: ${authorization}\r\n\r\n`);
  expect(await ended).toBe('ECONNRESET');
});

it('is never faster than its reader: what he does not take is not made', async () => {
  const size = 100_000;
  const seen = make(() => several(2000, 'x'.repeat(size)));
  const [response, reply] = await Promise.all([nextReply(), open()]);
  await until(() => response.writableNeedDrain);
  let length = 0;
  let mostAhead = 0;
  for await (const chunk of reply) {
    mostAhead = Math.max(mostAhead, seen.pulled - length / size);
    length += (chunk as Buffer).length;
  }
  expect(length).toBe(2000 * size);
  expect(mostAhead).toBeLessThan(200); // what lies in buffers between the two
});

it('stops when its reader goes away', async () => {
  const seen = make(() => several(1_000_000, 'x'.repeat(10_000)));
  const reply = await open();
  reply.once('data', () => reply.destroy());
  await until(() => seen.ended);
  expect(seen.pulled).toBeLessThan(10_000);
});

it('stops when its reader goes away while a piece is made', async () => {
  const gone = event();
  const seen = make(() => inTwoParts(1, gone.happened, 100));
  const [response, reply] = await Promise.all([nextReply(), open()]);
  response.once('close', gone.happen);
  reply.destroy();
  await until(() => seen.ended);
  expect(seen.pulled).toBe(2); // the one that was being made is the last
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
  const refused = event();
  make(() => inTwoParts(1, refused.happened, 3));
  const reply = await open();
  machine.draining.begin();
  expect((await call('GET', PATH, { headers: { authorization } })).status).toBe(503);
  refused.happen();
  expect(await textOf(reply)).toBe('xxxx');
});

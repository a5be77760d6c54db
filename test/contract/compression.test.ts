// Who takes gzip gets lists and exports compressed: whole, piece by piece, never faster than they are read, and never cut short unnoticed.
// What is called often, and what is short, leaves as it is.
import { once } from 'node:events';
import { get, type IncomingMessage, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { createGunzip, gunzipSync } from 'node:zlib';
import { until } from '../support/until.js';
import { script, startMachine, type RunningMachine } from './support/machine.js';

const EXPORT = '/api/v1/conversions/export';
const LIST = '/api/v1/campaigns';

let machine: RunningMachine;
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.close());

const KEYED = { authorization: 'Bearer good', 'accept-encoding': 'gzip' };

/** The reply as soon as its headers are there; nothing of its body is read, or unpacked, yet. */
function open(
  path: string,
  headers: Record<string, string> = KEYED,
  method = 'GET',
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    get(machine.url + path, { headers, method, agent: false }, resolve).on('error', reject);
  });
}

async function bytesOf(reply: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of reply) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const manyItems = (count: number) =>
  Array.from({ length: count }, (_, n) => ({ campaignId: `cmp_${n}`, name: 'ü' }));

describe('a list', () => {
  it('is compressed for who takes it, and says so and how long it is', async () => {
    script.items = manyItems(100);
    const reply = await open(LIST);
    const bytes = await bytesOf(reply);
    expect(reply.headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: 'Accept-Encoding',
      'content-length': String(bytes.length),
      'content-type': 'application/json; charset=utf-8',
    });
    const plain = await bytesOf(await open(LIST, { authorization: 'Bearer good' }));
    const dataOf = (text: Buffer) => (JSON.parse(text.toString('utf8')) as { data: unknown }).data;
    expect(dataOf(gunzipSync(bytes))).toEqual(script.items);
    expect(dataOf(plain)).toEqual(script.items);
    expect(bytes.length).toBeLessThan(plain.length / 5);
  });

  it('that is short stays as it is, and who does not take gzip gets it as it is', async () => {
    script.items = manyItems(2);
    const short = await open(LIST);
    script.items = manyItems(100);
    const refused = await open(LIST, { ...KEYED, 'accept-encoding': 'gzip;q=0, br' });
    for (const reply of [short, refused]) {
      expect([reply.headers['content-encoding'], reply.headers.vary]).toEqual([undefined, 'Accept-Encoding']);
      expect(JSON.parse((await bytesOf(reply)).toString())).toMatchObject({ success: true });
    }
  });

  it('HEAD has the headers of GET', async () => {
    script.items = manyItems(100);
    const [head, whole] = [await open(LIST, KEYED, 'HEAD'), await open(LIST)];
    expect((await bytesOf(head)).length).toBe(0);
    expect(head.headers['content-encoding']).toBe('gzip');
    // The request's id and the time in it are another's.
    expect(Math.abs(Number(head.headers['content-length']) - (await bytesOf(whole)).length)).toBeLessThan(50);
  });

  it('bytes behind its request do not take it away', async () => {
    script.items = manyItems(100);
    const socket = connect(machine.port, '127.0.0.1');
    socket.write(
      `GET ${LIST} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\nAccept-Encoding: gzip\r\n\r\nxx`,
    );
    const heard = await bytesOf(socket as unknown as IncomingMessage);
    const [head = ''] = heard.toString('latin1').split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 200 /);
    expect(gunzipSync(heard.subarray(head.length + 4)).toString()).toContain('"cmp_99"');
  });
});

it('an order, a click, an identity and a redirect are never compressed', async () => {
  script.record = () => Promise.resolve({ note: 'x'.repeat(10_000) });
  const post = (path: string, body: object) =>
    fetch(machine.url + path, {
      method: 'POST',
      headers: { ...KEYED, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const order = { externalId: 'order-1', conversionType: 'SALE', amount: 1, currency: 'EUR' };
  const identity = { session_id: 'abcdefgh1234', customer_email_hash: 'a'.repeat(64) };
  const replies = [
    await post('/api/v1/conversions/postback', order),
    await post('/api/v1/track/click', { affiliateCode: 'x' }),
    await post('/api/v1/track/identify', identity),
    await fetch(`${machine.url}/r/abc`, { headers: KEYED, redirect: 'manual' }),
  ];
  expect(replies.map(({ status }) => status)).toEqual([201, expect.any(Number), 200, 302]);
  for (const { headers } of replies)
    expect([headers.get('content-encoding'), headers.get('vary')]).toEqual([null, null]);
});

describe('an export', () => {
  async function* inTurn(pieces: Iterable<string>): AsyncGenerator<string> {
    for (const piece of pieces) yield await Promise.resolve(piece);
  }

  function* several(count: number, piece: (n: number) => string): Generator<string> {
    for (let n = 0; n < count; n++) yield piece(n);
  }

  it('comes compressed, and whole', async () => {
    script.pieces = () => inTurn(several(50, (n) => `row ${n}\r\n`.repeat(100)));
    const reply = await open(EXPORT);
    expect(reply.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'Accept-Encoding' });
    const bytes = await bytesOf(reply);
    expect(gunzipSync(bytes).toString()).toBe([...several(50, (n) => `row ${n}\r\n`.repeat(100))].join(''));
  });

  it('may be empty', async () => {
    script.pieces = () => inTurn([]);
    expect(gunzipSync(await bytesOf(await open(EXPORT))).toString()).toBe('');
  });

  it('each piece leaves when it is made', async () => {
    let goOn: () => void = () => undefined;
    const then = new Promise<void>((resolve) => (goOn = resolve));
    script.pieces = async function* () {
      yield 'first';
      await then;
      yield 'last';
    };
    const unpacked = (await open(EXPORT)).pipe(createGunzip()).setEncoding('utf8');
    expect(await once(unpacked, 'data')).toEqual(['first']);
    goOn();
    expect(await once(unpacked, 'data')).toEqual(['last']);
    await once(unpacked, 'end');
  });

  it('that breaks off midway ends with a broken connection, never in order', async () => {
    let goOn: () => void = () => undefined;
    const begun = new Promise<void>((resolve) => (goOn = resolve));
    script.pieces = async function* () {
      yield* several(3, () => 'row\r\n'.repeat(1000));
      await begun;
      throw new Error('the database is gone');
    };
    const requestId = 'zipped-1';
    const reply = await open(EXPORT, { ...KEYED, 'x-request-id': requestId });
    goOn();
    await expect(bytesOf(reply)).rejects.toMatchObject({ code: 'ECONNRESET' });
    const told = () =>
      machine.lines.find((line) => line['requestId'] === requestId && line['level'] === 'error');
    await until(() => told() !== undefined);
    expect(JSON.stringify(told())).toContain('the database is gone');
  });

  it('also for HTTP/1.0: it is reset, not closed', async () => {
    let goOn: () => void = () => undefined;
    const then = new Promise<void>((resolve) => (goOn = resolve));
    script.pieces = async function* () {
      yield 'row\r\n';
      await then;
      throw new Error('the database is gone');
    };
    const socket = connect(machine.port, '127.0.0.1');
    socket.once('data', goOn);
    const ended = new Promise((resolve) => {
      socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
      socket.on('end', () => resolve('an orderly end'));
    });
    socket.write(`GET ${EXPORT} HTTP/1.0\r\nAuthorization: Bearer good\r\nAccept-Encoding: gzip\r\n\r\n`);
    expect(await ended).toBe('ECONNRESET');
  });

  it('that fails before its first piece is an error like any, as it is', async () => {
    script.pieces = async function* () {
      await Promise.reject(new Error('secret'));
      yield '';
    };
    const reply = await open(EXPORT);
    expect([reply.statusCode, reply.headers['content-encoding']]).toEqual([500, undefined]);
    expect(JSON.parse((await bytesOf(reply)).toString())).toMatchObject({ error: { code: 'SERVER_ERROR' } });
  });

  it('is never faster than its reader: what he does not take is not made', async () => {
    let pulled = 0;
    let seed = 1;
    // Hexadecimal digits without a pattern: gzip halves them, and no more.
    const noise = () => {
      let text = '';
      while (text.length < 100_000) text += (seed = (seed * 48_271) % 2_147_483_647).toString(16);
      return text;
    };
    script.pieces = () =>
      inTurn(
        several(1000, () => {
          pulled++;
          return noise();
        }),
      );
    const underWay = once(machine.server, 'request') as Promise<[IncomingMessage, ServerResponse]>;
    const [[, response], reply] = await Promise.all([underWay, open(EXPORT)]);
    await until(() => response.writableNeedDrain);
    expect(pulled).toBeLessThan(300); // what lies in buffers between the two
    let ended = false;
    response.once('close', () => (ended = true));
    reply.destroy();
    await until(() => ended);
    expect(pulled).toBeLessThan(300);
  });

  it('HEAD gets the headers, and the pieces are never begun', async () => {
    let begun = false;
    script.pieces = () =>
      inTurn(
        several(1, () => {
          begun = true;
          return 'row';
        }),
      );
    const reply = await open(EXPORT, KEYED, 'HEAD');
    expect([reply.headers['content-encoding'], (await bytesOf(reply)).length, begun]).toEqual([
      'gzip',
      0,
      false,
    ]);
  });
});

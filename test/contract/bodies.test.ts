// What a body may be, how much of it is read, and what is said about one that cannot be.
import { connect } from 'node:net';
import { script, startMachine, type RunningMachine } from './support/machine.js';

let machine: RunningMachine;
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.close());

const PATH = '/api/v1/conversions/postback';
const LIMIT = 64 * 1024;
const ORDER = { externalId: 'order-1', conversionType: 'SALE', amount: 1, currency: 'EUR' };

async function post(
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; message: string; connection: string | null }> {
  const init = {
    method: 'POST',
    headers: { authorization: 'Bearer good', 'content-type': 'application/json', ...headers },
    body,
  };
  const response = await fetch(machine.url + PATH, init);
  const { error } = (await response.json()) as { error?: { message: string } };
  return {
    status: response.status,
    message: error?.message ?? '',
    connection: response.headers.get('connection'),
  };
}

/** Speaks HTTP by hand: sends the parts, collects whatever comes until the server closes; if it never did, the test would fail. */
function speak(...parts: (string | Buffer)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(machine.port, '127.0.0.1');
    let heard = '';
    socket.on('data', (chunk: Buffer) => (heard += chunk.toString('latin1')));
    socket.on('error', () => (heard += '[error]'));
    socket.on('close', () => resolve(heard));
    for (const part of parts) socket.write(part);
  });
}

const HEAD = `POST ${PATH} HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer good\r\nContent-Type: application/json\r\n`;

describe('400 INVALID_REQUEST', () => {
  it.each([
    ['unparsable JSON', '{"a":'],
    ['JSON with a comma too many', '{"a":1,}'],
    ['no JSON at all', 'externalId=1'],
    ['an empty body', ''],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"x"'],
    ['a number', '5'],
  ])('%s', async (_name, body) => {
    expect((await post(body)).status).toBe(400);
  });

  it('text that is not UTF-8', async () => {
    expect((await post(Buffer.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]))).status).toBe(400);
  });

  it.each<Record<string, string>>([
    { 'content-type': 'text/plain' },
    { 'content-type': 'application/json; charset=latin1' },
    { 'content-type': 'application/jsonx' },
    { 'content-type': 'application/x-www-form-urlencoded' },
    { 'content-encoding': 'gzip' },
  ])('headers %j', async (headers) => {
    expect((await post(JSON.stringify(ORDER), headers)).status).toBe(400);
  });

  it('no content type, no body', async () => {
    expect(
      await speak(
        `POST ${PATH} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: Bearer good\r\n\r\n`,
      ),
    ).toMatch(/^HTTP\/1\.1 400 .*Content-Type is missing/s);
  });

  it('says nothing of what was sent', async () => {
    expect((await post('{"customerEmail":"mila@example.com"')).message).toBe('The body is not valid JSON.');
  });
});

describe('a body is taken', () => {
  it.each([
    ['with charset', 'application/json; charset=utf-8'],
    ['with a quoted charset, in capitals', 'Application/JSON; Charset="UTF-8"'],
  ])('%s', async (_name, type) => {
    expect((await post(JSON.stringify(ORDER), { 'content-type': type })).status).toBe(404);
  });

  it('with a byte order mark', async () => {
    expect((await post(`\ufeff${JSON.stringify(ORDER)}`)).status).toBe(404);
  });

  it('byte for byte', async () => {
    const seen: unknown[] = [];
    script.record = (body) => Promise.resolve(seen.push(body));
    const sent = {
      ...ORDER,
      externalId: ' 😀é\u0301 ',
      sessionId: 'a\0b',
      metadata: JSON.parse('{"__proto__":1,"constructor":"x"}') as unknown,
    };
    expect((await post(JSON.stringify(sent))).status).toBe(201);
    expect(JSON.stringify(seen[0])).toBe(JSON.stringify(sent));
  });
});

describe('413 PAYLOAD_TOO_LARGE', () => {
  it('64 KiB are read, one byte more is not', async () => {
    const padded = (bytes: number) =>
      `${JSON.stringify(ORDER)}${' '.repeat(bytes - JSON.stringify(ORDER).length)}`;
    script.record = () => Promise.resolve({});
    expect((await post(padded(LIMIT))).status).toBe(201);
    expect((await post(padded(LIMIT + 1))).status).toBe(413);
  });

  it('is said before the body is sent, by its length alone', async () => {
    const heard = await speak(`${HEAD}Content-Length: 10000000\r\n\r\n`);
    expect(heard).toMatch(/^HTTP\/1\.1 413 .*connection: close.*PAYLOAD_TOO_LARGE/is);
  });

  it('reaches a sender that goes on sending ten megabytes', async () => {
    const heard = await speak(`${HEAD}Content-Length: 10000000\r\n\r\n`, Buffer.alloc(10_000_000, 'x'));
    expect(heard).toMatch(/^HTTP\/1\.1 413 .*PAYLOAD_TOO_LARGE/is);
    expect(heard).not.toContain('[error]');
  });

  it('is counted where no length is given', async () => {
    const chunk = `10000\r\n${'x'.repeat(0x10000)}\r\n`;
    expect(await speak(`${HEAD}Transfer-Encoding: chunked\r\n\r\n`, chunk, chunk)).toMatch(
      /^HTTP\/1\.1 413 /,
    );
  });
});

describe('what is no HTTP', () => {
  const long = `Host: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`;

  it('is told so in the shape of an error', async () => {
    const heard = await speak(`GET /health/live HTTP/1.1\r\n${long}`);
    expect(heard).toMatch(/^HTTP\/1\.1 400 .*\r\n\r\n\{.*HEADERS_TOO_LARGE.*\}$/s);
  });

  it('has no body when it was asked for by HEAD', async () => {
    const heard = await speak(`HEAD /health/live HTTP/1.1\r\n${long}`);
    expect(heard).toMatch(/^HTTP\/1\.1 400 .*Content-Length: [1-9]\d+\r\n.*\r\n\r\n$/s);
  });
});

describe('Expect: 100-continue', () => {
  it('is answered "continue" only once the key is good', async () => {
    const body = JSON.stringify(ORDER);
    const expecting = `Expect: 100-continue\r\nConnection: close\r\nContent-Length: ${body.length}\r\n\r\n`;
    script.record = () => Promise.resolve({});
    expect(await speak(HEAD + expecting, body)).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 201 /);
    expect(await speak(HEAD.replace('good', 'bad') + expecting)).toMatch(/^HTTP\/1\.1 401 /);
  });
});

describe('what is not HTTP is answered in the contract’s shape', () => {
  const shape = (heard: string) =>
    JSON.parse(heard.split('\r\n\r\n')[1]!) as { success: boolean; error: { code: string }; meta: object };

  it.each([
    ['no request line', 'HELLO\r\n\r\n'],
    ['a broken header', 'GET / HTTP/1.1\r\nbroken\r\n\r\n'],
    ['headers of 20 KiB', `GET / HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`],
    ['an address of 20 KiB', `GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`],
    ['two lengths', `${HEAD}Content-Length: 1\r\nContent-Length: 2\r\n\r\nx`],
  ])('%s', async (_name, sent) => {
    const heard = await speak(sent);
    expect(heard).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/);
    expect(shape(heard)).toMatchObject({
      success: false,
      error: { code: 'INVALID_REQUEST' },
      meta: { requestId: expect.any(String) as string },
    });
  });

  it('a proxy’s absolute form is read as its path, key check included', async () => {
    const say = (key: string) =>
      `GET http://api.example/api/v1/campaigns HTTP/1.1\r\nHost: x\r\n${key}Connection: close\r\n\r\n`;
    expect(await speak(say('Authorization: Bearer good\r\n'))).toMatch(/^HTTP\/1\.1 200 /);
    expect(await speak(say(''))).toMatch(/^HTTP\/1\.1 401 /);
  });
});

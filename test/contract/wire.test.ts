// Connections on which something comes that is not one well-formed request after another: what is under way has its true reply, what is
// half there is told so, and then the connection closes.
import { connect } from 'node:net';
import { until } from '../support/until.js';
import { script, startMachine, type RunningMachine } from './support/machine.js';

let machine: RunningMachine;
beforeAll(async () => {
  machine = await startMachine();
});
afterAll(() => machine.close());

const POSTBACK = '/api/v1/conversions/postback';
const KEYED = 'Host: x\r\nAuthorization: Bearer good\r\n';
const ORDER = JSON.stringify({ externalId: 'order-1', conversionType: 'SALE', amount: 1, currency: 'EUR' });
const HEAD = `POST ${POSTBACK} HTTP/1.1\r\n${KEYED}Content-Type: application/json\r\n`;
const ORDERED = `${HEAD}Content-Length: ${ORDER.length}\r\n\r\n${ORDER}`;
const LIVE = 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n';

interface Talk {
  send: (bytes: string) => void;
  end: () => void;
  /** Resolves once this was heard. */
  hears: (text: string) => Promise<void>;
  /** All that was heard until the service closed; it must. */
  closed: Promise<string>;
}

function talk(): Talk {
  const socket = connect(machine.port, '127.0.0.1').setEncoding('latin1');
  const waiting: { text: string; resolve: () => void }[] = [];
  let heard = '';
  socket.on('data', (chunk: string) => {
    heard += chunk;
    for (const { text, resolve } of waiting) if (heard.includes(text)) resolve();
  });
  const closed = new Promise<string>((resolve) => {
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(`${heard}[${error.code}]`));
    socket.on('end', () => resolve(heard));
  });
  const hears = (text: string) => new Promise<void>((resolve) => waiting.push({ text, resolve }));
  return { send: (bytes) => void socket.write(bytes, 'latin1'), end: () => void socket.end(), hears, closed };
}

/** The status of each reply that was heard, in order. */
const statusesIn = (heard: string) =>
  [...heard.matchAll(/HTTP\/1\.1 (\d+) /g)].map(([, status]) => Number(status));

/** The handler records, but its reply leaves when the test says so. */
function holdRecording(): { begun: Promise<void>; answer: () => void; recorded: () => number } {
  let answer: () => void = () => undefined;
  let recorded = 0;
  const answered = new Promise<void>((resolve) => (answer = resolve));
  const begun = new Promise<void>((begin) => {
    script.record = async () => {
      recorded++;
      begin();
      await answered;
      return { note: `order ${recorded}` };
    };
  });
  return { begun, answer: () => answer(), recorded: () => recorded };
}

/** Resolves when the service's parser has stumbled: what the test does then comes after it. */
const stumbled = () => new Promise<void>((resolve) => machine.server.once('clientError', () => resolve()));

describe('bytes behind a request that is under way', () => {
  it.each([
    ['two of them', 'xx'],
    ['a malformed second request', 'GET / HTTP/1.1\r\nno header\r\n\r\n'],
    ['another protocol', '\x16\x03\x01\x02\x00'],
  ])('%s: the order is answered as what it is, and the connection closes', async (_, stray) => {
    const { begun, answer, recorded } = holdRecording();
    const { send, closed } = talk();
    send(ORDERED);
    await begun;
    const stumbling = stumbled();
    send(stray);
    await stumbling;
    answer();
    const heard = await closed;
    expect(statusesIn(heard)).toEqual([201]);
    expect(heard).toMatch(/\r\nconnection: close\r\n/i);
    expect(heard).toContain('"note":"order 1"');
    expect(recorded()).toBe(1);
  });

  it('in the same packet as the order, too', async () => {
    const { answer, recorded } = holdRecording();
    answer();
    const { send, closed } = talk();
    send(`${ORDERED}xx`);
    expect(statusesIn(await closed)).toEqual([201]);
    expect(recorded()).toBe(1);
  });

  it('again and again, they neither cut the reply off nor are answered themselves', async () => {
    const { begun, answer } = holdRecording();
    const { send, closed } = talk();
    send(ORDERED);
    await begun;
    for (let times = 0; times < 5; times++) {
      const stumbling = stumbled();
      send('xx');
      await stumbling;
    }
    answer();
    expect(statusesIn(await closed)).toEqual([201]);
  });

  it('each of several requests under way is answered, in order', async () => {
    const { begun, answer } = holdRecording();
    const { send, closed } = talk();
    const stumbling = stumbled();
    send(`${ORDERED}${LIVE}${LIVE}xx`);
    await Promise.all([begun, stumbling]);
    answer();
    expect(statusesIn(await closed)).toEqual([201, 200, 200]);
  });

  it.each([
    ['GET', LIVE, 200],
    ['HEAD', LIVE.replace('GET', 'HEAD'), 200],
    ['204', 'OPTIONS /api/v1/track/click HTTP/1.1\r\nHost: x\r\n\r\n', 204],
    ['a redirect', 'GET /r/abc HTTP/1.1\r\nHost: x\r\n\r\n', 302],
    ['a refused one', `GET ${POSTBACK} HTTP/1.1\r\nHost: x\r\n\r\n`, 405],
  ])('%s', async (_, request, status) => {
    const { send, closed } = talk();
    send(`${request}xx`);
    expect(statusesIn(await closed)).toEqual([status]);
  });

  it('a reply in pieces is not cut short', async () => {
    let goOn: () => void = () => undefined;
    const then = new Promise<void>((resolve) => (goOn = resolve));
    script.pieces = async function* () {
      yield 'first\r\n';
      await then;
      yield 'last\r\n';
    };
    const { send, hears, closed } = talk();
    const begun = hears('first');
    send(`GET /api/v1/conversions/export HTTP/1.1\r\n${KEYED}\r\n`);
    await begun;
    const stumbling = stumbled();
    send('xx');
    await stumbling;
    goOn();
    expect(await closed).toMatch(/first\r\n.*last\r\n\r\n0\r\n\r\n$/s);
  });
});

describe('half a request', () => {
  const faultOf = (heard: string) => {
    const [head = '', text = ''] = heard.split('\r\n\r\n');
    const { error, meta } = JSON.parse(text) as {
      error: { code: string; message: string };
      meta: { requestId: string };
    };
    expect(head).toContain(`X-Request-Id: ${meta.requestId}`);
    return `${error.code}: ${error.message}`;
  };

  it('whose body breaks is 400, with its own request id, and nothing is recorded', async () => {
    const { recorded } = holdRecording();
    const { send, closed } = talk();
    send(`${HEAD}X-Request-Id: half-1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nno size\r\n`);
    const heard = await closed;
    expect(statusesIn(heard)).toEqual([400]);
    expect(faultOf(heard)).toMatch(
      /^INVALID_REQUEST: This is not a well-formed HTTP request \(.*chunk size.*\)\.$/,
    );
    expect(heard).toContain('X-Request-Id: half-1');
    expect(recorded()).toBe(0);
  });

  it('whose sender ends in the middle is told so, and to the log it is aborted', async () => {
    const { send, end, closed } = talk();
    send(`${HEAD}X-Request-Id: half-2\r\nContent-Length: 100\r\n\r\n{`);
    end();
    const heard = await closed;
    expect(statusesIn(heard)).toEqual([400]);
    expect(faultOf(heard)).toBe('INVALID_REQUEST: The request ends in the middle.');
    const lines = () => machine.lines.filter(({ requestId }) => requestId === 'half-2');
    await until(() => lines().length > 0);
    expect(lines()).toMatchObject([{ status: null, aborted: true }]);
  });

  it('behind one that is under way waits for its turn', async () => {
    const { begun, answer, recorded } = holdRecording();
    const { send, closed } = talk();
    send(ORDERED);
    await begun;
    const stumbling = stumbled();
    send(`${HEAD}Transfer-Encoding: chunked\r\n\r\nno size\r\n`);
    await stumbling;
    answer();
    expect(statusesIn(await closed)).toEqual([201, 400]);
    expect(recorded()).toBe(1);
  });
});

describe('a request that proxies and we might read differently is 400, and its connection closes', () => {
  const BODY = '2\r\n{}\r\n0\r\n\r\n';

  it.each([
    ['no Host', 'GET /health/live HTTP/1.1\r\n\r\n', 'The Host header is missing; HTTP/1.1 asks for one.'],
    [
      'two Hosts',
      'GET /health/live HTTP/1.1\r\nHost: x\r\nhOST: y\r\n\r\n',
      'There is more than one Host header; there must be just one.',
    ],
    [
      'the same Host twice',
      'GET /health/live HTTP/1.1\r\nHost: x\r\nHost: x\r\n\r\n',
      'There is more than one Host header; there must be just one.',
    ],
    [
      'a compressed body',
      `${HEAD}Transfer-Encoding: gzip, chunked\r\n\r\n${BODY}`,
      'The only Transfer-Encoding that is read here is chunked: send the body as it is, not compressed.',
    ],
    [
      'a compressed body, told in two lines',
      `${HEAD}Transfer-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n\r\n${BODY}`,
      'The only Transfer-Encoding that is read here is chunked: send the body as it is, not compressed.',
    ],
    [
      'chunks in HTTP/1.0',
      `${HEAD.replace('1.1', '1.0')}Transfer-Encoding: chunked\r\n\r\n${BODY}`,
      'There is no Transfer-Encoding in HTTP/1.0: send Content-Length, or HTTP/1.1.',
    ],
    [
      'an unknown coding alone',
      `${HEAD}Transfer-Encoding: gzip\r\n\r\n{}`,
      'The only Transfer-Encoding that is read here is chunked',
    ],
    [
      'a length beside chunks',
      `${HEAD}Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n${BODY}`,
      /Content-Length/,
    ],
    [
      'chunks beside a length',
      `${HEAD}Transfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n${BODY}`,
      /Content-Length/,
    ],
    ['two lengths', `${HEAD}Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}`, /Content-Length/],
    ['the same length twice', `${HEAD}Content-Length: 2\r\nContent-Length: 2\r\n\r\n{}`, /Content-Length/],
    ['a length with a sign', `${HEAD}Content-Length: +2\r\n\r\n{}`, /Content-Length/],
    ['a folded header', `${HEAD}X-Folded: a\r\n b\r\nContent-Length: 2\r\n\r\n{}`, /well-formed/],
    ['a space before the colon', `${HEAD}X-Spaced : a\r\nContent-Length: 2\r\n\r\n{}`, /well-formed/],
    ['a bare line feed', `${HEAD}X-Bare: a\nContent-Length: 2\r\n\r\n{}`, /well-formed/],
  ])('%s', async (_, request, message) => {
    const { recorded } = holdRecording();
    const { send, closed } = talk();
    send(request);
    const heard = await closed;
    expect(statusesIn(heard)).toEqual([400]);
    expect(heard).toMatch(/\r\nconnection: close\r\n/i);
    const { success, error } = JSON.parse(heard.split('\r\n\r\n')[1]!) as {
      success: boolean;
      error: { code: string; message: string; details: [] };
    };
    expect([success, error.code, error.details]).toEqual([false, 'INVALID_REQUEST', []]);
    expect(error.message).toMatch(message);
    expect(recorded()).toBe(0);
  });

  it('HTTP/1.0 needs no Host', async () => {
    const { send, closed } = talk();
    send('GET /health/live HTTP/1.0\r\n\r\n');
    expect(statusesIn(await closed)).toEqual([200]);
  });

  it('CONNECT is a 404 like every method that a path does not have', async () => {
    const { send, closed } = talk();
    send('CONNECT x:443 HTTP/1.1\r\nHost: x:443\r\n\r\n');
    const heard = await closed;
    expect(statusesIn(heard)).toEqual([404]);
    expect(heard).toContain('"code":"NOT_FOUND"');
  });
});

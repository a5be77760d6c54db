// What the benchmark's load client says of a server is what that server did.
import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server as TcpServer } from 'node:net';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { median, summarize } from '../../bench/load/latency.js';
import { runLoad } from '../../bench/load/load-client.js';
import { holdTime } from '../support/held-time.js';

let running: Server | TcpServer | undefined;

afterEach(() => {
  if (running && 'closeAllConnections' in running) running.closeAllConnections();
  running?.close();
});

async function listen(server: Server | TcpServer): Promise<number> {
  running = server;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
}

const serve = (listener: RequestListener) => listen(createServer(listener));

/** Milliseconds of held time go by, one after the other, each as long as sockets have something to say. */
async function inSteps<Result>(running: Promise<Result>): Promise<Result> {
  let isDone = false;
  void running.finally(() => (isDone = true));
  while (!isDone) {
    for (let turn = 0; turn < 5; turn++) await nextTurn();
    vi.advanceTimersByTime(1);
  }
  return running;
}

const ask = (n: number) => ({ method: 'POST', path: `/${n}`, body: `{"n":${n},"é":1}` });

describe('the load client', () => {
  it('sends each request once and counts replies by status', async () => {
    const seen: string[] = [];
    const port = await serve((request, response) => {
      let body = '';
      request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      request.on('end', () => {
        seen.push(`${request.method} ${request.url} ${body}`);
        response.statusCode = seen.length % 4 === 0 ? 503 : 201;
        response.end('{"ok":true}');
      });
    });
    const result = await runLoad({ port, connections: 3, requests: 40, request: ask });
    expect(result).toMatchObject({ replies: { 201: 30, 503: 10 }, lost: 0, unsent: 0 });
    expect(seen.sort()).toEqual(Array.from({ length: 40 }, (_, n) => `POST /${n} {"n":${n},"é":1}`).sort());
    expect(result.requestsPerSecond).toBeCloseTo(40 / result.seconds);
  });

  it('never has two requests under way on a connection, and as many connections as it was told', async () => {
    let underWay = 0;
    let most = 0;
    const sockets = new Set();
    const port = await serve((request, response) => {
      sockets.add(request.socket);
      most = Math.max(most, ++underWay);
      setTimeout(() => {
        underWay--;
        response.end('done');
      }, 2);
    });
    await runLoad({ port, connections: 5, durationMs: 150, request: ask });
    expect(most).toBe(5);
    expect(sockets.size).toBe(5);
  });

  it('hands out bodies of any length, however they arrive, and heads', async () => {
    const long = 'ä'.repeat(40_000);
    const port = await serve((_, response) => {
      response.setHeader('Retry-After', '1');
      response.setHeader('Content-Length', Buffer.byteLength(long));
      response.write(long.slice(0, 30_000));
      setTimeout(() => response.end(long.slice(30_000)), 5);
    });
    const got: string[] = [];
    await runLoad({
      port,
      connections: 2,
      requests: 6,
      request: ask,
      onReply: (n, status, body, head) =>
        got.push(`${n} ${status} ${body === long} ${/Retry-After: 1/.test(head)}`),
    });
    expect(got.sort()).toEqual([0, 1, 2, 3, 4, 5].map((n) => `${n} 200 true true`));
  });

  it('understands a head that comes in pieces', async () => {
    const port = await listen(
      createTcpServer((socket) => {
        socket.on('error', () => undefined);
        socket.on('data', () => {
          socket.write('HTTP/1.1 201 Cre');
          setTimeout(() => socket.write('ated\r\ncontent-length: 2\r\n\r'), 3);
          setTimeout(() => socket.write('\nok'), 6);
        });
      }),
    );
    const bodies: string[] = [];
    const onReply = (_: number, __: number, body: string) => bodies.push(body);
    const result = await runLoad({ port, connections: 1, requests: 3, request: ask, onReply });
    expect(result.replies).toEqual({ 201: 3 });
    expect(bodies).toEqual(['ok', 'ok', 'ok']);
  });

  it('counts a request whose connection was lost, connects again and goes on', async () => {
    const port = await serve((request, response) => {
      if (request.url === '/3' || request.url === '/7') request.socket.destroy();
      else response.end('ok');
    });
    const lost: number[] = [];
    const result = await runLoad({
      port,
      connections: 2,
      requests: 20,
      request: ask,
      onLost: (n) => lost.push(n),
    });
    expect(result).toMatchObject({ replies: { 200: 18 }, lost: 2 });
    expect(lost.sort()).toEqual([3, 7]);
  });

  it('follows a server that closes after a reply', async () => {
    const port = await serve((_, response) => {
      response.setHeader('Connection', 'close');
      response.end('bye');
    });
    const result = await runLoad({ port, connections: 2, requests: 6, request: ask });
    expect(result).toMatchObject({ replies: { 200: 6 }, lost: 0 });
  });

  it('starts nothing after its time, or after the signal, and waits for the replies under way', async () => {
    const port = await serve((_, response) => void setTimeout(() => response.end('late'), 60));
    let started = 0;
    const request = (n: number) => {
      started++;
      return ask(n);
    };
    const timed = await runLoad({ port, connections: 4, durationMs: 100, request });
    expect(started).toBeLessThanOrEqual(8);
    expect(timed).toMatchObject({ replies: { 200: started }, lost: 0 });
    started = 0;
    const abort = new AbortController();
    const aborted = runLoad({ port, connections: 4, durationMs: 5000, request, signal: abort.signal });
    setTimeout(() => abort.abort(), 100);
    expect(await aborted).toMatchObject({ replies: { 200: started }, lost: 0 });
    expect(started).toBeLessThanOrEqual(8);
  });

  it('tells the latencies that a server really has', async () => {
    const time = holdTime();
    try {
      const port = await serve((request, response) => {
        const n = Number(request.url?.slice(1));
        time.advance(n === 77 ? 300 : n % 25 === 0 ? 120 : 20);
        response.end();
      });
      const result = await runLoad({ port, connections: 1, requests: 200, request: ask });
      expect([result.p50Ms, result.p99Ms, result.maxMs]).toEqual([20, 120, 300]);
      expect(result.seconds).toBe((191 * 20 + 8 * 120 + 300) / 1000);
    } finally {
      time.release();
    }
  });

  it('in an open loop starts on schedule, and counts the wait for a connection as latency', async () => {
    vi.useFakeTimers({
      toFake: ['performance', 'setInterval', 'clearInterval', 'setTimeout', 'clearTimeout'],
    });
    try {
      const port = await serve((_, response) => void setTimeout(() => response.end(), 50));
      const load = { port, durationMs: 500, ratePerSecond: 100, request: ask };
      const roomy = await inSteps(runLoad({ ...load, connections: 30 }));
      expect(roomy.unsent).toBe(0);
      expect([50, 51]).toContain(roomy.replies['200']);
      // One connection does at most 20 a second: the others queue.
      const narrow = await inSteps(runLoad({ ...load, connections: 1 }));
      expect([50, 51]).toContain(Number(narrow.replies['200']) + narrow.unsent);
      expect(narrow.unsent).toBeGreaterThanOrEqual(40);
      expect(narrow.maxMs).toBeGreaterThan(250);
    } finally {
      vi.useRealTimers();
    }
  });

  it('refuses to guess where a reply ends', async () => {
    const port = await serve((_, response) => {
      response.write('chunk');
      response.end('chunk');
    });
    await expect(runLoad({ port, connections: 1, requests: 1, request: ask })).rejects.toThrow(
      'cannot read this reply',
    );
  });

  it('keeps trying while the server is away', async () => {
    const probe = createTcpServer();
    const port = await listen(probe);
    await new Promise((resolve) => probe.close(resolve));
    const result = runLoad({ port, connections: 2, requests: 4, request: ask });
    await sleep(80);
    const server = createServer((_, response) => response.end());
    running = server;
    server.listen(port, '127.0.0.1');
    expect(await result).toMatchObject({ replies: { 200: 4 }, lost: 0 });
  });
});

describe('percentiles', () => {
  it('are values that were measured', () => {
    const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(summarize(hundred)).toEqual({ p50Ms: 50, p99Ms: 99, maxMs: 100 });
    expect(summarize([7])).toEqual({ p50Ms: 7, p99Ms: 7, maxMs: 7 });
    expect(summarize([])).toEqual({ p50Ms: 0, p99Ms: 0, maxMs: 0 });
  });

  it('have a median between the two in the middle', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(median([])).toBeNaN();
  });
});

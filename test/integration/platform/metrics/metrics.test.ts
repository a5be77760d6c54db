// What an operator sees from outside: the metrics of a running service, on a port of their own.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { KeyDirectoryService } from '#accounts/api-keys/key-directory.service.js';
import { loadConfig } from '#config.js';
import { createLog } from '#platform/logging/log.js';
import { startService } from '#service.js';
import { KEY_POLL_MS } from '#platform/time/time-budget.js';
import { startApp, type TestApp } from '../../../support/app.js';
import { send } from '../../../support/call.js';
import { freePort } from '../../../support/free-port.js';
import { scrape } from '../../../support/scrape.js';
import { holdTime } from '../../../support/held-time.js';
import { until } from '../../../support/until.js';

let app: TestApp;
let key: string;

beforeAll(async () => {
  app = await startApp({ environment: { METRICS_PORT: '0' } });
  key = (await app.make.merchant()).test;
});
afterAll(() => app.close());

const seen = () => scrape(app.service.metricsPort);
const value = async (name: string, labels?: Record<string, string>) =>
  (await seen()).value(`refcampaign_${name}`, labels);
const record = () => app.api.call('recordPostback', { as: key, body: app.make.order() });

describe('the port', () => {
  const at = (path: string, method = 'GET') =>
    send(new URL(path, `http://127.0.0.1:${app.service.metricsPort}`), { method });

  it('answers /metrics in the text format of Prometheus, and nothing else', async () => {
    const reply = await at('/metrics?name=all');
    expect(reply.status).toBe(200);
    expect(reply.headers['content-type']).toBe('text/plain; version=0.0.4; charset=utf-8');
    for (const path of ['/', '/metrics/', '/health/live', '/api/v1/ping'])
      expect([path, (await at(path)).status]).toEqual([path, 404]);
    expect((await at('/metrics', 'POST')).status).toBe(404);
  });

  it('is apart from the API: callers find no metrics there', async () => {
    const reply = await send(new URL('/metrics', app.api.baseUrl), { method: 'GET' });
    expect(reply.status).toBe(404);
    expect(reply.body).toMatchObject({ success: false, error: { code: 'NOT_FOUND' } });
  });

  it('is not opened unless it is set', async () => {
    const other = await startApp();
    expect(other.service.metricsPort).toBeNull();
    await other.close();
  });

  it('that is taken is a start error that names the variable, and nothing stays open', async () => {
    const port = await freePort();
    const config = loadConfig({ PORT: String(port), METRICS_PORT: String(app.service.metricsPort) });
    const lines: string[] = [];
    const log = createLog('info', { write: (line) => void lines.push(line) });
    const [started, ended] = [vi.spyOn(globalThis, 'setInterval'), vi.spyOn(globalThis, 'clearInterval')];
    await expect(startService(config, app.gate.address, log)).rejects.toThrow(
      /^METRICS_PORT cannot be used: .*EADDRINUSE/,
    );
    await expect(scrape(port)).rejects.toThrow(/ECONNREFUSED/);
    const polls = started.mock.results.map(({ value }) => value as unknown);
    expect(polls.length).toBeGreaterThan(2);
    expect(polls.filter((poll) => !ended.mock.calls.some(([timer]) => timer === poll))).toEqual([]);
    vi.restoreAllMocks();
    expect(lines).toEqual([]);
  });

  it('answers until the calls under way at shutdown are answered, and is closed then', async () => {
    const other = await startApp({ environment: { METRICS_PORT: '0' }, sharing: app });
    const { metricsPort } = other.service;
    const holder = await app.rows.session();
    await holder.query('begin; lock table conversions in access exclusive mode');
    const underWay = other.api.call('recordPostback', { as: key, body: app.make.order() });
    await until(
      async () =>
        (await scrape(metricsPort)).value('refcampaign_batch_size_count', { writer: 'orders' }) === 1,
    );
    const stopped = other.service.stop(5000);
    expect((await scrape(metricsPort)).value('refcampaign_batch_seconds_count', { writer: 'orders' })).toBe(
      0,
    );
    await holder.query('rollback');
    expect((await underWay).status).toBe(201);
    await stopped;
    await expect(scrape(metricsPort)).rejects.toThrow(/ECONNREFUSED/);
    await other.close();
  });
});

describe('a call', () => {
  const replies = new Set<ServerResponse>();
  const note = (_: IncomingMessage, response: ServerResponse) => void replies.add(response);
  beforeAll(() => void app.server.on('request', note));
  afterAll(() => void app.server.off('request', note));
  /** Calls whose connection is still to take the reply. */
  const underWay = () => [...replies].filter((response) => !response.closed).length;

  /** What these calls added to a metric, by series. */
  async function added(name: string, calls: () => Promise<unknown>): Promise<Record<string, number>> {
    const before = await seen();
    await calls();
    await until(() => underWay() === 0); // a call is counted when its connection has taken the reply
    const after = await seen();
    const more = after
      .startingWith(`refcampaign_${name}{`)
      .map((series) => [series, after.values.get(series)! - (before.values.get(series) ?? 0)] as const);
    return Object.fromEntries(
      more.filter(([, count]) => count > 0).map(([series, count]) => [series.split('{')[1]!, count]),
    );
  }

  it('is counted by operation and status, and timed', async () => {
    const order = app.make.order();
    const calls = async () => {
      await app.api.expect('recordPostback', 201, { as: key, body: order });
      await app.api.expect('recordPostback', 200, { as: key, body: order });
      await app.api.expect('recordPostback', 409, { as: key, body: { ...order, amount: 1 } });
      await app.api.expect('ping', 200, { as: key });
      await app.api.expect('followLink', 404, { path: { code: 'no-such-code' } });
    };
    expect(await added('http_requests_total', calls)).toEqual({
      'operation="recordPostback",status="201"}': 1,
      'operation="recordPostback",status="200"}': 1,
      'operation="recordPostback",status="409"}': 1,
      'operation="ping",status="200"}': 1,
      'operation="followLink",status="404"}': 1,
    });
    expect(await added('http_request_seconds_count', record)).toEqual({ 'operation="recordPostback"}': 1 });
  });

  it('that is refused is counted by its error code', async () => {
    const calls = async () => {
      await app.api.expect('recordPostback', 401, { body: app.make.order() });
      await app.api.expect('recordPostback', 422, { as: key, rawBody: '{}' });
      await app.api.expect('recordPostback', 400, { as: key, rawBody: '{' });
      await record();
    };
    expect(await added('refused_total', calls)).toEqual({
      'operation="recordPostback",code="UNAUTHORIZED"}': 1,
      'operation="recordPostback",code="VALIDATION_FAILED"}': 1,
      'operation="recordPostback",code="INVALID_REQUEST"}': 1,
    });
  });

  it('of a path that is made up is one of the unknown, however many paths are made up, and nothing of it is told', async () => {
    const paths = Array.from({ length: 50 }, (_, index) => `/made-up-${index}/api/v1/ping?key=made-up`);
    const calls = () =>
      Promise.all(paths.map((path) => send(new URL(path, app.api.baseUrl), { method: 'GET' })));
    expect(await added('http_requests_total', calls)).toEqual({ 'operation="unknown",status="404"}': 50 });
    expect((await seen()).text).not.toContain('made-up');
  });

  it('tells nothing of who called or what was sent', async () => {
    const order = app.make.order({ externalId: 'order-of-somebody', customerId: 'somebody' });
    await app.api.expect('recordPostback', 201, { as: key, body: order });
    const { text } = await seen();
    for (const secret of [key, 'somebody', 'mer_', 'cnv_']) expect(text).not.toContain(secret);
  });
});

describe('a recorded conversion', () => {
  it('is one batch, one commit and a handful of statements', async () => {
    await app.settled();
    const before = await seen();
    expect((await record()).status).toBe(201);
    const after = await seen();
    const more = (name: string, labels?: Record<string, string>) =>
      after.value(`refcampaign_${name}`, labels)! - before.value(`refcampaign_${name}`, labels)!;
    expect(more('batch_size_count', { writer: 'orders' })).toBe(1);
    expect(more('batch_size_sum', { writer: 'orders' })).toBe(1);
    expect(more('batch_size_bucket', { writer: 'orders', le: '1' })).toBe(1);
    expect(more('batch_seconds_count', { writer: 'orders' })).toBe(1);
    expect(more('batch_size_count', { writer: 'replays' })).toBe(0);
    expect(more('commit_seconds_count')).toBeGreaterThanOrEqual(1);
    expect(more('statements_total')).toBeGreaterThanOrEqual(4);
  });

  it('has its work row done, and counted by its kind', async () => {
    await app.settled();
    const before = (await value('work_rows_done_total', { kind: 'CONVERSION' })) ?? 0;
    await record();
    await app.settled();
    expect(await value('work_rows_done_total', { kind: 'CONVERSION' })).toBe(before + 1);
  });
});

describe('a database that holds a write', () => {
  const orders = { writer: 'orders' };

  it('shows in the queue: those that wait are counted, those under way are not; then as one batch', async () => {
    const holder = await app.rows.session();
    await holder.query('begin; lock table conversions in access exclusive mode');
    const before = await seen();
    const formed = async () =>
      (await seen()).value('refcampaign_batch_size_count', orders)! -
      before.value('refcampaign_batch_size_count', orders)!;
    const replies = [record()];
    await until(async () => (await formed()) === 1);
    replies.push(record());
    await until(async () => (await formed()) === 2); // both transactions that may be under way are
    expect(await value('queue_depth', orders)).toBe(0);
    replies.push(...Array.from({ length: 7 }, record));
    await until(async () => (await value('queue_depth', orders)) === 7);
    await holder.query('rollback');
    expect((await Promise.all(replies)).map(({ status }) => status)).toEqual(replies.map(() => 201));
    const after = await seen();
    expect(after.value('refcampaign_queue_depth', orders)).toBe(0);
    const atMost = (le: string) =>
      after.value('refcampaign_batch_size_bucket', { ...orders, le })! -
      before.value('refcampaign_batch_size_bucket', { ...orders, le })!;
    expect([atMost('4'), atMost('8')]).toEqual([2, 3]);
  });
});

describe('the age of waiting work', () => {
  const lag = async () => (await value('work_lag_seconds')) as number;
  /** A row of that age which is due in that time. */
  const put = (age: string, dueIn: string, kind = 'CLICK') =>
    app.rows.query(
      `insert into work (merchant_id, mode, id, kind, subject, created_at, due_at, attempts)
       select gen_random_uuid(), 'test', gen_random_uuid(), $3, 'clk_none', now() - $1::interval, now() + $2::interval, 0`,
      [age, dueIn, kind],
    );

  it('is 0 when none waits', async () => {
    await app.settled();
    expect(await lag()).toBe(0);
  });

  it('grows while the worker cannot work, and falls back when it can', async () => {
    await put('0 seconds', '1 second');
    const holder = await app.rows.session();
    await holder.query('begin; lock table work in exclusive mode'); // reads pass, the worker does not
    const first = await lag();
    expect(first).toBeGreaterThan(0);
    await until(async () => (await lag()) > first + 1.2);
    await holder.query('rollback');
    await until(async () => (await lag()) === 0);
  });

  it('is that of the oldest row by the database, put off or taken too', async () => {
    await put('90 seconds', '5 minutes');
    await put('3 seconds', '-3 seconds', 'OF_ANOTHER_RELEASE');
    expect(Math.floor(await lag())).toBe(90);
    await app.rows.query('delete from work');
  });

  it('is not there when the database is away, and the other metrics are', async () => {
    await app.gate.shut();
    const shown = await seen();
    expect(shown.value('refcampaign_work_lag_seconds')).toBeUndefined();
    expect(shown.value('refcampaign_queue_depth', { writer: 'visits' })).toBe(0);
    await app.gate.open();
    await until(async () => (await value('work_lag_seconds')) !== undefined);
  });
});

describe('the age of what is known about keys', () => {
  it('stays below the poll while the database answers, grows while it is away, and falls back', async () => {
    const age = async () => (await value('key_cache_age_seconds')) as number;
    const { poll } = app.service.app.get(KeyDirectoryService, { strict: false });
    await poll.tick();
    const time = holdTime();
    try {
      await poll.tick();
      await poll.tick(); // the first may have begun before
      expect(await age()).toBe(0);
      time.advance(KEY_POLL_MS);
      expect(await age()).toBeLessThanOrEqual(KEY_POLL_MS / 1000);
      await app.gate.shut();
      time.advance(900);
      expect(await age()).toBeGreaterThanOrEqual(0.9);
      await app.gate.open();
      await until(async () => (await age()) === 0);
    } finally {
      time.release();
    }
  });
});

// recordBatch when it is our fault: items fail one by one, the call says which, and the repeat tells.
import { once } from 'node:events';
import { Metrics } from '#platform/metrics/metrics.js';
import { DATABASE_PATIENCE_MS } from '#platform/time/time-budget.js';
import { startApp, type TestApp } from '../../support/app.js';
import { triedAgain } from '../../support/connecting.js';
import { holdTime } from '../../support/held-time.js';
import { lockIsWaitedFor } from '../../support/locks.js';
import { unique } from '../../support/makers.js';
import { Scrape } from '../../support/scrape.js';
import { until } from '../../support/until.js';

let app: TestApp;
let key: string;
const lines: string[] = [];
/** A log that cannot be written, once. */
let logFailsAt: string | null = null;

beforeAll(async () => {
  app = await startApp({
    onLog: (line) => {
      if (logFailsAt !== null && line.includes(logFailsAt)) {
        logFailsAt = null;
        throw new Error('the log cannot be written');
      }
      lines.push(line);
    },
  });
  key = (await app.make.merchant()).test;
  await app.api.expect('ping', 200, { as: key });
});
afterAll(() => app.close());

async function batch(conversions: unknown[], requestId: string = unique()) {
  const rawBody = JSON.stringify({ conversions });
  const headers = { 'x-request-id': requestId };
  return (await app.api.expect('recordBatch', 200, { as: key, rawBody, headers })).body.data;
}

/** Orders that were given to be written so far. */
async function written(): Promise<number> {
  const text = await app.service.app.get(Metrics, { strict: false }).text();
  return new Scrape(text).value('refcampaign_batch_size_sum', { writer: 'orders' }) ?? 0;
}

/**
 * Calls while the database is away, for as long as one is waited for and no longer: the rest of the 8 seconds is not needed.
 * @param isWaiting says that what was called waits for the database.
 */
async function duringOutage<Result>(
  call: () => Promise<Result>,
  isWaiting: () => Promise<boolean>,
): Promise<Result> {
  await app.gate.shut();
  const time = holdTime();
  try {
    const answer = call();
    await until(isWaiting);
    time.advance(DATABASE_PATIENCE_MS);
    return await answer;
  } finally {
    time.release();
    await app.gate.open();
  }
}

function logged(requestId: string): Record<string, unknown>[] {
  const found = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  return found.filter(
    (line) => line['requestId'] === requestId && line['msg'] !== 'request' && line['msg'] !== 'items refused',
  );
}

it('with the database away items fail with 503 within 8 s, invalid ones are invalid, and the repeat records', async () => {
  const orders = Array.from({ length: 300 }, () => app.make.order());
  const requestId = unique();
  const before = await written();
  const { results, counts } = await duringOutage(
    () => batch([...orders, 'no object'], requestId),
    async () => (await written()) === before + 300,
  );
  expect(counts).toEqual({ created: 0, replayed: 0, conflict: 0, invalid: 1, failed: 300 });
  expect(results[0]).toEqual({
    index: 0,
    externalId: orders[0]?.externalId,
    result: 'failed',
    status: 503,
    data: null,
    error: {
      code: 'SERVICE_UNAVAILABLE',
      reason: expect.stringMatching(/^(DATABASE_AWAY|NO_ANSWER_IN_TIME)$/) as string,
      message: 'The service cannot answer right now. Repeat the call: the repeat tells the outcome.',
      details: [],
    },
  });
  const warnings = logged(requestId);
  expect(warnings.length).toBeGreaterThan(0);
  expect(warnings.length).toBeLessThan(10);
  expect(warnings.reduce((sum, line) => sum + Number(line['count']), 0)).toBe(300);
  const again = await batch(orders);
  expect(again.counts).toEqual({ created: 300, replayed: 0, conflict: 0, invalid: 0, failed: 0 });
});

it('a short outage is waited out', async () => {
  await app.gate.shut();
  const under = batch([app.make.order(), app.make.order()]);
  await triedAgain(1);
  await app.gate.open();
  expect((await under).counts.created).toBe(2);
});

it('items that have no answer when the time of the call is almost over are failed; the others have theirs', async () => {
  const hurried = await startApp({ sharing: app, budget: { batchMs: 1000 } });
  const holder = await app.rows.session();
  await holder.query('begin; lock table conversions in share row exclusive mode'); // it may be read, not written
  const rawBody = JSON.stringify({ conversions: ['no object', app.make.order()] });
  try {
    const { results } = (await hurried.api.expect('recordBatch', 200, { as: key, rawBody })).body.data;
    expect(results.map(({ result, status }) => [result, status])).toEqual([
      ['invalid', 400],
      ['failed', 503],
    ]);
    await lockIsWaitedFor(app.rows); // still: it is the patience of the batch that ended
  } finally {
    await holder.query('rollback');
    await hurried.close();
  }
});

it('without an answer from the key’s own store the call as a whole is 503', async () => {
  const unseen = await app.make.key((await app.make.merchant()).id, 'test');
  const arrived = once(app.server, 'request');
  await duringOutage(
    () => app.api.expect('recordBatch', 503, { as: unseen, rawBody: '{"conversions":[1]}' }),
    () => arrived.then(() => triedAgain(1)).then(() => true),
  );
});

describe('with a fault of ours', () => {
  const move = (from: string, to: string) =>
    app.rows.query(`alter table ${from}.conversions set schema ${to}`);

  beforeAll(async () => {
    await app.rows.query('create schema away');
    await move('public', 'away');
  });
  afterAll(() => move('away', 'public'));

  it('items fail with 500, nothing leaks, and the log has the cause under the request’s id', async () => {
    const requestId = unique();
    const { results } = await batch([app.make.order(), app.make.order()], requestId);
    expect(results.map(({ result, status }) => [result, status])).toEqual([
      ['failed', 500],
      ['failed', 500],
    ]);
    expect(JSON.stringify(results)).not.toMatch(/relation|select|insert|42P01|\.ts|\.js|stack/i);
    expect(results[0]?.error).toEqual({
      code: 'SERVER_ERROR',
      reason: 'SERVER_ERROR',
      message: 'Something went wrong on our side. Quote the request id when you ask us.',
      details: [],
    });
    const errors = logged(requestId);
    for (const line of errors)
      expect(line).toMatchObject({ level: 'error', msg: 'unforeseen error', operation: 'recordBatch' });
    expect(errors.reduce((sum, line) => sum + Number(line['count']), 0)).toBe(2);
    expect(errors[0]).toMatchObject({ error: { code: '42P01' } });
  });

  it('what is unforeseen about the call itself is 500 for all of it', async () => {
    logFailsAt = '"count":1';
    await app.api.expect('recordBatch', 500, {
      as: key,
      body: { conversions: [app.make.order()] },
    });
    expect(logFailsAt).toBeNull();
  });
});

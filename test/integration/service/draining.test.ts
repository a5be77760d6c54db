// The orderly end, seen by callers.
import { once } from 'node:events';
import { send } from '../../support/call.js';
import { startApp, type TestApp } from '../../support/app.js';
import { beginOrder } from '../../support/half-call.js';
import { until } from '../../support/until.js';

/** Longer than any test may take: an end that waits for it is seen. */
const GRACE_MS = 600_000;

const isReady = async (app: TestApp) =>
  (await send(new URL('/health/ready', app.api.baseUrl), { method: 'GET' })).status === 200;

it('a call that began before the end is answered, and its connection, promised to stay open, does not hold the end up', async () => {
  const app = await startApp();
  const { test: key } = await app.make.merchant();
  const call = await beginOrder(app.service.port, key, 'at-the-end');
  const left = once(call.socket, 'close');
  const stopped = app.service.stop(GRACE_MS);
  await until(async () => !(await isReady(app)));
  const reply = await call.finish();
  expect(reply).toMatch(/^HTTP\/1\.1 201 /);
  expect(reply).toMatch(/^connection: keep-alive/im);
  await stopped;
  await left;
  await app.close();
});

it('the port closes last: until then live answers, and orders are held back, to be told to come again', async () => {
  const app = await startApp();
  const { test: key } = await app.make.merchant();
  const link = await app.make.link(key);
  let held: Promise<unknown>[] = [];
  let answered = 0;
  await app.service.stop(GRACE_MS, async () => {
    // The database is let go of, and PostgreSQL would be stopped here.
    const order = app.api.expect('recordPostback', 503, { as: key, body: app.make.order() });
    const click = app.api.expect('followLink', 503, { path: { code: link.code } });
    held = [order, click].map((reply) =>
      reply.then(({ headers }) => {
        answered++;
        expect(headers).toMatchObject({ 'retry-after': '1', connection: 'close' });
      }),
    );
    await app.api.expect('live', 200);
    await app.api.expect('ready', 503);
    expect(answered).toBe(0);
  });
  await Promise.all(held);
  await expect(app.api.call('live')).rejects.toThrow(/ECONNREFUSED/);
  await app.close();
});

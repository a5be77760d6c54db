// The orderly end, seen by a caller who keeps connections open.
import { once } from 'node:events';
import { connect } from 'node:net';
import { startApp } from '../../support/app.js';
import { beginOrder } from '../../support/half-call.js';
import { until } from '../../support/until.js';

/** Longer than any test may take: an end that waits for it is seen. */
const GRACE_MS = 600_000;

async function isClosed(port: number): Promise<boolean> {
  const caller = connect(port, '127.0.0.1');
  const isRefused = await once(caller, 'connect').then(
    () => false,
    () => true,
  );
  caller.destroy();
  return isRefused;
}

it('a call that began before the end is answered, and its connection, promised to stay open, does not hold the end up', async () => {
  const app = await startApp();
  const { test: key } = await app.make.merchant();
  const { port } = app.service;
  const call = await beginOrder(port, key, 'at-the-end');
  const left = once(call.socket, 'close');
  const stopped = app.service.stop(GRACE_MS);
  await until(() => isClosed(port));
  const reply = await call.finish();
  expect(reply).toMatch(/^HTTP\/1\.1 201 /);
  expect(reply).toMatch(/^connection: keep-alive/im);
  await stopped;
  await left;
  await app.close();
});

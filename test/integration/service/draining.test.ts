// The orderly end, seen by a caller who keeps connections open.
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from '../../support/app.js';

it('a call that began before the end is answered, and its connection, promised to stay open, does not hold the end up', async () => {
  const app = await startApp();
  const { test: key } = await app.make.merchant();
  const body = JSON.stringify({
    externalId: 'at-the-end',
    conversionType: 'SALE',
    amount: 100,
    currency: 'EUR',
    sessionId: null,
  });
  const socket = connect(app.service.port, '127.0.0.1');
  socket.write(
    `POST /api/v1/conversions/postback HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${key}\r\n` +
      `Content-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body.slice(0, 10)}`,
  );
  await sleep(300); // it is under way
  const stopped = app.service.stop(8000);
  await sleep(300);
  socket.write(body.slice(10));
  const [reply] = (await once(socket, 'data')) as [Buffer];
  expect(reply.toString()).toMatch(/^HTTP\/1\.1 201 /);
  const since = Date.now();
  await stopped;
  expect(Date.now() - since).toBeLessThan(3000);
  socket.destroy();
  await app.close();
});

// The start, seen by callers: the port is open before there is a database.
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import type { Client } from 'pg';
import { loadConfig } from '#config.js';
import { serviceVersion } from '#platform/contract/version.js';
import { FrontDoor } from '#platform/http/front-door.js';
import { createLog } from '#platform/logging/log.js';
import { ANSWER_DEADLINE_MS } from '#platform/time/time-budget.js';
import { startService, type Service } from '#service.js';
import { startApp, type TestApp } from '../../support/app.js';
import { ApiClient } from '../../support/call.js';
import { holdTime } from '../../support/held-time.js';
import { until } from '../../support/until.js';

/** Longer than any test may take. */
const FOR_EVER_MS = 600_000;

let app: TestApp;
let key: string;
const doors: FrontDoor[] = [];
const services: Service[] = [];

beforeAll(async () => {
  app = await startApp();
  ({ test: key } = await app.make.merchant());
});

afterEach(async () => {
  for (const service of services.splice(0)) await service.stop(1000);
  for (const door of doors.splice(0)) await door.close();
});

afterAll(() => app.close());

async function openDoor(patienceMs = FOR_EVER_MS) {
  const door = new FrontDoor(patienceMs);
  doors.push(door);
  await door.listen(0, '127.0.0.1');
  return { door, api: new ApiClient(`http://127.0.0.1:${door.port}`) };
}

/** Another replica on the app's database, behind that door. @returns its log */
async function start(door: FrontDoor) {
  const lines: Record<string, unknown>[] = [];
  const write = (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>);
  const log = createLog('info', { write });
  services.push(await startService(loadConfig({ PORT: '0' }), app.gate.address, log, {}, door));
  return lines;
}

const connections = (door: FrontDoor) =>
  new Promise<number>((resolve) => door.server.getConnections((_, count) => resolve(count)));

async function hasArrived(door: FrontDoor, count: number): Promise<void> {
  const arrived = once(door.server, 'request');
  await until(async () => (await connections(door)) >= count);
  await arrived;
}

it('an order that comes before the database is there waits, and is recorded', async () => {
  const { door, api } = await openDoor();
  const arrived = hasArrived(door, 1);
  const order = app.make.order();
  const reply = api.expect('recordPostback', 201, { as: key, body: order });
  await arrived;
  await start(door);
  expect((await reply).body.data.externalId).toBe(order.externalId);
  await api.expect('recordPostback', 200, { as: key, body: order });
});

it('meanwhile live answers with the version, and ready is 503', async () => {
  const { door, api } = await openDoor();
  expect((await api.expect('live', 200)).body.data).toEqual({ status: 'live', version: serviceVersion });
  const { body, headers } = await api.expect('ready', 503);
  expect(body.error.message).toMatch(/starting/);
  expect(headers['retry-after']).toBe('1');
  await start(door);
  await api.expect('ready', 200);
});

it('who waits for too long is told to come again, and the log says so', async () => {
  const { door, api } = await openDoor(1);
  const { headers } = await api.expect('recordPostback', 503, { as: key, body: app.make.order() });
  expect(headers).toMatchObject({ 'retry-after': '1', connection: 'close' });
  const refused = { msg: 'request', operation: 'recordPostback', status: 503 };
  expect((await start(door))[0]).toMatchObject({ ...refused, requestId: headers['x-request-id'] });
});

it('an unknown path that is refused meanwhile is logged by the words in it that are ours, as it is later', async () => {
  const { door } = await openDoor(1);
  const ask = (port: number) =>
    fetch(`http://127.0.0.1:${port}/api/v1/conversions/jane@example.org/nothing?x=1`);
  expect((await ask(door.port)).status).toBe(503);
  const lines = await start(door);
  expect((await ask(door.port)).status).toBe(404);
  const routes = () =>
    lines.filter(({ msg }) => msg === 'request').map(({ status, route }) => [status, route]);
  await until(() => routes().length === 2);
  expect(routes()).toEqual([
    [503, '/api/v1/conversions/*/*'],
    [404, '/api/v1/conversions/*/*'],
  ]);
});

it('the time spent waiting counts: the answer is due as early as for any other call', async () => {
  const { door, api } = await openDoor();
  const arrived = hasArrived(door, 1);
  const time = holdTime();
  const late = api.expect('recordPostback', 503, { as: key, body: app.make.order() });
  await arrived;
  time.advance(8000);
  const holder: Client = await app.rows.session();
  await holder.query('begin; lock table conversions in access exclusive mode');
  const lines = await start(door).finally(time.release);
  await late;
  await holder.query('rollback');
  const itsLine = () =>
    lines.find(({ msg, operation }) => msg === 'request' && operation === 'recordPostback');
  await until(() => itsLine() !== undefined);
  expect(itsLine()).toMatchObject({ status: 503 });
  expect(Number(itsLine()?.['ms'])).toBeGreaterThanOrEqual(8000);
  expect(Number(itsLine()?.['ms'])).toBeLessThan(8000 + ANSWER_DEADLINE_MS);
});

it('those who are too many are told at once, and a caller who left is not waited for', async () => {
  const { door, api } = await openDoor();
  const many = connect(door.port, '127.0.0.1');
  const received: unknown[] = [];
  door.server.on('request', (request) => received.push(request));
  many.write('GET /api/v1/ping HTTP/1.1\r\n\r\n'.repeat(2000));
  await until(() => received.length === 2000);
  await api.expect('ping', 503, { as: key });
  await leaves(many, door);
  const [arrived, reply] = [once(door.server, 'request'), api.expect('ping', 200, { as: key })];
  await arrived;
  await start(door);
  await reply;
});

async function leaves(socket: Socket, door: FrontDoor): Promise<void> {
  socket.destroy();
  await until(async () => (await connections(door)) === 0);
}

it('an end in the middle of a start refuses who waits', async () => {
  const { door, api } = await openDoor();
  const [arrived, reply] = [once(door.server, 'request'), api.expect('ping', 503, { as: key })];
  await arrived;
  await door.close();
  expect((await reply).body.error.message).toMatch(/shutting down/);
});

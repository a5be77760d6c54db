// ready: can this process take calls?
import { Draining } from '#platform/http/draining.js';
import { READY_PATIENCE_MS } from '#platform/time/time-budget.js';
import { startApp, type TestApp } from '../../support/app.js';
import { holdTime } from '../../support/held-time.js';
import { lockIsWaitedFor } from '../../support/locks.js';

let app: TestApp;

beforeAll(async () => {
  app = await startApp();
});
afterAll(() => app.close());

it('is 200 when the database answers and every migration is in', async () => {
  expect((await app.api.expect('ready', 200)).body.data).toEqual({ status: 'ready' });
});

it('is 503 within two seconds while the database is away, and 200 again by itself', async () => {
  await app.gate.shut();
  const time = holdTime(); // who waited for the database would wait for ever
  const { body, headers } = await app.api.expect('ready', 503).finally(time.release);
  expect(body.error.code).toBe('SERVICE_UNAVAILABLE');
  expect(headers['retry-after']).toBe('1');
  await app.gate.open();
  await app.api.expect('ready', 200);
});

it('is 503 within two seconds while the database does not get on', async () => {
  const holder = await app.rows.session();
  await holder.query('begin; lock table migrations in access exclusive mode');
  await app.api.expect('ready', 503);
  await lockIsWaitedFor(app.rows); // still: it is the patience that ended
  expect(READY_PATIENCE_MS).toBeLessThan(2000);
  await holder.query('rollback');
  await app.api.expect('ready', 200);
});

it('is 503 while a migration is missing', async () => {
  await app.rows.query('alter table migrations rename to migrations_away');
  expect((await app.api.expect('ready', 503)).body.error.message).toMatch(/lacks migrations/);
  await app.rows.query('alter table migrations_away rename to migrations');
  await app.api.expect('ready', 200);
});

it('is 503 while the database only reads, as a standby does, and says so', async () => {
  const [row] = await app.rows.query<{ name: string }>('select current_database() as name');
  const name = row?.name ?? '';
  await app.rows.query(`alter database ${name} set default_transaction_read_only = on`);
  await app.gate.shut(); // sessions that are open keep their settings
  await app.gate.open();
  const { body } = await app.api.expect('ready', 503);
  expect(body.error.message).toMatch(/only reads.*standby/);
  await app.rows.query(`alter database ${name} reset default_transaction_read_only`);
  await app.gate.shut();
  await app.gate.open();
  await app.api.expect('ready', 200);
});

it('is 503 from the moment the service begins to stop, while live stays 200 and other calls are sent elsewhere', async () => {
  const { test } = await app.make.merchant();
  const link = await app.make.link(test);
  app.service.app.get(Draining, { strict: false }).begin();
  await app.api.expect('ready', 503);
  await app.api.expect('live', 200);
  const { headers } = await app.api.expect('ping', 503, { as: test });
  expect(headers['connection']).toBe('close');
  await app.api.expect('followLink', 302, { path: { code: link.code } });
});

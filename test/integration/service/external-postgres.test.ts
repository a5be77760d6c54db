// With DATABASE_URL: no PostgreSQL of our own, no demo unless asked, replicas that start together migrate once.
import { send } from '../../support/call.js';
import { asAdmin, databaseName, dropDatabase, testPostgres } from '../../support/postgres.js';
import {
  descendants,
  endBySignal,
  startRunningService,
  type RunningService,
} from '../../support/running-service.js';

const name = databaseName();
let url: string;
const services: RunningService[] = [];

/** The test's PostgreSQL as a URL; a socket's folder goes into the host parameter. */
function urlOf(database: string): string {
  const { address } = testPostgres();
  if (address.url !== undefined)
    return Object.assign(new URL(address.url), { pathname: `/${database}` }).href;
  const { user = '', password = '', host = '', port } = address;
  return `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

beforeAll(async () => {
  url = urlOf(name);
  await asAdmin(testPostgres().address, `create database ${name} template template0`);
});

afterAll(async () => {
  for (const service of services) service.process.kill('SIGKILL');
  await dropDatabase(testPostgres().address, name);
});

it('three replicas that start together on an empty database migrate once and all serve it', async () => {
  const start = () => startRunningService('unused', { environment: { DATABASE_URL: url } });
  services.push(...(await Promise.all([start(), start(), start()])));
  const migrated = services.filter((service) => service.said().includes('database migrated'));
  expect(migrated).toHaveLength(1);
  for (const service of services) {
    expect((await send(new URL('/health/ready', service.url), { method: 'GET' })).status).toBe(200);
    expect(service.said()).not.toContain('rc_test_');
    expect(descendants(service.process.pid as number)).toEqual([]);
  }
}, 60_000);

it('DEMO=1 makes the demo there too, once', async () => {
  const environment = { DATABASE_URL: url, DEMO: '1' };
  const [one, other] = await Promise.all([
    startRunningService('unused', { environment }),
    startRunningService('unused', { environment }),
  ]);
  services.push(one, other);
  await new Promise((resolve) => setTimeout(resolve, 500));
  const made = [one, other].filter((service) => service.said().includes('rc_test_'));
  expect(made).toHaveLength(1);
}, 60_000);

it('SIGTERM ends every replica cleanly', async () => {
  const ends = await Promise.all(services.splice(0).map((service) => endBySignal(service, 'SIGTERM')));
  expect(ends.every(([code]) => code === 0)).toBe(true);
}, 30_000);

// With DATABASE_URL: no PostgreSQL of our own, no demo unless asked, replicas that start together migrate once. What a replica does as a
// process is seen on processes; the others of a crowd are started in this one.
import { Client } from 'pg';
import { loadConfig } from '#config.js';
import { MIGRATION_LOCK } from '#platform/database/migrate.js';
import { DemoService } from '#demo/demo.service.js';
import { createLog } from '#platform/logging/log.js';
import { startService, type Service } from '#service.js';
import { send } from '../../support/call.js';
import { lockIsWaitedFor } from '../../support/locks.js';
import {
  addressOf,
  asAdmin,
  clientOptions,
  databaseName,
  dropDatabase,
  testPostgres,
} from '../../support/postgres.js';
import { descendants } from '../../support/processes.js';
import { endBySignal, startRunningService, type RunningService } from '../../support/running-service.js';
import { until } from '../../support/until.js';

const name = databaseName();
const { address } = testPostgres();
const url = urlOf(name);
const services: RunningService[] = [];
const replicas: Service[] = [];
/** What the replicas in this process have logged. */
const log: string[] = [];
/** Somebody else's session on the database. */
const holder = new Client(clientOptions(addressOf(address, name)));

/** The test's PostgreSQL as a URL; a socket's folder goes into the host parameter. */
function urlOf(database: string): string {
  if (address.url !== undefined)
    return Object.assign(new URL(address.url), { pathname: `/${database}` }).href;
  const { user = '', password = '', host = '', port } = address;
  return `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`;
}

beforeAll(async () => {
  await asAdmin(`create database ${name} template template0`);
  await holder.connect();
});

afterAll(async () => {
  for (const service of services) service.process.kill('SIGKILL');
  for (const replica of replicas) await replica.stop(1000);
  await holder.end();
  await dropDatabase(name);
});

async function startProcess(environment: Record<string, string> = {}): Promise<RunningService> {
  const service = await startRunningService('unused', {
    environment: { DATABASE_URL: url, ...environment },
  });
  services.push(service);
  return service;
}

async function startReplica(): Promise<Service> {
  const config = loadConfig({ PORT: '0', DATABASE_URL: url });
  const replica = await startService(config, { url }, createLog('info', { write: (line) => log.push(line) }));
  replicas.push(replica);
  return replica;
}

/** How many sessions of the database are the service's. */
async function sessionsOfOurs(): Promise<number> {
  const { rows } = await holder.query(
    `select from pg_stat_activity where datname = current_database() and application_name = 'refcampaign'`,
  );
  return rows.length;
}

/** Until so many sessions of the database wait for a lock. */
const waiting = (count: number) =>
  lockIsWaitedFor({ query: async <Row>(sql: string) => (await holder.query(sql)).rows as Row[] }, count);

it('three replicas that start together on an empty database migrate once and all serve it', async () => {
  await holder.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
  const starts = Promise.all([startProcess(), startReplica(), startReplica()]);
  await until(async () => (await sessionsOfOurs()) >= 3); // each asks for the lock, and is told no
  await holder.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]);
  const [service, ...others] = await starts;
  expect([service.said(), ...log].join('\n').match(/database migrated/g)).toHaveLength(1);
  for (const port of [new URL(service.url).port, ...others.map((replica) => replica.port)]) {
    const ready = new URL('/health/ready', `http://127.0.0.1:${port}`);
    expect((await send(ready, { method: 'GET' })).status).toBe(200);
  }
  await until(() => /Docs\s+http/.test(service.said())); // the demo's keys would stand below
  expect(service.said()).not.toContain('rc_test_');
  // Nobody has made a merchant, so it says how.
  await until(() => /npm run merchants -- create[\s\S]*npm run keys -- create/.test(service.said()));
  expect(descendants(service.process.pid as number)).toEqual([]);
});

it('DEMO=1 makes the demo there too, once', async () => {
  await holder.query('begin; lock table merchants in exclusive mode');
  const service = await startProcess({ DEMO: '1' });
  await waiting(1);
  const elsewhere = replicas[0]!.app.get(DemoService, { strict: false }).createOnce();
  await waiting(2);
  await holder.query('rollback');
  const made = await elsewhere;
  await until(() => /Docs\s+http/.test(service.said()));
  expect(service.said()).not.toContain('no merchant yet');
  expect([made !== null, service.said().includes('rc_test_')].filter(Boolean)).toHaveLength(1);
});

it('SIGTERM ends every replica cleanly', async () => {
  const ends = await Promise.all(services.splice(0).map((service) => endBySignal(service, 'SIGTERM')));
  expect(ends.every(([code]) => code === 0)).toBe(true);
});

// Where the run's PostgreSQL is, and databases of a test's own on it.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import type { PostgresAddress } from '../../src/database/data-source.js';

export interface TestPostgres {
  address: PostgresAddress;
  /** A migrated database to clone. */
  template: string;
  /** What the names of all databases of this run begin with. */
  prefix: string;
  /** How a template is copied in half the time, where PostgreSQL knows a choice (from 15 on). */
  strategy: '' | 'strategy file_copy';
}

/** What the global set-up left for the test files. */
export function testPostgres(): TestPostgres {
  const text = process.env['TEST_POSTGRES'];
  if (text === undefined) throw new Error('no test PostgreSQL: is global-setup.ts configured?');
  return JSON.parse(text) as TestPostgres;
}

/** The same server, another database. */
export function addressOf(address: PostgresAddress, database: string): PostgresAddress {
  if (address.url === undefined) return { ...address, database };
  const url = new URL(address.url);
  url.pathname = `/${database}`;
  return { url: url.href };
}

/** For a plain pg client. */
export function clientOptions(address: PostgresAddress): ClientConfig {
  if (address.url !== undefined) return { connectionString: address.url };
  const { host, port, user, password, database } = address;
  return { host, port, user, password, database };
}

/** A name for a database of a test's own, which tells the process that made it. */
export function databaseName(): string {
  return `${ownPrefix()}${randomBytes(4).toString('hex')}`;
}

function ownPrefix(): string {
  return `${testPostgres().prefix}${process.pid}_`;
}

let watcher: Promise<Client> | null = null;

/** The databases that this process has made and not dropped. */
export async function ownDatabases(): Promise<string[]> {
  // One connection for all the files of a worker.
  return namesLike(await (watcher ??= connect(testPostgres().address)), ownPrefix());
}

/** The databases whose names begin so. */
export async function databasesLike(address: PostgresAddress, prefix: string): Promise<string[]> {
  const client = await connect(address);
  try {
    return await namesLike(client, prefix);
  } finally {
    await client.end();
  }
}

async function namesLike(client: Client, prefix: string): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    'select datname as name from pg_database where starts_with(datname, $1)',
    [prefix],
  );
  return rows.map(({ name }) => name);
}

/** A connection past everything that the service does; end it when done. The statement under way tells of its loss. */
export async function connect(address: PostgresAddress): Promise<Client> {
  const client = new Client(clientOptions(address));
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** One statement on a connection of its own, such as no transaction may hold. */
export async function asAdmin(address: PostgresAddress, sql: string): Promise<void> {
  const admin = await connect(address);
  try {
    await admin.query(sql);
  } finally {
    await admin.end();
  }
}

/** Drops a database with whoever is in it. An autovacuum worker may not be thrown out (42501), but is gone in a moment. */
export async function dropDatabase(address: PostgresAddress, name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await asAdmin(address, `drop database if exists ${name} with (force)`);
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || tries === 50) throw error;
      await sleep(100);
    }
  }
}

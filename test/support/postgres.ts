// Where the run's PostgreSQL is, and databases of a test's own on it.
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Client, type ClientConfig } from 'pg';
import type { PostgresAddress } from '#platform/database/data-source.js';

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

/** The databases that this process has made and not dropped. */
export function ownDatabases(): Promise<string[]> {
  return databasesLike(ownPrefix());
}

/** The databases whose names begin so. */
export async function databasesLike(prefix: string): Promise<string[]> {
  const rows = await asAdmin<{ name: string }>(
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

let admin: Promise<Client> | null = null;

/** One statement such as no transaction may hold, on the one connection that this process has for them: another costs more than most of them. */
export async function asAdmin<Row extends object>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
  const client = await (admin ??= connect(testPostgres().address));
  return (await client.query<Row>(sql, parameters)).rows;
}

/** For who is done before its process ends. */
export async function closeAdmin(): Promise<void> {
  const client = await admin;
  admin = null;
  await client?.end();
}

/** Drops a database with whoever is in it. An autovacuum worker may not be thrown out (42501), but is gone in a moment. */
export async function dropDatabase(name: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return void (await asAdmin(`drop database if exists ${name} with (force)`));
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || tries === 50) throw error;
      await sleep(100);
    }
  }
}

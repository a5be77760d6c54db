// A database of a test file's own: a clone of the migrated template, reached through a gate that can be shut to make it go away.
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { makeDataSource, type PostgresAddress } from '#platform/database/data-source.js';
import { Database } from '#platform/database/database.js';
import { addressOf, asAdmin, connect, databaseName, dropDatabase, testPostgres } from './postgres.js';

export interface TestDatabase {
  database: Database;
  dataSource: DataSource;
  address: PostgresAddress;
  /** A connection of the test's own, past everything that the service does. Closed with the database. */
  connect: () => Promise<Client>;
  close: () => Promise<void>;
}

/** Clones the template (about 0.1 s) and connects to it. Close it when done. */
export async function startTestDatabase(): Promise<TestDatabase> {
  const { address, drop } = await cloneTemplate();
  const dataSource = makeDataSource(address, { connections: 8, statementMs: 7000 });
  await dataSource.initialize();
  const clients: Client[] = [];
  return {
    database: new Database(dataSource),
    dataSource,
    address,
    connect: async () => {
      const client = await connect(address);
      clients.push(client);
      return client;
    },
    close: async () => {
      await Promise.all(clients.map((client) => client.end().catch(() => undefined)));
      await dataSource.destroy();
      await drop();
    },
  };
}

/** A clone of the template that nobody is connected to. */
export async function cloneTemplate(): Promise<{ address: PostgresAddress; drop: () => Promise<void> }> {
  const { address, template, strategy } = testPostgres();
  const name = databaseName();
  await asAdmin(`create database ${name} template ${template} ${strategy}`);
  return {
    address: addressOf(address, name),
    drop: () => dropDatabase(name),
  };
}

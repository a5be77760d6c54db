// Bringing a database up to date: once, whoever starts, or not at all.
import { Client } from 'pg';
import type { PostgresAddress } from '../../../src/database/data-source.js';
import { migrate } from '../../../src/database/migrate.js';
import { migrations } from '../../../src/database/migrations/index.js';
import {
  addressOf,
  asAdmin,
  clientOptions,
  databaseName,
  dropDatabase,
  testPostgres,
} from '../../support/postgres.js';
import { startGate } from '../../support/gate.js';

const names = migrations.map((migration) => migration.name);
let address: PostgresAddress;
let name: string;

beforeEach(async () => {
  name = databaseName();
  address = addressOf(testPostgres().address, name);
  await asAdmin(`create database ${name} template template0`);
});
afterEach(() => dropDatabase(name));

async function sql<Row extends object>(where: PostgresAddress, text: string): Promise<Row[]> {
  const client = new Client(clientOptions(where));
  await client.connect();
  try {
    return (await client.query<Row>(text)).rows;
  } finally {
    await client.end();
  }
}

const tables = () =>
  sql(address, `select table_name from information_schema.tables where table_schema = 'public'`);

describe('migrating', () => {
  it('an empty database by three replicas at once is done once, and all succeed', async () => {
    const done = await Promise.all([migrate(address), migrate(address), migrate(address)]);
    expect(done.flat()).toEqual(names);
    expect(await sql(address, 'select name from migrations')).toHaveLength(names.length);
    expect(await migrate(address)).toEqual([]);
  });

  it('a database that fails half-way changes nothing, and succeeds once the cause is gone', async () => {
    await sql(address, 'create table work (id int)');
    await expect(migrate(address)).rejects.toThrow(/"work" already exists/);
    expect(await tables()).toEqual([{ table_name: 'work' }]);
    await sql(address, 'drop table work');
    expect(await migrate(address)).toEqual(names);
  });

  it('waits for a database that is still starting', async () => {
    const gate = await startGate(address);
    await gate.shut();
    const done = migrate(gate.address);
    // Who comes later and waits for nothing has been refused by then; the other was so before him.
    await expect(migrate(gate.address, 0)).rejects.toThrow(/ECONNREFUSED/);
    await gate.open();
    expect(await done).toEqual(names);
    await gate.close();
  });

  it('gives up when the database stays away', async () => {
    const gate = await startGate(address);
    await gate.shut();
    await expect(migrate(gate.address, 300)).rejects.toThrow(/ECONNREFUSED/);
  });

  it('refuses a server older than PostgreSQL 14, says so, and changes nothing', async () => {
    // No such server at hand: this one is made to give its version as 13.
    await sql(
      address,
      `create schema old; create function old.current_setting(text) returns text language sql as $$ select '130012' $$;
       alter database ${name} set search_path = old, pg_catalog, public`,
    );
    await expect(migrate(address)).rejects.toThrow('PostgreSQL 14 or newer is needed; this server is 13');
    expect(await tables()).toEqual([]);
  });
});

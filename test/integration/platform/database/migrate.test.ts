// Bringing a database up to date: once, whoever starts, or not at all.
import { readdirSync } from 'node:fs';
import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { PostgresAddress } from '#platform/database/data-source.js';
import { migrate } from '#platform/database/migrate.js';
import { createIndexConcurrently } from '#platform/database/migrations/concurrent-index.js';
import { migrations } from '#platform/database/migrations/index.js';
import {
  addressOf,
  asAdmin,
  clientOptions,
  databaseName,
  dropDatabase,
  testPostgres,
} from '../../../support/postgres.js';
import { startGate } from '../../../support/gate.js';
import { until } from '../../../support/until.js';

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

it('migrations are numbered without a gap or a twin, and their names end with their number: two of one number would run in any order', () => {
  const folder = new URL('../../../../src/platform/database/migrations/', import.meta.url);
  const numbers = readdirSync(folder).flatMap((file) => /^\d{4}(?=-)/.exec(file)?.[0] ?? []);
  expect(numbers.map(Number)).toEqual(numbers.map((_, index) => index + 1));
  expect(names.map((one) => Number(/(\d{4})$/.exec(one)?.[1]))).toEqual(numbers.map(Number));
});

const tables = () =>
  sql(address, `select table_name from information_schema.tables where table_schema = 'public'`);

describe('migrating', () => {
  it('an empty database by three replicas at once is done once, and all succeed', async () => {
    const done = await Promise.all([migrate(address), migrate(address), migrate(address)]);
    // Whoever is next takes what is left after one that runs by itself: each is done by one of them.
    expect(done.flat().sort()).toEqual([...names].sort());
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

/** Before it a table with rows, after it another table, and it must be in no transaction. */
class Table1000000000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'create table things (name text); insert into things select (n % 90)::text from generate_series(1, 100) n',
    );
  }
  async down(): Promise<void> {}
}
class Names1000000000002 implements MigrationInterface {
  transaction = false;
  async up(runner: QueryRunner): Promise<void> {
    await createIndexConcurrently(runner, 'things_name', 'on things (name)');
  }
  async down(): Promise<void> {}
}
class Other1000000000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create table others (id int)');
  }
  async down(): Promise<void> {}
}
const all = [Table1000000000001, Names1000000000002, Other1000000000003];
const allNames = all.map(({ name: one }) => one);
const indexes = () =>
  sql(address, `select indisvalid as valid from pg_index where indexrelid = to_regclass('things_name')`);

/** How many have asked for the lock, and ask again. */
async function asking(): Promise<number> {
  const rows = await sql(
    address,
    `select from pg_stat_activity where datname = current_database() and application_name = 'refcampaign'
       and (query ilike '%advisory_xact_lock%' or query ilike 'rollback')`,
  );
  return rows.length;
}

describe('a migration that must be in no transaction', () => {
  it('is run by itself, between those before it and those behind it', async () => {
    expect(await migrate(address, undefined, all)).toEqual(allNames);
    expect(await indexes()).toEqual([{ valid: true }]);
    expect(await migrate(address, undefined, all)).toEqual([]);
  });

  it('is run once by replicas that start together, and waits for none of those that wait for it', async () => {
    let others: Promise<string[]>[] = [];
    class Names1000000000002 implements MigrationInterface {
      transaction = false;
      async up(runner: QueryRunner): Promise<void> {
        others = [1, 2].map(() => migrate(address, undefined, all));
        await until(async () => (await asking()) === 2);
        await createIndexConcurrently(runner, 'things_name', 'on things (name)');
      }
      async down(): Promise<void> {}
    }
    const first = await migrate(address, undefined, [all[0]!, Names1000000000002, all[2]!]);
    expect([...first, ...(await Promise.all(others)).flat()].sort()).toEqual([...allNames].sort());
    expect(await indexes()).toEqual([{ valid: true }]);
  });

  it('keeps what came before it when it fails, and the index that it left half made is made anew', async () => {
    class Unique1000000000002 implements MigrationInterface {
      transaction = false;
      async up(runner: QueryRunner): Promise<void> {
        await runner.query('create unique index concurrently things_name on things (name)');
      }
      async down(): Promise<void> {}
    }
    const failing = [Table1000000000001, Unique1000000000002, Other1000000000003];
    await expect(migrate(address, undefined, failing)).rejects.toThrow(/could not create unique index/);
    expect(await sql(address, 'select name from migrations')).toEqual([{ name: allNames[0] }]);
    expect(await indexes()).toEqual([{ valid: false }]);
    expect(await migrate(address, undefined, all)).toEqual(allNames.slice(1));
    expect(await indexes()).toEqual([{ valid: true }]);
  });
});

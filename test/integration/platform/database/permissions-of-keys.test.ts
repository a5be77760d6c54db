// Keys while the release that brought permissions (0005) is rolled out: those of before, and those that the release before still makes.
import { Client } from 'pg';
import { keyPermissions } from '#platform/contract/permissions.js';
import type { PostgresAddress } from '#platform/database/data-source.js';
import { migrate } from '#platform/database/migrate.js';
import { migrations } from '#platform/database/migrations/index.js';
import {
  addressOf,
  asAdmin,
  clientOptions,
  databaseName,
  dropDatabase,
  testPostgres,
} from '../../../support/postgres.js';

let address: PostgresAddress;
let name: string;
let client: Client;

beforeAll(async () => {
  name = databaseName();
  address = addressOf(testPostgres().address, name);
  await asAdmin(`create database ${name} template template0`);
  await migrate(address, undefined, migrations.slice(0, 4));
  client = new Client(clientOptions(address));
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await dropDatabase(name);
});

/** The columns that the release before knows; it names each. */
const insert = `insert into api_keys (key_hash, id, merchant_id, mode, name, last_four, created_at, last_used_at, revoked_at, changed_at)
  select sha256($1), gen_random_uuid(), gen_random_uuid(), 'live', $1, 'abcd', t.now, null, null, t.now
  from (select clock_timestamp() as now) t`;
const permissionsOf = async (key: string): Promise<unknown> =>
  (await client.query<{ permissions: unknown }>('select permissions from api_keys where name = $1', [key]))
    .rows[0]?.permissions;

it('a key of before may do all, and so may one that the release before makes meanwhile', async () => {
  await client.query(insert.replaceAll('$1', `'before'`));
  await migrate(address);
  await client.query(insert.replaceAll('$1', `'meanwhile'`));
  expect(await permissionsOf('before')).toEqual(keyPermissions);
  expect(await permissionsOf('meanwhile')).toEqual(keyPermissions);
});

it.each(['[]', '["own"]', '["any"]', '["record", "write"]', '{}', 'null'])(
  'no key is left with %s',
  async (permissions) => {
    const update = client.query('update api_keys set permissions = $1', [permissions]);
    await expect(update).rejects.toThrow(/api_keys_permissions|array length of a/);
    await expect(client.query('update api_keys set permissions = null')).rejects.toThrow(/not-null/);
  },
);

// The embedded PostgreSQL in good times: first start, restart, who may come in.
import { readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  joinEmbeddedPostgres,
} from '#platform/database/embedded/embedded-postgres.js';
import { processesOn } from '../../../../support/processes.js';
import { cleanUp, makeData, makePlace, query, startHere } from './sandbox.js';

let data: string;
/** The one that runs on it, for all tests but the last. */
let owner: EmbeddedPostgres;

beforeAll(async () => {
  data = await makeData();
  expect(await joinEmbeddedPostgres(data)).toBeNull();
  owner = await startHere(data, { work_mem: '7MB' });
});
afterAll(cleanUp);

describe('the embedded PostgreSQL', () => {
  it('is durable, UTF-8, sorted by code point, and not reachable over the network', async () => {
    const { connection } = owner;
    const [found] = await query<Record<string, string>>(
      connection,
      `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as synchronous_commit,
              current_setting('data_checksums') as checksums, current_setting('server_encoding') as encoding,
              current_setting('listen_addresses') as addresses, current_setting('work_mem') as setting,
              (select rolsuper from pg_roles where rolname = current_user) as superuser,
              'Z' < 'a' and 'z' < 'é' as by_code_point, lower('É') as lower`,
    );
    expect(found).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      checksums: 'on',
      encoding: 'UTF8',
      addresses: '',
      setting: '7MB',
      superuser: false,
      by_code_point: true,
      lower: 'é',
    });
    // Somebody else's PostgreSQL may well listen there; it does not know our password.
    await expect(query({ ...connection, host: '127.0.0.1' }, 'select 1')).rejects.toThrow();
  });

  it('refuses a wrong password, and its password file is private', async () => {
    const { connection } = owner;
    await expect(query({ ...connection, password: 'guess' }, 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
    await expect(query({ ...connection, user: 'postgres', password: '' }, 'select 1')).rejects.toThrow();
    const file = join(data, 'postgresql', 'password');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(data, 'postgresql'))).mode & 0o777).toBe(0o700);
    expect(await readFile(join(data, 'postgresql.log'), 'utf8')).not.toContain(connection.password);
  });

  it('keeps values out of its log, those of a violated constraint too', async () => {
    const values = `values ('kim@example.com'), ('kim@example.com')`;
    await expect(
      query(owner.connection, `create temp table t (email text unique); insert into t ${values}`),
    ).rejects.toMatchObject({ code: '23505' });
    const log = await readFile(join(data, 'postgresql.log'), 'utf8');
    expect(log).toContain('duplicate key value');
    expect(log).not.toContain('DETAIL');
  });

  it('works where the path is too long for a socket', async () => {
    const long = await makeData(await makePlace(), 'a-rather-long-name-for-a-folder'.repeat(3));
    const instance = await startHere(long);
    const { connection } = instance;
    expect(Buffer.byteLength(connection.host)).toBeLessThanOrEqual(86);
    expect((await stat(connection.host)).mode & 0o777).toBe(0o700);
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await joinEmbeddedPostgres(long))?.connection).toEqual(connection);
    await instance.stop();
    await expect(stat(connection.host)).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('can be joined while it runs, and is not there to join before and after', async () => {
    expect(await joinEmbeddedPostgres(join(await makePlace(), 'data'))).toBeNull();
    const joined = await joinEmbeddedPostgres(data);
    expect(joined).toMatchObject({
      owned: false,
      connection: owner.connection,
      dataDirectory: owner.dataDirectory,
    });
    await joined?.stop();
    expect(await query(owner.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    await owner.stop();
    expect(await joinEmbeddedPostgres(data)).toBeNull();
    owner = await startHere(data);
  });

  it('keeps the data over a restart, has nothing to make or to repair then, and leaves no process when stopped', async () => {
    await query(owner.connection, 'create table kept as select 42 as answer');
    await Promise.all([owner.stop(), owner.stop()]);
    expect(processesOn(data)).toEqual([]);

    await truncate(join(data, 'postgresql.log'), 11 * 1024 * 1024);
    const log: string[] = [];
    const second = await startHere(data, {}, log);
    expect(log).toEqual([]);
    expect(await query(second.connection, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect((await stat(join(data, 'postgresql.log.1'))).size).toBe(11 * 1024 * 1024);
    const words = await readFile(join(data, 'postgresql.log'), 'utf8');
    expect(words).toContain('database system was shut down at');
    expect(words).not.toContain('recovery');
    expect(words.length).toBeLessThan(10_000);
    await second.stop();
    expect(processesOn(data)).toEqual([]);
  });
});

// The embedded PostgreSQL in good times: first start, restart, who may come in.
import { readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { joinEmbeddedPostgres } from '../../../src/database/embedded/embedded-postgres.js';
import { cleanUp, makeData, makePlace, processesOn, query, removeTemplate, startHere } from './sandbox.js';

afterEach(cleanUp);
afterAll(removeTemplate);

describe('the embedded PostgreSQL', () => {
  it('keeps the data over a restart, is ready in under a second then, and leaves no process when stopped', async () => {
    const data = join(await makePlace(), 'data');
    const first = await startHere(data);
    await query(first.connection, 'create table kept as select 42 as answer');
    await Promise.all([first.stop(), first.stop()]);
    expect(processesOn(data)).toEqual([]);

    await truncate(join(data, 'postgresql.log'), 11 * 1024 * 1024);
    const started = Date.now();
    const second = await startHere(data);
    expect(Date.now() - started).toBeLessThan(1000);
    expect(await query(second.connection, 'select answer from kept')).toEqual([{ answer: 42 }]);
    expect((await stat(join(data, 'postgresql.log.1'))).size).toBe(11 * 1024 * 1024);
    expect((await stat(join(data, 'postgresql.log'))).size).toBeLessThan(10_000);
    await second.stop();
    expect(processesOn(data)).toEqual([]);
  });

  it('is durable, UTF-8, sorted by code point, and not reachable over the network', async () => {
    const { connection } = await startHere(join(await makePlace(), 'data'), { work_mem: '7MB' });
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
    const data = await makeData();
    const { connection } = await startHere(data);
    await expect(query({ ...connection, password: 'guess' }, 'select 1')).rejects.toMatchObject({
      code: '28P01',
    });
    await expect(query({ ...connection, user: 'postgres', password: '' }, 'select 1')).rejects.toThrow();
    const file = join(data, 'postgresql', 'password');
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(join(data, 'postgresql'))).mode & 0o777).toBe(0o700);
    expect(await readFile(join(data, 'postgresql.log'), 'utf8')).not.toContain(connection.password);
  });

  it('can be joined while it runs, and is not there to join before and after', async () => {
    const data = join(await makePlace(), 'data');
    expect(await joinEmbeddedPostgres(data)).toBeNull();
    const owner = await startHere(data);
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
  });

  it('works where the path is too long for a socket', async () => {
    const data = join(await makePlace(), 'a-rather-long-name-for-a-folder'.repeat(3), 'data');
    const instance = await startHere(data);
    const { connection } = instance;
    expect(Buffer.byteLength(connection.host)).toBeLessThanOrEqual(86);
    expect((await stat(connection.host)).mode & 0o777).toBe(0o700);
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect((await joinEmbeddedPostgres(data))?.connection).toEqual(connection);
    await instance.stop();
    await expect(stat(connection.host)).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

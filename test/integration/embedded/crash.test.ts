// The embedded PostgreSQL in bad times: killed backends, postmasters, owners, watchdogs, and what they leave behind.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { joinEmbeddedPostgres } from '../../../src/database/embedded/embedded-postgres.js';
import { makeProject } from './project.js';
import {
  cleanUp,
  makeData,
  makePlace,
  postmasterPid,
  processesOn,
  query,
  removeTemplate,
  startHere,
  startService,
  until,
} from './sandbox.js';

afterEach(cleanUp);
afterAll(removeTemplate);

describe('a crash of the embedded PostgreSQL', () => {
  it('heals by itself when the postmaster is killed, and the owner still owns it', async () => {
    const data = join(await makePlace(), 'data');
    const log: string[] = [];
    const { connection } = await startHere(data, {}, log);
    await query(connection, 'create table kept as select 1 as one');
    const killed = postmasterPid(data);
    process.kill(killed, 'SIGKILL');
    const answers = () =>
      query(connection, 'select one from kept').then(
        () => true,
        () => false,
      );
    await until('PostgreSQL answers again', async () => postmasterPid(data) !== killed && (await answers()));
    expect(log.join('\n')).toContain('PostgreSQL ended unexpectedly (SIGKILL');
    await until('the lock is held again', async () => (await joinEmbeddedPostgres(data)) !== null);
    await expect(startHere(data)).rejects.toMatchObject({ name: 'DataFolderInUse' });
  });

  it('takes the owner lock again when a killed session made PostgreSQL drop them all', async () => {
    const data = await makeData();
    const log: string[] = [];
    const { connection } = await startHere(data, {}, log);
    const [session] = await query<{ pid: number }>(
      connection,
      "select pid from pg_stat_activity where application_name = 'refcampaign owner'",
    );
    process.kill(session?.pid ?? 0, 'SIGKILL');
    await until('the loss was noticed', () => log.some((line) => line.includes('taking it again')));
    await until('the lock is held again', async () => (await joinEmbeddedPostgres(data)) !== null);
  });

  it('stops when its owner is killed, loses no committed row, and stands in no later start’s way', async () => {
    const place = await makePlace();
    const data = await makeData(place);
    const service = await startService(await makeProject(place), data);
    await query(service.connection, 'create table kept as select 1 as one');
    service.process.kill('SIGKILL');
    await until('no process is left', () => processesOn(data).length === 0);
    const next = await startHere(data);
    expect(await query(next.connection, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('starts at once after owner, watchdog and PostgreSQL were killed together, with every committed row', async () => {
    const place = await makePlace();
    const data = join(place, 'data');
    const service = await startService(await makeProject(place), data);
    await query(service.connection, 'create table kept as select 1 as one');
    service.process.kill('SIGKILL');
    for (const pid of processesOn(data)) process.kill(pid, 'SIGKILL');
    const next = await startHere(data);
    expect(await query(next.connection, 'select one from kept')).toEqual([{ one: 1 }]);
  });

  it('is adopted by nobody: an orphan without owner and watchdog is stopped by the next start', async () => {
    const place = await makePlace();
    const data = await makeData(place);
    const service = await startService(await makeProject(place), data);
    const orphan = postmasterPid(data);
    const watchdogs = processesOn(data).filter((pid) => pid !== orphan);
    expect(watchdogs).toHaveLength(1);
    service.process.kill('SIGSTOP'); // or it would replace the watchdog
    for (const pid of watchdogs) process.kill(pid, 'SIGKILL');
    service.process.kill('SIGKILL');
    await sleep(300);
    expect(processesOn(data)).toEqual([orphan]);
    const log: string[] = [];
    await startHere(data, {}, log);
    expect(log.join('\n')).toContain(`Stopping PostgreSQL ${orphan}, left behind`);
    expect(processesOn(data)).not.toContain(orphan);
  });

  it('ends with a process that has nothing else to do, without being told', async () => {
    const place = await makePlace();
    const data = await makeData(place);
    const project = await makeProject(place);
    const script = join(project, 'idle.js');
    const code = `import { startEmbeddedPostgres } from './embedded/embedded-postgres.js';
      await startEmbeddedPostgres({ dataDir: process.argv[2], log() {} });`;
    await writeFile(script, code);
    const idle = spawn(process.execPath, [script, data], { stdio: 'inherit' });
    expect(await new Promise((resolve) => idle.once('exit', resolve))).toBe(0);
    await until('no process is left', () => processesOn(data).length === 0);
  });

  it('replaces a watchdog that was killed', async () => {
    const data = await makeData();
    await startHere(data);
    const watchdog = processesOn(data).filter((pid) => pid !== postmasterPid(data));
    process.kill(watchdog[0] ?? 0, 'SIGKILL');
    await until('there is another', () => {
      const now = processesOn(data).filter((pid) => pid !== postmasterPid(data));
      return now.length === 1 && now[0] !== watchdog[0];
    });
  });

  it('is not blocked by a lock file whose process number now belongs to another program', async () => {
    const data = await makeData();
    const first = await startHere(data);
    const lockFile = join(data, 'postgresql', 'cluster', 'postmaster.pid');
    const text = await readFile(lockFile, 'utf8');
    await first.stop();
    const { uid, gid } = statSync(join(data, 'postgresql'));
    // PostgreSQL itself is fooled by any living process of its own user.
    const other = spawn('sleep', ['60'], process.getuid?.() === 0 ? { uid, gid } : {});
    try {
      await writeFile(lockFile, text.replace(/^\d+/, String(other.pid)));
      const next = await startHere(data);
      expect(await query(next.connection, 'select 1 as one')).toEqual([{ one: 1 }]);
      expect(other.exitCode).toBeNull();
    } finally {
      other.kill();
    }
  });

  it('removes the half cluster of a start that died during initdb', async () => {
    const data = join(await makePlace(), 'data');
    const dead = spawn('true');
    await new Promise((resolve) => dead.once('exit', resolve));
    await mkdir(join(data, `postgresql.new-${dead.pid}-abcd`, 'cluster'), { recursive: true });
    const { connection } = await startHere(data);
    expect(await query(connection, 'select 1 as one')).toEqual([{ one: 1 }]);
    expect(readdirSync(data).sort()).toEqual(['postgresql', 'postgresql.log']);
    expect(existsSync(join(data, 'postgresql', 'password'))).toBe(true);
  });
});
